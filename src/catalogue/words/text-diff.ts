/** The difference between two versions of a text, as rows of a table: lines, and words in them. */
import { diffArrays, diffWordsWithSpace } from 'diff';

/** A piece of a line; `changed` where the two versions differ. */
export interface DiffPiece {
	text: string;
	changed: boolean;
}

export type DiffRow =
	| { kind: 'same' | 'removed' | 'added'; old?: number; new?: number; pieces: DiffPiece[] }
	/** Lines that are left out because nothing near them changed. */
	| { kind: 'gap'; lines: number };

export interface TextDiff {
	rows: DiffRow[];
	added: number;
	removed: number;
}

/** Unchanged lines shown before and after a change. */
const CONTEXT = 3;

/** Compares two texts line by line; a removed line beside an added one is compared by word. */
export function textDiff(from: string, to: string): TextDiff {
	const changes = diffArrays(linesOf(from), linesOf(to));
	const rows: DiffRow[] = [];
	let before = 1;
	let after = 1;
	for (const [index, { value, added, removed }] of changes.entries()) {
		const previous = changes[index - 1];
		const next = changes[index + 1];
		for (const [at, line] of value.entries()) {
			if (removed) {
				const other = next?.added ? next.value[at] : undefined;
				rows.push({ kind: 'removed', old: before++, pieces: wordsOf(line, other, 'removed') });
			} else if (added) {
				const other = previous?.removed ? previous.value[at] : undefined;
				rows.push({ kind: 'added', new: after++, pieces: wordsOf(line, other, 'added') });
			} else {
				rows.push({
					kind: 'same',
					old: before++,
					new: after++,
					pieces: [{ text: line, changed: false }],
				});
			}
		}
	}
	return {
		rows: folded(rows),
		added: rows.filter(({ kind }) => kind === 'added').length,
		removed: rows.filter(({ kind }) => kind === 'removed').length,
	};
}

const linesOf = (text: string) => text.replace(/\r?\n$/, '').split(/\r?\n/);

function wordsOf(line: string, other: string | undefined, side: 'added' | 'removed'): DiffPiece[] {
	if (other === undefined) return [{ text: line, changed: true }];
	const [from, to] = side === 'removed' ? [line, other] : [other, line];
	const pieces = diffWordsWithSpace(from, to)
		.filter((part) => part[side] || !(part.added || part.removed))
		.map((part) => ({ text: part.value, changed: part[side] === true }));
	return pieces.length > 0 ? joined(pieces) : [{ text: line, changed: true }];
}

/** Changed words next to one another, with nothing but space between, become one piece. */
function joined(pieces: readonly DiffPiece[]): DiffPiece[] {
	const result: DiffPiece[] = [];
	for (const [at, { text, changed }] of pieces.entries()) {
		const last = result.at(-1);
		const between = text.trim() === '' && last?.changed && pieces[at + 1]?.changed;
		if (last && (last.changed === changed || between)) last.text += text;
		else result.push({ text, changed });
	}
	return result;
}

/** Long stretches without a change become one row that counts their lines. */
function folded(rows: readonly DiffRow[]): DiffRow[] {
	const changed = rows.map(({ kind }) => kind !== 'same');
	const near = rows.map((_, at) =>
		changed.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(Boolean),
	);
	const shown: DiffRow[] = [];
	for (const [at, row] of rows.entries()) {
		const last = shown.at(-1);
		if (near[at]) shown.push(row);
		else if (last?.kind === 'gap') last.lines += 1;
		else shown.push({ kind: 'gap', lines: 1 });
	}
	return shown;
}
