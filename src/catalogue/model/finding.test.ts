import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, type Finding, formatFinding, legible, sortFindings } from './finding.ts';

const finding = (rest: Partial<Finding>): Finding => ({
	file: 'content/guides/start.mdx',
	line: 1,
	column: 1,
	severity: 'error',
	rule: 'schema',
	message: 'it is wrong.',
	fix: 'Put it right.',
	...rest,
});

test('a finding prints its place, what is wrong, its rule and the remedy', () => {
	expect(formatFinding(finding({ line: 7, column: 5 }))).toBe(
		'content/guides/start.mdx:7:5 error it is wrong. [schema]\n    Put it right.',
	);
});

test('findings stand in reading order, whatever order they were found in', () => {
	const inOrder = [
		finding({ file: 'a' }),
		finding({ file: 'b', line: 2 }),
		finding({ file: 'b', line: 10 }),
		finding({ file: 'b', line: 10, column: 2, rule: 'a' }),
		finding({ file: 'b', line: 10, column: 2, rule: 'b', message: 'a.' }),
		finding({ file: 'b', line: 10, column: 2, rule: 'b', message: 'b.' }),
	];
	fc.assert(
		fc.property(fc.shuffledSubarray(inOrder, { minLength: 6 }), (shuffled) => {
			expect(sortFindings(shuffled)).toEqual(inOrder);
		}),
	);
});

test('order is that of code units, not of a locale', () => {
	expect(['b', 'ä', 'Z', 'a'].sort(compare)).toEqual(['Z', 'a', 'b', 'ä']);
	expect(compare('a', 'a')).toBe(0);
});

test('a quoted value cannot start a line or steer a terminal', () => {
	const { message } = legible(finding({ message: '"a\n::error::x\u001b[2J\u202e" is no id.' }));
	expect(message).toBe('"a ::error::xU+001B[2JU+202E" is no id.');
});

test('words that run on lose their middle', () => {
	const { message } = legible(finding({ message: `"${'a'.repeat(5000)}" is no id.` }));
	expect(message.length).toBeLessThan(1000);
	expect(message).toMatch(/^"a+ \.\.\. a+" is no id\.$/);
});
