import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { anchorOf } from '../words/anchor.ts';
import { coveredWithin, frameworkCoverage } from './framework-coverage.ts';
import { mappingOf } from './framework-rows.ts';

const older = entry('frameworks', 'old', {
	edition: '2025',
	status: 'superseded',
	supersededBy: 'new',
	items: [
		{ id: 'R1:2025', title: 'Leak', kind: 'risk' },
		{ id: 'R2:2025', title: 'Theft', kind: 'risk' },
	],
});
const newer = entry('frameworks', 'new', {
	items: [
		{ id: 'R', title: 'All risks', kind: 'function' },
		{ id: 'R2:2026', title: 'Leak', kind: 'risk', parent: 'R', mapsTo: { old: ['R1:2025'] } },
		{ id: 'R3:2026', title: 'Drift', kind: 'risk', parent: 'R' },
	],
});
const cite = (item: string) => ({
	frameworks: [{ framework: 'new', item, relation: 'same' as const, note: 'All of it.' }],
});
const leak = entry('risks', 'leak', { title: 'Data leakage', ...cite('R2:2026') });
const catalogue = catalogueOf(older, newer, leak);

test('an item names the entries that cite it, with relation and note', () => {
	const [group] = frameworkCoverage(newer, catalogue).groups;
	const item = group?.items.find(({ id }) => id === 'R2:2026');
	expect(item?.covering).toEqual([
		{
			title: 'Data leakage',
			path: '/risks/leak/',
			kind: 'risk',
			hasPage: true,
			relation: 'Same',
			note: 'All of it.',
		},
	]);
});

test('headings are not counted among the items that can be covered', () => {
	const coverage = frameworkCoverage(newer, catalogue);
	expect([coverage.covered, coverage.total]).toEqual([1, 2]);
	expect(coveredWithin(coverage.groups[0]?.items ?? [])).toEqual({ covered: 1, total: 2 });
});

test('an item says its earlier number, and what its own number meant before', () => {
	const [group] = mappingOf(leak.data.frameworks, catalogue);
	expect(group?.rows[0]?.edition).toEqual(['Was R1:2025.', 'In 2025, R2 was Theft.']);
});

test('a technique without a parent stands under its first tactic', () => {
	const atlas = entry('frameworks', 'atlas', {
		items: [
			{ id: 'TA1', title: 'Entry', kind: 'function' },
			{ id: 'T1', title: 'Phishing', kind: 'technique', tactics: ['TA1', 'TA2'] },
			{ id: 'M1', title: 'Training', kind: 'control' },
		],
	});
	const { groups } = frameworkCoverage(atlas, catalogueOf(atlas));
	expect(groups.map(({ title, items }) => [title, ...items.map(({ id }) => id)])).toEqual([
		['Entry', 'TA1', 'T1'],
		['Controls', 'M1'],
	]);
});

test.each([
	['LLM01:2026', 'llm01-2026'],
	['Art. 26(1)', 'art-26-1'],
	['2.10', 'item-2-10'],
	['gen_ai.usage.input_tokens', 'gen-ai-usage-input-tokens'],
])('%s is reached at #%s', (identifier, anchor) => {
	expect(anchorOf(identifier)).toBe(anchor);
});
