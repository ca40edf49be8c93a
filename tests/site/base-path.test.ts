import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addressesOf } from './support/links.ts';
import { faults, listFiles, named, readPages } from './support/pages.ts';
import { sites } from './support/sites.ts';

if (!sites.based) throw new Error('The house is built under a base path too.');
const { dist } = sites;
const { dist: based, url: baseUrl } = sites.based;
const pages = readPages(based);
const base = new URL(baseUrl).pathname;

test('the site under a base path has the files of the site at the root', () => {
	const ofTheCatalogue = (site: string) =>
		listFiles(site)
			.filter((file) => !/^(?:_astro|pagefind)\//.test(file))
			.sort();
	expect(ofTheCatalogue(based)).toEqual(ofTheCatalogue(dist));
});

test('every address of the site itself starts with the base path', () => {
	expect(
		faults(pages, (element) =>
			addressesOf(element).find((address) => address.startsWith('/') && !address.startsWith(base)),
		),
	).toEqual([]);
});

test('no address is relative, so that a page may move', () => {
	expect(
		faults(pages, (element) =>
			addressesOf(element).find((address) => !/^(?:[/#?]|[a-z]+:)/.test(address)),
		),
	).toEqual([]);
});

test('every canonical address is a full address under the base path', () => {
	const canonical = pages.flatMap((page) =>
		named(page, 'link')
			.filter(({ attributes }) => attributes.get('rel') === 'canonical')
			.map(({ attributes }) => attributes.get('href') ?? ''),
	);
	expect(canonical.length).toBeGreaterThan(1);
	expect(canonical.filter((address) => !address.startsWith(baseUrl))).toEqual([]);
});

test('every address in the JSON files is a full address under the base path', () => {
	const addresses = listFiles(based)
		.filter((file) => file.startsWith('api/') || file.endsWith('.messages.json'))
		.flatMap((file) => {
			const json = readFileSync(join(based, file), 'utf8');
			const found = json.matchAll(/"(?:page|json|index|schema|\$id)": ?"([^"]*)"/g);
			return [...found].map(([, address = '']) => address);
		});
	expect(addresses.length).toBeGreaterThan(pages.length);
	expect(addresses.filter((address) => !address.startsWith(baseUrl))).toEqual([]);
});

test('no style sheet leaves the base path', () => {
	const css = listFiles(based)
		.filter((file) => file.endsWith('.css'))
		.map((file) => readFileSync(join(based, file), 'utf8'))
		.join('\n');
	const roots = [...css.matchAll(/url\(\s*["']?(\/[^"')]+)/g)].map(([, address = '']) => address);
	expect(roots.filter((address) => !address.startsWith(base))).toEqual([]);
});
