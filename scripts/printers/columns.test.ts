import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmless, widthOf, wrap } from './columns.ts';

test.each([
	['plain', 5],
	['e\u0301', 1],
	['日本', 4],
	['👩‍💻', 2],
	['', 0],
])('%s takes the columns that a terminal gives it', (text, columns) => {
	expect(widthOf(text)).toBe(columns);
});

test('an escape sequence, a line break and half a character are shown as a mark', () => {
	expect(harmless('a\u001b[31m\nb\ud800\tc')).toBe('a\ufffd[31m\ufffdb\ufffd c');
});

describe('wrapping', () => {
	test('breaks at spaces', () => {
		expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
	});

	test('breaks a word only where it is longer than a line', () => {
		expect(wrap('a abcdefghij b', 4)).toEqual(['a', 'abcd', 'efgh', 'ij b']);
	});

	test('loses nothing and keeps to the width', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme' }),
				fc.integer({ min: 2, max: 40 }),
				(text, width) => {
					const lines = wrap(text, width);
					expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
					for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
				},
			),
		);
	});
});
