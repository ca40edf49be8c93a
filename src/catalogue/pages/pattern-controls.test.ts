import { expect, test } from 'vitest';
import type { Policy } from '#schemas/policy.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { controlsOf, proofLegend } from './pattern-controls.ts';

const policy = (overrides: Partial<Policy>) => entry('policy', 'policy', overrides);
const logging = entry('controls', 'logging', { title: 'Logging' });
const gate = entry('controls', 'gate', { title: 'Release gate' });
const pattern = entry('patterns');

test('a control is grouped by the reason for it, the baseline last', () => {
	const rules = policy({
		baselines: { low: ['logging'], medium: [], high: [] },
		conditions: [{ when: { technique: ['rules'] }, because: 'Rules decide.', controls: ['gate'] }],
	});
	const { groups } = controlsOf(pattern, catalogueOf(pattern, logging, gate, rules));
	expect(groups.map(({ title, open }) => [title, open])).toEqual([
		['Added because rules decide', true],
		['Baseline for every pattern', false],
	]);
});

test('a required control that the pattern lacks is shown as missing, in an open group', () => {
	const rules = policy({
		baselines: { low: ['logging', 'gate'], medium: [], high: [] },
		conditions: [],
	});
	const controls = controlsOf(pattern, catalogueOf(pattern, logging, gate, rules));
	expect(controls.groups[0]).toMatchObject({ open: true, end: '2 controls, 1 missing' });
	expect(controls.answer).toBe('1 of 2 required, none proven yet. Missing: release gate.');
});

test('a control beyond what is required has a group of its own', () => {
	const rules = policy({ baselines: { low: [], medium: [], high: [] }, conditions: [] });
	const controls = controlsOf(pattern, catalogueOf(pattern, logging, rules));
	expect(controls.groups.map(({ title }) => title)).toEqual([
		'Added by the author, beyond what is required',
	]);
	expect(controls.answer).toContain('1 more by choice');
});

test('the key of the states ends each meaning with a full stop', () => {
	const { groups } = controlsOf(pattern, catalogueOf(pattern, logging));
	const [first] = groups;
	const [row] = first?.rows ?? [];
	if (!first || !row) throw new Error('The minimal pattern has a control.');
	const both = [{ ...first, rows: [row, { ...row, state: 'proven' as const }] }];
	expect(proofLegend(both)).toMatch(/^Planned: [^:]+[a-z]\. Proven: [^:]+[a-z]\.$/);
});
