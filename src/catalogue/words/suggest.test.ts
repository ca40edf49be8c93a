import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, suggest } from './suggest.ts';

const known = ['human-override', 'human-review', 'audit', 'high'];

describe('the nearest known word is suggested', () => {
	test.each([
		['human-overide', 'human-override'],
		['human-reveiw', 'human-review'],
		['hgh', 'high'],
		['HIGH', 'high'],
		['hum-override', 'human-override'],
	])('%s for %s', (typed, meant) => expect(suggest(typed, known)).toBe(meant));
});

test.each(['', 'x', 'incident', 'hi', 'low'])('nothing is near "%s"', (typed) => {
	expect(suggest(typed, known)).toBeUndefined();
});

test('nothing is suggested when nothing is known', () => {
	expect(suggest('anything', [])).toBeUndefined();
});

test('a known word is always its own suggestion', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z-]{1,20}$/), { minLength: 1 }), (words) => {
			for (const word of words) expect(suggest(word, words)).toBe(word);
		}),
	);
});

test('a word with one letter wrong finds its way back', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[a-z]{3,30}$/), fc.nat(), (word, place) => {
			const at = place % word.length;
			expect(suggest(`${word.slice(0, at)}#${word.slice(at + 1)}`, [word])).toBe(word);
		}),
	);
});

test('the remedy is the suggestion, or else the other way out', () => {
	expect(didYouMean('audt', known, 'Look at the list.')).toBe('Did you mean "audit"?');
	expect(didYouMean('zebra', known, 'Look at the list.')).toBe('Look at the list.');
});
