import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { pagedCollections } from '#schemas/index.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import type { Entry } from '../../model/catalogue.ts';
import { listFacets } from '../index.ts';
import { browseIndex, browsePages, constants, facetGroups, PAGE_ROWS } from './list.ts';
import { packIndex, unpackIndex } from './pack.ts';
import { EVERYTHING, find, grouped, RESERVED } from './state.ts';
import { listTable, sameText } from './table.ts';

const connectorsOf = (...ids: string[]) =>
	ids.map((connector) => ({
		connector,
		access: 'read' as const,
		data: 'internal' as const,
		why: 'To read what it needs.',
	}));

const catalogue = catalogueOf(
	entry('connectors', 'gateway', { title: 'Gateway' }),
	entry('connectors', 'archive', { title: 'Archive' }),
	entry('patterns', 'zebra', { title: 'Zebra counting', aliases: ['stripes'], status: 'draft' }),
	entry('patterns', 'answers', { title: 'answers', version: '2.0.0' }),
);
const index = browseIndex('patterns', catalogue);

describe('the index', () => {
	it('lists patterns by title, whatever the case', () => {
		expect(index.lines.map(({ id }) => id)).toEqual(['answers', 'zebra']);
	});
	it('has the computed tier and the day the review is due', () => {
		const { columns, lines } = index;
		const fact = (label: string) => {
			const at = columns.findIndex((column) => column.label === label);
			return columns[at]?.facts[lines[0]?.cells[at] ?? -1];
		};
		expect(fact('Tier')).toEqual({ text: '', tier: 'low' });
		expect(fact('Review by')).toEqual({ text: '1 Nov 2027' });
		expect(lines[0]?.values[0]).toEqual(['low']);
	});
	it('is the same after packing and unpacking', () => {
		expect(unpackIndex(packIndex(index))).toEqual(index);
	});
	it('takes one line of the file per pattern', () => {
		const lines = packIndex(index).split('\n');
		expect(lines.filter((text) => /^\["(answers|zebra)"/.test(text))).toHaveLength(2);
	});
	it('refuses a file of another form', () => {
		expect(() => unpackIndex('{"format":1,"facets":[],"lines":[]}')).toThrow('Load the page again');
	});
	it('stays below 400 bytes a line at 500 patterns, and is found in full', () => {
		const lines = Array.from({ length: 250 }, () => index.lines).flat();
		const big = { ...index, lines };
		expect(packIndex(big).length).toBeLessThan(500 * 400);
		expect(find(unpackIndex(packIndex(big)), EVERYTHING).lines).toHaveLength(500);
		expect(browsePages(big.lines).map((page) => page.length)).toEqual(
			Array.from({ length: 500 / PAGE_ROWS }, () => PAGE_ROWS),
		);
	});
	it('stays below 700 kB compressed at ten thousand patterns, each in words of its own', () => {
		// A fixed series that looks random: real texts repeat far more, so they come out smaller.
		let seed = 1;
		const next = () => {
			seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
			return seed;
		};
		const words = Array.from({ length: 1500 }, () => next().toString(36));
		const some = (count: number) =>
			Array.from({ length: count }, () => words[next() % words.length]).join(' ');
		const [line] = index.lines;
		if (!line) throw new Error('The index is empty.');
		const lines = Array.from({ length: 10_000 }, (_, at) => ({
			...line,
			id: `${some(2).replace(' ', '-')}-${at}`,
			title: some(3),
			summary: some(15),
			aliases: some(4),
		}));
		const packed = packIndex({ ...index, lines });
		expect(gzipSync(packed).length).toBeLessThan(700_000);
		expect(find(unpackIndex(packed), EVERYTHING).lines).toHaveLength(10_000);
	});
});

it('an empty catalogue still has its first page', () => {
	expect(browsePages([])).toEqual([[]]);
});

describe('filters', () => {
	const named = (of: typeof index, name: string) =>
		facetGroups(of).find((group) => group.name === name);
	const many = browseIndex(
		'patterns',
		catalogueOf(
			...Array.from({ length: 13 }, (_, at) => entry('connectors', `c${at}`)),
			...Array.from({ length: 13 }, (_, at) =>
				entry('patterns', `p${at}`, {
					connectors: at === 0 ? connectorsOf('c0', 'c12') : connectorsOf(`c${at}`),
				}),
			),
		),
	);

	it('keep the order of a short list, values without an entry included', () => {
		expect(named(index, 'status')?.first.map(({ value }) => value)).toContain('approved');
	});
	it('leave out what would leave nothing out', () => {
		expect(named(index, 'tier')).toBeUndefined();
	});
	it('fold a long list after the values that most entries have', () => {
		const { first = [], rest = [] } = named(many, 'connector') ?? {};
		expect([first.length, rest.length]).toEqual([10, 3]);
		expect(first[0]?.value).toBe('c12');
	});
	it('have at most forty boxes, and a field by name for any of the others', () => {
		const connectors = Array.from({ length: 60 }, (_, at) => entry('connectors', `c${at}`));
		const uses = connectors.map(({ id }, at) =>
			entry('patterns', `p${at}`, {
				connectors: connectorsOf(id),
			}),
		);
		const large = browseIndex('patterns', catalogueOf(...connectors, ...uses));
		const { first = [], rest = [], byName } = named(large, 'connector') ?? {};
		expect([first.length, rest.length, byName]).toEqual([10, 30, true]);
		expect(named(many, 'connector')?.byName).toBe(false);
	});
	it.each(pagedCollections)('of %s have names that an address has free', (name) => {
		const names = listFacets(name).map((facet) => facet.name);
		expect(names.filter((one) => RESERVED.includes(one))).toEqual([]);
		expect(new Set(names).size).toBe(names.length);
	});
});

const connectors = catalogueOf(
	entry('connectors', 'wiki', { title: 'Wiki', ceiling: 'internal' }),
	entry('connectors', 'desk', { title: 'Desk', ceiling: 'restricted' }),
	entry('connectors', 'gateway', { title: 'Gateway', ceiling: 'as-carried' }),
);
const systems = browseIndex('connectors', connectors);

describe('the list of connectors', () => {
	const cleared = (value: string) =>
		find(systems, { ...EVERYTHING, chosen: new Map([['data', [value]]]) }).lines.map(
			({ id }) => id,
		);

	it('asks first what data you will send, and shows what is cleared for it', () => {
		expect(facetGroups(systems)[0]).toMatchObject({ label: 'What data will you send?' });
		expect(cleared('internal')).toEqual(['desk', 'gateway', 'wiki']);
		expect(cleared('restricted')).toEqual(['desk', 'gateway']);
	});
	it('is grouped by the highest data, least first', () => {
		expect(grouped(systems, systems.lines).map(({ value }) => value)).toEqual([
			'internal',
			'restricted',
			'as-carried',
		]);
	});
	it('says once what is the same in every row, and shows the columns that vary', () => {
		const { varying, same } = constants(systems);
		expect(varying.map(({ label }) => label)).toEqual(['Highest class of data']);
		expect(sameText(systems, same, ({ facts }) => facts[0]?.text ?? '')).toContain(
			'The same for all 3 connectors. Status: ',
		);
		const { columns, groups } = listTable(systems, systems.lines, varying);
		expect(columns).toHaveLength(2);
		expect(groups.flatMap(({ rows }) => rows.map(({ cells }) => cells.length))).toEqual([2, 2, 2]);
	});
	it('keeps every column of a list of one', () => {
		const one = browseIndex('connectors', catalogueOf(entry('connectors', 'wiki')));
		expect(constants(one).same).toEqual([]);
	});
});

test('a column sorts by what it means: by date, by rank, and what is not there last', () => {
	const models = browseIndex(
		'models',
		catalogueOf(
			entry('models', 'a', { title: 'A', retires: '2027-02-01', ceiling: 'restricted' }),
			entry('models', 'b', { title: 'B', retires: '2027-01-30', ceiling: 'public' }),
			entry('patterns', 'p', { models: ['b'] }),
		),
	);
	const by = (key: string, down = false) =>
		find(models, { ...EVERYTHING, sort: { by: key, down } }).lines.map(({ id }) => id);
	expect(by('retires')).toEqual(['b', 'a']);
	expect(by('highest-class-of-data')).toEqual(['b', 'a']);
	expect(by('used-by')).toEqual(['b', 'a']);
	expect(by('title', true)).toEqual(['b', 'a']);
});

it('a pattern whose review is late or whose model is retired stands after the others', () => {
	const one = (id: string, title: string, rest: Partial<Entry<'patterns'>['data']> = {}) =>
		entry('patterns', id, { title, ...rest });
	const { lines } = browseIndex(
		'patterns',
		catalogueOf(
			entry('models', 'gone', { retires: '2026-01-01' }),
			one('a', 'Aged', { status: 'approved', reviewed: '2025-01-01' }),
			one('b', 'Based on a retired model', { models: ['gone'] }),
			one('c', 'Current'),
		),
	);
	expect(lines.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});
