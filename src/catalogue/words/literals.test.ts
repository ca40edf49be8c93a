import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literalsOf } from './literals.ts';
import { seekerOf } from './seek.ts';

test.each([
	['mails?', ['mail', 'mails']],
	['\\b(?:stands|stood) still\\b', ['stands still', 'stood still']],
	['\\bnot \\w+ enough\\b', [' enough']],
	['(?<!the )office(?! hours)', ['office']],
	['No[wt] here|there', ['now here', 'not here', 'there']],
	['\\b(?:is|are)(?: not)? here\\b', ['is not here', 'is here', 'are not here', 'are here']],
	['e\\.g\\.', ['e.g.']],
	['(?:ab|cd)+ef', undefined],
	['word(?:s)*', ['word']],
] satisfies [string, string[] | undefined][])(
	'of %s one must be in the text',
	(expression, texts) => {
		expect(literalsOf(expression)?.toSorted()).toEqual(texts?.toSorted());
	},
);

test.each([
	'\\d %',
	'a|.*',
	'(?:word)?',
	'x{2}',
	'\\p{L}rule',
	'(?<name>word)',
	'\\bétat\\b',
	'[',
	'(',
])('of %s nothing is known', (expression) => expect(literalsOf(expression)).toBeUndefined());

const piece = fc.letrec<{ any: string }>((tie) => ({
	any: fc.oneof(
		{ maxDepth: 3 },
		fc.constantFrom(
			'a',
			'ab',
			'abc',
			'B',
			' ',
			'\\w',
			'.',
			'[ab]',
			'[^a]',
			'\\b',
			'^',
			'\\.',
			'c d',
		),
		fc.array(tie('any'), { maxLength: 3 }).map((parts) => parts.join('')),
		fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((parts) => `(?:${parts.join('|')})`),
		fc
			.tuple(tie('any'), fc.constantFrom('?', '*', '+', '{2}', '{0,1}', '+?'))
			.map(([part, mark]) => `(?:${part})${mark}`),
		tie('any').map((part) => `(?!${part})`),
	),
})).any;

test('whatever an expression matches holds one of its texts', () => {
	fc.assert(
		fc.property(piece, fc.stringMatching(/^[abcABCd .]{0,12}$/), (expression, text) => {
			const texts = literalsOf(expression);
			const matches = [...text.matchAll(new RegExp(expression, 'giu'))];
			for (const { 0: match } of matches) {
				const lower = match.toLowerCase();
				expect(texts?.some((one) => lower.includes(one)) ?? true).toBe(true);
			}
		}),
		{ numRuns: 3000 },
	);
});

test('one walk finds what looking for each word finds, in the order of the list', () => {
	const words = fc.array(fc.stringMatching(/^[abc]{3,4}$|^[ab]{5,8}$/), { maxLength: 3 });
	const lists = fc.array(fc.option(words, { nil: undefined }), { maxLength: 5 });
	fc.assert(
		fc.property(lists, fc.stringMatching(/^[abcABC]{0,12}[abAB]{0,24}$/), (all, text) => {
			const lower = text.toLowerCase();
			const expected = all.filter((one) => !one || one.some((word) => lower.includes(word)));
			expect(seekerOf(all, (one) => one)(text)).toEqual(expected);
		}),
		{ numRuns: 1000 },
	);
});
