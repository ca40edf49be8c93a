import { describe, expect, it } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import type { Entry } from '../model/catalogue.ts';
import { browseIndex, browsePages, facetGroups, PAGE_ROWS, standings } from './browse.ts';
import { packIndex, unpackIndex } from './browse-index.ts';
import { EVERYTHING, find } from './browse-state.ts';

const catalogue = catalogueOf(
	entry('connectors', 'gateway', { title: 'Gateway' }),
	entry('connectors', 'archive', { title: 'Archive' }),
	entry('patterns', 'zebra', { title: 'Zebra counting', aliases: ['stripes'], status: 'draft' }),
	entry('patterns', 'answers', { title: 'answers', version: '2.0.0' }),
);
const index = browseIndex(catalogue);

describe('the index', () => {
	it('lists patterns by title, whatever the case', () => {
		expect(index.lines.map(({ id }) => id)).toEqual(['answers', 'zebra']);
	});
	it('carries the computed tier and the day the review is due', () => {
		expect(index.lines[0]).toMatchObject({ reviewBy: '2027-11-01', changed: '2026-11-01' });
		expect(index.lines[0]?.values[0]).toEqual(['low']);
	});
	it('is the same after packing and unpacking', () => {
		expect(unpackIndex(packIndex(index))).toEqual(index);
	});
	it('takes one line of the file per pattern', () => {
		const lines = packIndex(index).split('\n');
		expect(lines.filter((text) => /^\["(answers|zebra)"/.test(text))).toHaveLength(2);
	});
	it('refuses a file of another form', () => {
		expect(() => unpackIndex('{"format":2,"facets":[],"lines":[]}')).toThrow('Load the page again');
	});
	it('stays below 400 bytes a line at 500 patterns, and is found in full', () => {
		const lines = Array.from({ length: 250 }, () => index.lines).flat();
		const big = { ...index, lines };
		expect(packIndex(big).length).toBeLessThan(500 * 400);
		expect(find(unpackIndex(packIndex(big)), { ...EVERYTHING, words: 'test' }).lines).toHaveLength(
			500,
		);
		expect(browsePages(big.lines).map((page) => page.length)).toEqual([PAGE_ROWS, PAGE_ROWS, 100]);
	});
});

it('an empty catalogue still has its first page', () => {
	expect(browsePages([])).toEqual([[]]);
});

describe('filters', () => {
	const groups = facetGroups(index);
	const named = (name: string) => groups.find((group) => group.name === name);

	it('keep ranked values in their rank, those without a pattern included', () => {
		expect(named('tier')?.first.map(({ value }) => value)).toEqual(['low', 'medium', 'high']);
	});
	it('fold connectors that no pattern uses', () => {
		expect(named('connector')?.first.map(({ value }) => value)).toEqual(['gateway']);
		expect(named('connector')?.rest.map(({ value }) => value)).toEqual(['archive']);
	});
});

it('statuses are counted in the order of their standing, without those nobody has', () => {
	expect(standings(catalogue).map(({ status, count }) => [status, count])).toEqual([
		['proposed', 1],
		['draft', 1],
	]);
});

it('a pattern whose review is late or whose model is retired stands after the others', () => {
	const one = (id: string, title: string, rest: Partial<Entry<'patterns'>['data']> = {}) =>
		entry('patterns', id, { title, ...rest });
	const { lines } = browseIndex(
		catalogueOf(
			entry('models', 'gone', { retires: '2026-01-01' }),
			one('a', 'Aged', { status: 'approved', reviewed: '2025-01-01' }),
			one('b', 'Based on a retired model', { models: ['gone'] }),
			one('c', 'Current'),
		),
	);
	expect(lines.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});
