import { expect, test } from 'vitest';
import { PARTS, SECTIONS } from './sections.ts';

test('a pattern page has five parts in the order of the questions, and the record at the end', () => {
	expect(PARTS.map(({ title }) => title)).toEqual([
		'Fit',
		'Architecture',
		'Risks and controls',
		'Evaluation and metrics',
		'Rollout and support',
		'Record',
	]);
});

test('ids and titles of sections are there once, so that a fragment leads to one place', () => {
	const ids = SECTIONS.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(new Set(SECTIONS.map(({ title }) => title)).size).toBe(SECTIONS.length);
	for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('a part has the address of its first section, and the record one of its own', () => {
	const own = PARTS.filter(({ id, sections }) => sections[0]?.id !== id).map(({ id }) => id);
	expect(own).toEqual(['record']);
	expect(SECTIONS.map(({ id }) => id)).not.toContain('record');
});
