import { readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { addressesOf } from '../site/support/links.ts';
import { faults, listFiles, named, type Page, readPages } from '../site/support/pages.ts';
import { sheetsOf } from '../site/support/sheets.ts';
import { baseOf, sites } from '../site/support/sites.ts';

const { dist, url } = sites;
const base = baseOf(url);
const pages = readPages(dist);
const patternPages = pages.filter(({ file }) => /^patterns\/[^/]+\/index\.html$/.test(file));
const KILOBYTE = 1000;

/** Size of a file as any host of static files can send it: in gzip, packed once at its best level. */
const sent = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const withEnding = (ending: string) => listFiles(dist).filter((file) => file.endsWith(ending));

test.each(patternPages)('$file weighs at most 22 kB', ({ file }) => {
	expect(sent(file)).toBeLessThanOrEqual(22 * KILOBYTE);
});

test('no page asks for more than 14 kB of style', () => {
	const weights = new Map(withEnding('.css').map((file) => [file, sent(file)]));
	const sheets = pages.map((page) => ({ file: page.file, sheets: sheetsOf(page, base) }));
	expect(sheets.filter(({ sheets }) => sheets.length === 0)).toEqual([]);
	const heavy = sheets
		.map(({ file, sheets }) => ({
			file,
			sum: sum(sheets.map((sheet) => weights.get(sheet) ?? NaN)),
		}))
		.filter(({ sum }) => !(sum <= 14 * KILOBYTE));
	expect(heavy).toEqual([]);
});

test('all style sheets together weigh at most 28 kB', () => {
	const sheets = withEnding('.css');
	expect(sheets.length).toBeGreaterThan(0);
	expect(sum(sheets.map(sent))).toBeLessThanOrEqual(28 * KILOBYTE);
});

test('all fonts together weigh at most 55 kB', () => {
	const fonts = withEnding('.woff2');
	expect(fonts.length).toBeGreaterThan(0);
	// Already compressed: a host sends them as they are.
	expect(sum(fonts.map((file) => statSync(join(dist, file)).size))).toBeLessThanOrEqual(
		55 * KILOBYTE,
	);
});

test.each(patternPages)('$file asks for at most 10 kB of script', (page) => {
	const scripts = scriptsOf(page);
	expect(scripts.size).toBeGreaterThan(1);
	expect(sum([...scripts].map(sent))).toBeLessThanOrEqual(10 * KILOBYTE);
});

test('no page asks for anything of the search index', () => {
	expect(
		faults(pages, (element) =>
			addressesOf(element).find((address) => address.includes('pagefind')),
		),
	).toEqual([]);
	expect(
		patternPages
			.flatMap((page) => [...scriptsOf(page)])
			.filter((file) => file.includes('pagefind')),
	).toEqual([]);
});

/** The scripts a browser loads with a page: those it names, and what they import at once. */
function scriptsOf(page: Page): Set<string> {
	const links = named(page, 'link').filter(({ attributes }) =>
		/modulepreload/.test(attributes.get('rel') ?? ''),
	);
	const files = [...named(page, 'script'), ...links]
		.flatMap(addressesOf)
		.map((address) => address.slice(base.length));
	const found = new Set(files);
	for (const file of found) {
		const code = readFileSync(join(dist, file), 'utf8');
		for (const [, name = ''] of code.matchAll(/\b(?:import|from)\s*["']([^"']+)["']/g)) {
			found.add(posix.join(posix.dirname(file), name));
		}
	}
	return found;
}
