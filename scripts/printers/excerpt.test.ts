import { describe, expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';

const at = (column: number, endColumn?: number) => ({ line: 1, column, endLine: 1, endColumn });
const shown = (source: string, range: Parameters<typeof excerptOf>[1], width = 40) => {
	const excerpt = excerptOf(source, range, width);
	return excerpt && [excerpt.text, excerpt.mark];
};

test('the mark stands under the place', () => {
	expect(shown('owner: nobody', at(8, 14))).toEqual(['owner: nobody', '       ^^^^^^']);
});

test('a place without an end gets one caret', () => {
	expect(shown('owner: nobody', at(8))).toEqual(['owner: nobody', '       ^']);
});

test('a place behind the last character gets a caret behind it', () => {
	expect(shown('owner:', at(7, 7))).toEqual(['owner:', '      ^']);
});

test('a place of several lines is marked to the end of its first', () => {
	const range = { line: 1, column: 1, endLine: 2, endColumn: 2 };
	expect(shown('- one\n- two', range)).toEqual(['- one', '^^^^^']);
});

test('a tab counts as one column, a wide character as two', () => {
	expect(shown('\t日: x', at(5, 6))).toEqual([' 日: x', '     ^']);
});

test('a line break of Windows is no part of the line', () => {
	expect(shown('a: b\r\nc: d', at(4, 5))).toEqual(['a: b', '   ^']);
});

describe('a line that does not fit', () => {
	const long = 'abcdefghijklmnopqrstuvwxyz'.repeat(3);

	test('is cut behind a place at its start', () => {
		expect(shown(long, at(3, 5), 20)).toEqual(['abcdefghijklmnopq...', '  ^^']);
	});

	test('is cut on both sides of a place in its middle', () => {
		expect(shown(long, at(40, 42), 40)).toEqual([
			'...tuvwxyzabcdefghijklmnopqrstuvwxyza...',
			`${' '.repeat(23)}^^`,
		]);
	});
});

test('an empty line, and a line that is not there, are not shown', () => {
	expect(shown('\n', at(1))).toBeUndefined();
	expect(shown('a', { line: 9, column: 1 })).toBeUndefined();
});
