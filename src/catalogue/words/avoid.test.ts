import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { finderOf } from './avoid.ts';

const find = (text: string, pattern: string, allow: string[] = []) =>
	finderOf([{ pattern, better: 'x', allow }])(text).map(({ text: found }) => found);

describe('words to avoid', () => {
	test('are found in any case, with their place', () => {
		expect(
			finderOf([{ pattern: '\\bmails?\\b', better: 'email', allow: [] }])('Mails. No mail'),
		).toEqual([
			{ text: 'Mails', index: 0, better: 'email' },
			{ text: 'mail', index: 10, better: 'email' },
		]);
	});

	test('are right inside an allowed expression, and only there', () => {
		expect(find('A mail server sends a mail.', '\\bmail\\b', ['mail server'])).toEqual(['mail']);
	});

	test('are reported once where two expressions overlap', () => {
		const both = finderOf([
			{ pattern: 'stands in', better: 'is in', allow: [] },
			{ pattern: 'in the house', better: 'in the company', allow: [] },
		]);
		expect(both('It stands in the house.')).toHaveLength(1);
	});

	test.each([
		['\\bstands? (?:in|on)\\b', 'It stand on it'],
		['\\b(?:one|two)s?\\b', 'ones'],
		['\\bcolou?r\\b', 'color'],
		['\\bstand{0,1}s\\b', 'stans'],
		['\\d %(?!\\w)', '80 %'],
		['\\ball else\\b|\\bthe like\\b', 'and the like'],
		['no (?!more\\b)\\w+', 'no rule'],
	])('%s finds %j though most expressions are not run', (pattern, text) => {
		expect(find(text, pattern)).toHaveLength(1);
	});
});

test('an expression of the list finds the same with and without the short cut', () => {
	// The list is ours; the schema has checked its form.
	const { avoid } = parse(
		readFileSync(new URL('../../../content/wording.yaml', import.meta.url), 'utf8'),
	) as { avoid: { pattern: string }[] };
	fc.assert(
		fc.property(fc.constantFrom(...avoid), fc.integer(), ({ pattern }, seed) => {
			const [text] = fc.sample(fc.stringMatching(plain(pattern)), { numRuns: 1, seed });
			const whole = ` ${text} `;
			const runs = new RegExp(pattern, 'iu').test(whole);
			expect(find(whole, pattern).length > 0).toBe(runs);
		}),
	);
});

/** The expression without what only looks around, which fast-check cannot make texts of. */
const plain = (pattern: string) =>
	new RegExp(pattern.replace(/\(\?[!=](?:[^()]|\([^()]*\))*\)/g, '').replaceAll('\\b', ''), '');
