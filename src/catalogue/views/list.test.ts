import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { groupingOf, groupRows, listRows } from './list.ts';
import { controlColumns } from './list-columns.ts';

test.each([
	['controls', 'type'],
	['risks', 'category'],
	['metrics', 'dimension'],
	['connectors', 'systemClass'],
	['guides', 'group'],
	['frameworks', 'status'],
	['roles', undefined],
] as const)('%s are grouped by %s', (name, field) => {
	expect(groupingOf(name)?.field).toBe(field);
});

test('rows stand by group in the order of its values, then by title', () => {
	const catalogue = catalogueOf(
		entry('controls', 'b', { title: 'Beta', type: 'preventive' }),
		entry('controls', 'c', { title: 'Gamma', type: 'corrective' }),
		entry('controls', 'a', { title: 'Alpha', type: 'preventive' }),
	);
	const rows = listRows('controls', controlColumns, catalogue);
	const groups = groupRows('controls', rows);
	expect(groups.map(({ label, rows: of }) => [label, ...of.map(({ title }) => title)])).toEqual([
		['Preventive', 'Alpha', 'Beta'],
		['Corrective', 'Gamma'],
	]);
});

test('guides of a group keep the order they state', () => {
	const catalogue = catalogueOf(
		entry('guides', 'first', { title: 'Zebra', group: 'run', order: 1 }),
		entry('guides', 'second', { title: 'Ant', group: 'run', order: 2 }),
	);
	expect(listRows('guides', [], catalogue).map(({ id }) => id)).toEqual(['first', 'second']);
});
