import { expect, test } from 'vitest';
import { PARTS, SECTIONS } from './sections.ts';

test('a pattern page has five parts and sixteen sections, numbered in order', () => {
	expect(PARTS.map(({ title }) => title)).toEqual(['Decide', 'Build', 'Assure', 'Run', 'Record']);
	expect(SECTIONS.map(({ number }) => number)).toEqual(
		Array.from({ length: 16 }, (_, at) => at + 1),
	);
});

test('ids and titles stand once, so that a fragment leads to one place', () => {
	const ids = [...PARTS, ...SECTIONS].map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(new Set(SECTIONS.map(({ title }) => title)).size).toBe(SECTIONS.length);
	for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
