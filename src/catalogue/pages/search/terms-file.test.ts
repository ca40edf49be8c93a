import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTerms, writeTerms } from './terms-file.ts';

test('a term is a line, and a page a step from the page before', () =>
	expect(writeTerms([['case', { 0: { 3: 1, 40: 2 }, 4: { 7: 1 } }]])).toBe('case|0:3,11*2|4:7'));

test('what is written is what is read', () => {
	const pages = fc
		.dictionary(fc.nat(20_000).map(String), fc.integer({ min: 1, max: 99 }), { minKeys: 1 })
		// A dictionary without a prototype is equal to a plain one only in name.
		.map((written) => ({ ...written }));
	const fields = fc
		.dictionary(fc.nat(6).map(String), pages, { minKeys: 1 })
		.map((written) => ({ ...written }));
	const terms = fc.array(
		fc.tuple(fc.stringMatching(/^=?[\p{L}\p{N}]{1,9}( [a-z]{1,5})?$/u), fields),
	);
	fc.assert(
		fc.property(terms, (some) => {
			expect(readTerms(writeTerms(some))).toEqual(some);
		}),
	);
});
