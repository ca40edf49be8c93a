import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressesIn } from './addresses.ts';

const source = '\\b[a-z][a-z0-9+.-]{1,20}:\\/\\/(?:[^\\s/@]{1,20}@)?([\\p{L}\\p{N}][\\p{L}.]{0,9})';
const piece = fc.constantFrom(
	...[
		'://',
		'https',
		'a',
		'é',
		'+',
		'.',
		'-',
		'@',
		' ',
		':',
		'/',
		'x://y',
		'\n',
		'ab1',
		'schemeofthirtyletterslong',
	],
);

test('at the marks, what a walk over every letter finds is found', () => {
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
			const text = pieces.join('');
			const found = [...addressesIn(text, new RegExp(source, 'iuy'))];
			const expected = [...text.matchAll(new RegExp(source, 'giu'))];
			expect(found.map(({ index, 0: whole }) => [index, whole])).toEqual(
				expected.map(({ index, 0: whole }) => [index, whole]),
			);
		}),
		{ numRuns: 5000 },
	);
});
