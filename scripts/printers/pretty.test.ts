import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FILE, finding, report } from '#tests/support/report.ts';
import { WIDTH, widthOf } from './columns.ts';
import { pretty } from './pretty.ts';

const linesOf = (...args: Parameters<typeof report>) => pretty.print(report(...args)).split('\n');

test('a finding stands under its file, with its line and a caret under the place', () => {
	expect(pretty.print(report([finding()]))).toBe(`content/risks/leak.mdx
  3:11 error category "secrity" is not one of: operational, security. [schema]
    3 | category: secrity
      |           ^^^^^^^
    Did you mean "security"?

Why, with an example for each rule:
  https://patterns.example/ai/contribute/rules/schema/`);
});

test('two findings of one file stand under one head, and each rule is linked once', () => {
	const lines = linesOf([finding(), finding({ line: 2, message: 'title is empty.' })]);
	expect(lines.filter((line) => line === FILE)).toHaveLength(1);
	expect(lines.filter((line) => line.includes('/contribute/rules/'))).toHaveLength(1);
});

test('nothing found prints nothing', () => expect(pretty.print(report([]))).toBe(''));

test('a finding of a file that is missing has no line to show', () => {
	expect(linesOf([finding({ file: 'content/policy.yaml' })])).not.toContainEqual(
		expect.stringContaining(' | '),
	);
});

test('without an address of the site the command that explains the rule stands in for its page', () => {
	const lines = linesOf([finding()], { linkTo: () => undefined });
	expect(lines.at(-1)).toBe('  npm run validate -- --explain schema');
});

describe('colour', () => {
	test('is there when it is asked for', () => {
		expect(pretty.print(report([finding()], { colour: true }))).toContain('\u001b[31merror');
	});

	test('changes no word', () => {
		const coloured = pretty.print(report([finding()], { colour: true }));
		expect(stripVTControlCharacters(coloured)).toBe(pretty.print(report([finding()])));
	});
});

const anyText = fc.string({ unit: 'binary', maxLength: 120 });

test('whatever was written, no line is wider than 80 columns or holds a control character', () => {
	const place = fc.record({
		column: fc.integer({ min: 1, max: 200 }),
		endColumn: fc.integer({ min: 1, max: 200 }),
	});
	fc.assert(
		fc.property(anyText, anyText, anyText, place, (message, fix, source, { column, endColumn }) => {
			// Messages come without hidden characters, as `legible` leaves them.
			const words = {
				message: message.toWellFormed().replace(/\p{Other}/gu, '?'),
				fix: fix.toWellFormed().replace(/\p{Other}/gu, '?'),
			};
			const lines = linesOf([finding({ ...words, line: 1, endLine: 1, column, endColumn })], {
				sourceOf: () => source,
			});
			for (const line of lines) {
				expect(widthOf(line)).toBeLessThanOrEqual(WIDTH);
				expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
			}
		}),
	);
});

test('a file name cannot act on the terminal', () => {
	const [head] = linesOf([finding({ file: 'content/\u001b[2Jevil\n.mdx' })]);
	expect(head).toBe('content/\ufffd[2Jevil\ufffd.mdx');
});
