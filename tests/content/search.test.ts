import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finderOf } from '#catalogue/pages/search/ask.ts';
import { INDEX_FOLDER } from '#catalogue/pages/search/format.ts';
import { furtherPages, listPages } from '#catalogue/pages/search/further.ts';
import { searchDocument, searchedEntries } from '#catalogue/pages/search.ts';
import { catalogue, places, sites } from '../site/support/sites.ts';

const { dist } = sites;
const documents = searchedEntries(catalogue).map((entry) => searchDocument(entry, catalogue));
const idsOf = (path: string) => {
	const html = readFileSync(join(dist, path, 'index.html'), 'utf8');
	return new Set([...html.matchAll(/\sid="?([^\s">]+)/g)].map((match) => match[1]));
};

test('every search result leads to a page that exists', () => {
	const pages = [...documents, ...furtherPages(), ...listPages()];
	const missing = pages.filter(({ path }) => !existsSync(join(dist, path, 'index.html')));
	expect(missing.map(({ path }) => path)).toEqual([]);
});

test('every section of a search result leads to a place on its page', () => {
	const dead = documents.flatMap(({ path, sections }) => {
		const ids = idsOf(path);
		return sections.filter(({ id }) => id && !ids.has(id)).map(({ id }) => `${path}#${id}`);
	});
	expect(dead).toEqual([]);
});

describe.each(places)('the index %s', (_where, site) => {
	const read = (name: string): unknown =>
		JSON.parse(readFileSync(join(site, 'pagefind', name), 'utf8'));

	test('has every entry that has a page', () => {
		expect(read('pagefind-entry.json')).toMatchObject({
			languages: { en: { page_count: documents.length } },
		});
	});

	test('comes with the script that reads it', () => {
		expect(existsSync(join(site, 'pagefind/pagefind.js'))).toBe(true);
	});

	test('answers a question from its files alone, without loading much of it', async () => {
		let loaded = 0;
		const finder = finderOf(async (name) => {
			const file = readFileSync(join(site, INDEX_FOLDER, name));
			loaded += file.length;
			return file;
		});
		const [{ title } = { title: '' }] = documents;
		const { found, cards } = await finder.ask(title);
		expect((await cards(found)).map((card) => card?.title)).toContain(title);
		// The scripts that ask it are some 20 kB more.
		const { pages } = await finder.about();
		expect(loaded).toBeLessThanOrEqual(pages > 1000 ? 700_000 : 130_000);
	});
});

test('no page asks for the index before search is opened', () => {
	const html = readFileSync(join(dist, 'search/index.html'), 'utf8');
	expect(html).not.toContain('pagefind');
});
