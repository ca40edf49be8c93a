import { expect, test } from 'vitest';
import { entry, problemsOf } from '#tests/support/build.ts';
import type { Heading } from '../model/entry.ts';
import { bodySections } from './body-sections.ts';

const check = (...headings: [depth: number, text: string][]) => {
	const at = (depth: number, text: string, index: number): Heading => ({
		depth,
		text,
		line: 100 + index,
		column: 1,
	});
	const list = headings.map(([depth, text], index) => at(depth, text, index));
	return problemsOf(bodySections, entry('patterns', 'summary', {}, { headings: list }));
};

test('titles of sections in any order, and smaller headings under them, are fine', async () => {
	expect(await check([2, 'Risk closure'], [3, 'Whatever helps'], [2, 'Fit'])).toEqual([]);
});

test('an unknown section is reported where it stands', async () => {
	expect(await check([2, 'Fit'], [2, 'Architectur'])).toMatchObject([
		{
			spot: { line: 101, column: 1 },
			message: 'the heading "Architectur" is not a section of a pattern page.',
			fix: 'Did you mean "Architecture"?',
		},
	]);
});

test('a section appears once', async () => {
	expect(await check([2, 'Fit'], [2, 'Fit'])).toMatchObject([
		{ spot: { line: 101 }, message: 'the section "Fit" appears twice.' },
	]);
});
