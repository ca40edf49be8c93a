import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { termOf, termsIn, wordsIn } from './terms.ts';

describe('words', () => {
	test.each([
		['LLM01:2026, “Art. 14”', ['llm01', '2026', 'art', '14']],
		['Café naïve', ['cafe', 'naive']],
		['the customer’s queue', ['the', 'customer', 'queue']],
		['監査証跡 log', ['監査', '査証', '証跡', 'log']],
		['ログ', ['ログ']],
		['', []],
	])('%j', (text, words) => expect(wordsIn(text)).toEqual(words));

	test('a text in a script without spaces is found by any part of it', () => {
		const all = new Set(termsIn('本文です。検索できるはず：監査証跡。'));
		for (const part of ['監査証跡', '検索できる']) {
			expect(termsIn(part).every((term) => all.has(term))).toBe(true);
		}
	});
});

describe('terms', () => {
	test.each([
		['summarize', 'summarising'],
		['summaries', 'summary'],
		['anonymization', 'anonymise'],
		['categorizing', 'categorised'],
		['analyze', 'analyse'],
		['color', 'colours'],
		['behavior', 'behaviour'],
		['center', 'centres'],
		['catalog', 'catalogue'],
		['license', 'licence'],
		['labeled', 'labelled'],
		['routing', 'route'],
		['classifies', 'classify'],
	])('%s is %s', (one, other) => expect(termOf(one)).toBe(termOf(other)));

	test.each([
		['size', 'sis'],
		['prize', 'pris'],
		['policy', 'police'],
	])('%s is not %s', (one, other) => expect(termOf(one)).not.toBe(termOf(other)));

	test('any text gives terms, and the same text the same terms', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(termsIn(text)).toEqual(termsIn(text));
				expect(termsIn(text).every((term) => term !== '')).toBe(true);
			}),
		);
	});
});
