import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DiffRow, textDiff } from './text-diff.ts';

const shown = (row: DiffRow) =>
	row.kind === 'gap'
		? `... ${row.lines}`
		: `${row.kind} ${row.pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('')}`;

test('a changed word is marked in both lines, the rest of the line is not', () => {
	const { rows, added, removed } = textDiff('Choose the best queue.\n', 'Choose one queue.\n');
	expect(rows.map(shown)).toEqual([
		'removed Choose [the best ]queue.',
		'added Choose [one] queue.',
	]);
	expect([added, removed]).toEqual([1, 1]);
});

test('a new line is marked whole', () =>
	expect(textDiff('a\nb', 'a\nnew\nb').rows.map(shown)).toEqual([
		'same a',
		'added [new]',
		'same b',
	]));

test('lines far from a change are folded into a count', () => {
	const lines = Array.from({ length: 12 }, (_, at) => `line ${at}`);
	const { rows } = textDiff(lines.join('\n'), [...lines, 'end'].join('\n'));
	expect(rows.map(shown)).toEqual([
		'... 9',
		'same line 9',
		'same line 10',
		'same line 11',
		'added [end]',
	]);
});

test('equal texts differ in nothing, whatever ends their lines', () =>
	expect(textDiff('a\r\nb\r\n', 'a\nb')).toMatchObject({ added: 0, removed: 0 }));

const text = fc.array(fc.constantFrom('a', 'b b', 'c', '', ' d'), { minLength: 1, maxLength: 20 });

test('every line of both texts is shown or counted, in order', () => {
	fc.assert(
		fc.property(text, text, (from, to) => {
			const { rows } = textDiff(`${from.join('\n')}\n`, `${to.join('\n')}\n`);
			const side = (without: 'added' | 'removed') =>
				rows
					.filter(({ kind }) => kind !== without)
					.flatMap((row) =>
						row.kind === 'gap'
							? Array.from({ length: row.lines }, () => null)
							: [row.pieces.map((piece) => piece.text).join('')],
					);
			const agrees = (seen: (string | null)[], lines: string[]) => {
				expect(seen.length).toBe(lines.length);
				for (const [at, line] of seen.entries()) if (line !== null) expect(line).toBe(lines[at]);
			};
			agrees(side('added'), from);
			agrees(side('removed'), to);
		}),
	);
});
