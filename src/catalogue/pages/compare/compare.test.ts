import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { api } from '#catalogue/export/api.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { comparePath, idsFrom } from './address.ts';
import { compare, rowOf } from './compare.ts';
import { confusedPairs, pairsTable } from './pairs.ts';
import type { ComparedPattern, Titles } from './rows.ts';

const { exposure, doNotUseWhen } = minimal.patterns();
const related = (pattern: string) => [{ pattern, why: 'The other one answers questions.' }];
const catalogue = catalogueOf(
	entry('patterns', 'one', { title: 'One', related: related('two') }),
	entry('patterns', 'two', {
		title: 'Two',
		exposure: { ...exposure, data: 'confidential' },
		related: related('one'),
	}),
	entry('patterns', 'three', {
		title: 'Three',
		doNotUseWhen: [{ case: 'Someone decides about a person.', instead: 'one' }],
	}),
	entry('connectors'),
	entry('controls', 'logging', { title: 'Logging' }),
	entry('risks', 'leak', { title: 'Leak' }),
	entry('prompts'),
	entry('models'),
);

/** The JSON that the site serves, as the browser reads it. */
async function served(id: string): Promise<ComparedPattern> {
	const files = [...api.files(contextOf(catalogue, (path) => `https://host.example${path}`))];
	const file = files.find(({ path }) => path === `api/v1/patterns/${id}.json`);
	return JSON.parse(String(await file?.body()));
}
const titles: Titles = new Map([['risks', new Map([['leak', 'Leak']])]]);

const value = (key: string) => ({ key, words: key });
const marks = (cells: readonly (readonly string[])[]) => {
	const row = rowOf(
		'Row',
		cells.map((keys) => keys.map(value)),
	);
	const only = row.cells.map((values) => values.filter((one) => one.only).map((one) => one.words));
	return { differs: row.differs, only };
};

describe('a row', () => {
	test('that is the same everywhere marks nothing', () =>
		expect(marks([['a'], ['a'], ['a']])).toEqual({ differs: 'no', only: [[], [], []] }));

	test('marks the one of three that stands out, not either of two', () => {
		expect(marks([['a'], ['b'], ['a']])).toEqual({ differs: 'one', only: [[], ['b'], []] });
		expect(marks([['a'], ['b']])).toEqual({ differs: 'yes', only: [[], []] });
		expect(marks([['a'], ['b'], ['c']])).toEqual({ differs: 'yes', only: [[], [], []] });
		expect(marks([['a'], ['b'], ['a'], ['b']])).toEqual({
			differs: 'yes',
			only: [[], [], [], []],
		});
	});

	test('of lists marks the items that one pattern alone has, in any order of the items', () => {
		expect(marks([['a', 'b'], ['b']])).toEqual({ differs: 'yes', only: [['a'], []] });
		expect(
			marks([
				['a', 'b'],
				['b', 'a'],
			]),
		).toEqual({ differs: 'no', only: [[], []] });
	});

	test('of lists that share nothing marks nothing, unless one pattern alone has a list', () => {
		expect(
			marks([
				['a', 'b'],
				['c', 'd'],
			]),
		).toEqual({ differs: 'yes', only: [[], []] });
		expect(marks([['a', 'b'], []])).toEqual({ differs: 'yes', only: [['a', 'b'], []] });
	});

	test('never marks what another cell has as well', () => {
		const cells = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c')), {
			minLength: 2,
			maxLength: 4,
		});
		fc.assert(
			fc.property(cells, (keys) => {
				const { only, differs } = marks(keys);
				const all = keys.flat();
				for (const key of only.flat()) {
					expect(all.filter((one) => one === key)).toHaveLength(1);
				}
				if (differs === 'no') expect(only.flat()).toEqual([]);
			}),
		);
	});
});

test('patterns are compared as the site serves them', async () => {
	const { groups, different, points } = compare([await served('one'), await served('two')], titles);
	const rows = groups.flatMap((group) => group.rows);
	const row = (label: string) => rows.find((one) => one.label === label);
	expect(row('Data')).toMatchObject({
		differs: 'yes',
		cells: [[{ words: 'Internal' }], [{ words: 'Confidential' }]],
	});
	expect(row('Tier')?.differs).toBe('yes');
	expect(row('Regulated')).toMatchObject({ differs: 'no', cells: [[{ words: 'No' }], [{}]] });
	expect(row('Risks')?.cells[0]?.[0]?.words).toMatchObject({ words: 'Leak', to: '/risks/leak/' });
	expect(row('Who decides')).toBeUndefined();
	expect(different).toBe(rows.filter(({ differs }) => differs !== 'no').length);
	expect(points).toBe(rows.length);
});

test('a control that not all of them require has a row, with the reason', async () => {
	const [one, two] = [await served('one'), await served('two')];
	two.computed.requiredControls.push({ control: 'gate', baseline: 'medium' });
	const { groups } = compare([one, two], titles);
	const { rows = [] } = groups.find(({ title }) => title.startsWith('Controls that')) ?? {};
	expect(rows).toHaveLength(1);
	expect(rows[0]?.cells.map(([cell]) => cell?.words)).toEqual([
		'Not required',
		'Required. Medium tier and above.',
	]);
});

describe('the address', () => {
	test('keeps up to four patterns, each once', () => {
		expect(idsFrom('?a=one&b=two&c=one&d=&e=five')).toEqual({ ids: ['one', 'two'], unknown: [] });
		expect(comparePath(['one', 'two', 'three', 'four', 'five'])).toBe(
			'/compare/?a=one&b=two&c=three&d=four',
		);
		expect(comparePath([])).toBe('/compare/');
	});

	test('leads nowhere but to patterns', () => {
		expect(idsFrom('?a=../../secret&b=two')).toEqual({ ids: ['two'], unknown: ['../../secret'] });
	});
});

describe('the pairs that people confuse', () => {
	test('are those that a pattern names, each once', () => {
		const pairs = confusedPairs(catalogue).map(({ one, other }) => `${one.id} ${other.id}`);
		expect(pairs.sort()).toEqual(['one two', 'three one']);
		expect(doNotUseWhen.every(({ instead }) => !instead)).toBe(true);
	});

	test('are no table where there is none', () =>
		expect(pairsTable(catalogueOf(entry('patterns')))).toBeUndefined());
});
