import { parse } from 'csv-parse/sync';
import { array, assert, integer, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

const read = (text: string): string[][] =>
	parse(text, { relax_column_count: false, record_delimiter: '\r\n' });

test('a parser reads back what was written, whatever the text', () => {
	const cell = string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r]/.test(text));
	const row = array(cell, { minLength: 3, maxLength: 3 });
	assert(
		property(array(row, { maxLength: 5 }), (rows) => {
			const heads = ['one', 'two', 'three'];
			expect(read(csvOf(heads, rows))).toEqual([heads, ...rows]);
		}),
	);
});

test('text that a spreadsheet would run is text, and a negative number is a number', () => {
	const cells = ['=1+1', '@SUM(A1)', '+49', '-2', '\tx'];
	expect(read(csvOf(['a', 'b', 'c', 'd', 'e'], [cells]))[1]).toEqual(
		cells.map((text) => `'${text}`),
	);
	assert(
		property(integer(), (number) => {
			expect(read(csvOf(['a'], [[number]]))[1]).toEqual([String(number)]);
		}),
	);
});

test('what is missing is empty, and yes or no is a word', () =>
	expect(csvOf(['a', 'b', 'c'], [[undefined, true, false]])).toBe('a,b,c\r\n,yes,no\r\n'));
