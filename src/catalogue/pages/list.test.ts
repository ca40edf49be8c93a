import { expect, test } from 'vitest';
import { catalogueOf, entry, TODAY } from '#tests/support/build.ts';
import { browseIndex } from './browse/list.ts';
import { grouped } from './browse/state.ts';
import { groupingOf } from './list.ts';
import { commonColumns } from './list-columns.ts';
import { useCaseColumns } from './use-case/page.ts';

test.each([
	['controls', 'type'],
	['risks', 'category'],
	['metrics', 'dimension'],
	['connectors', 'ceiling'],
	['patterns', undefined],
	['guides', 'reader'],
	['frameworks', 'status'],
	['roles', undefined],
] as const)('%s are grouped by %s', (name, field) => {
	expect(groupingOf(name)?.field).toBe(field);
});

const ids = (name: 'guides' | 'models', catalogue: ReturnType<typeof catalogueOf>) =>
	browseIndex(name, catalogue).lines.map(({ id }) => id);

test('rows are by group, in the order of its values, then by title', () => {
	const catalogue = catalogueOf(
		entry('controls', 'b', { title: 'Beta', type: 'preventive' }),
		entry('controls', 'c', { title: 'Gamma', type: 'corrective' }),
		entry('controls', 'a', { title: 'Alpha', type: 'preventive' }),
	);
	const index = browseIndex('controls', catalogue);
	const groups = grouped(index, index.lines);
	expect(groups.map(({ label, lines }) => [label, ...lines.map(({ title }) => title)])).toEqual([
		['Preventive', 'Alpha', 'Beta'],
		['Corrective', 'Gamma'],
	]);
});

test('guides for a reader keep the order they state', () => {
	const catalogue = catalogueOf(
		entry('guides', 'first', { title: 'Zebra', reader: 'leader', order: 1 }),
		entry('guides', 'second', { title: 'Ant', reader: 'leader', order: 2 }),
	);
	expect(ids('guides', catalogue)).toEqual(['first', 'second']);
});

test('what is deprecated, and a model that stopped answering, stand last in their group', () => {
	const guides = catalogueOf(
		entry('guides', 'old', { title: 'Old', order: 1, status: 'deprecated' }),
		entry('guides', 'new', { title: 'New', order: 2 }),
	);
	expect(ids('guides', guides)).toEqual(['new', 'old']);
	const models = catalogueOf(
		entry('models', 'a', { title: 'Alpha', retires: '2026-11-21' }),
		entry('models', 'b', { title: 'Beta', retires: TODAY }),
	);
	expect(ids('models', models)).toEqual(['b', 'a']);
});

test('the list of use cases leads to the pattern of each, and never says that no pattern uses it', () => {
	const useCase = entry('use-cases', 'desk', { liveSince: '2026-11-02' });
	const catalogue = catalogueOf(entry('patterns', 'summary', { title: 'Summaries' }), useCase);
	expect(useCaseColumns.map(({ label }) => label)).not.toContain('Used by');
	expect(useCaseColumns.map(({ fact }) => fact(useCase, catalogue))).toEqual([
		{ text: '', status: 'proposed' },
		{ text: 'Summaries', path: '/patterns/summary/' },
		{ text: '', tier: 'low' },
		{ text: 'Internal' },
		{ text: 'Pilot', sub: 'Went live 2 Nov 2026' },
		{ text: 'Office' },
	]);
});

test.each([
	['controls', true],
	['use-cases', false],
] as const)('a list of %s has a column on patterns that use them: %s', (name, has) => {
	expect(commonColumns(name).some(({ label }) => label === 'Used by')).toBe(has);
});
