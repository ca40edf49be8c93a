import { expect, test } from 'vitest';
import { yamlLine } from './yaml-line.ts';

const text = (html: string) => html.replaceAll(/<[^>]*>/g, '');

test.each([
	['version: "1.0.0"', 'keyword'],
	['  - { version: "1.0.0", date: 2026-11-20 }', 'string'],
	['    name(array, what it is): string', 'keyword'],
	['  temperature: 0', 'constant'],
	['# a remark', 'comment'],
	['---', 'comment'],
	['', ''],
])('%j keeps its text and names what it is', (line, token) => {
	expect(text(yamlLine(line))).toBe(line);
	expect(yamlLine(line)).toContain(token && `tk-token-${token}`);
});

test('markup in a value is shown, not made', () =>
	expect(yamlLine('label: <b>x</b>')).not.toContain('<b>'));
