/** The words that differ between two texts, each with a few words around it. */
import { diffWordsWithSpace } from 'diff';

/** One place where two texts differ, as it was and as it is; either may be empty. */
export interface Hunk {
	before: string;
	after: string;
}

export interface WordDiff {
	hunks: readonly Hunk[];
	/** Places that are not among the hunks. */
	more: number;
}

/** Words kept on either side of a change. */
const AROUND = 5;
const MOST_HUNKS = 4;
const MOST_CHARACTERS = 320;
/** Beyond this many edits the texts share too little for a comparison to be of use. */
const MOST_EDITS = 1500;

type Piece = { words: string[]; side: 'same' | 'before' | 'after' };

/**
 * Compares two texts word by word; white space does not count.
 *
 * @example
 * wordDiff('Sort the case.', 'Sort every case.') // => { hunks: [{ before: 'Sort the case.', after: 'Sort every case.' }], more: 0 }
 */
export function wordDiff(from: string, to: string): WordDiff {
	const [before, after] = [flat(from), flat(to)];
	if (before === after) return { hunks: [], more: 0 };
	const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
	if (!parts) return { hunks: [hunkOf([before], [after])], more: 0 };
	const pieces = parts.map(({ value, added, removed }): Piece => {
		const side = added ? 'after' : removed ? 'before' : 'same';
		return { words: value.split(/(?<=\s)/), side };
	});
	const hunks = gather(pieces);
	return { hunks: hunks.slice(0, MOST_HUNKS), more: Math.max(0, hunks.length - MOST_HUNKS) };
}

/** Changes that stand near one another are one hunk. */
function gather(pieces: readonly Piece[]): Hunk[] {
	const hunks: Hunk[] = [];
	let before: string[] = [];
	let after: string[] = [];
	let open = false;
	const both = (words: readonly string[]) => {
		before.push(...words);
		after.push(...words);
	};
	for (const [index, { words, side }] of pieces.entries()) {
		if (side !== 'same') {
			(side === 'before' ? before : after).push(...words);
			open = true;
			continue;
		}
		const last = index === pieces.length - 1;
		if (open && words.length <= AROUND * 2 && !last) {
			both(words);
			continue;
		}
		if (open) {
			both(words.length > AROUND ? [...words.slice(0, AROUND), '…'] : words);
			hunks.push(hunkOf(before, after));
		}
		[before, after, open] = [[], [], false];
		both(words.length > AROUND ? ['… ', ...words.slice(-AROUND)] : words);
	}
	if (open) hunks.push(hunkOf(before, after));
	return hunks;
}

const hunkOf = (before: readonly string[], after: readonly string[]): Hunk => ({
	before: cut(before.join('')),
	after: cut(after.join('')),
});

function cut(text: string): string {
	const line = text.trim();
	return line.length <= MOST_CHARACTERS ? line : `${line.slice(0, MOST_CHARACTERS)}…`;
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
