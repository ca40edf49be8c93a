/** The files and pages of a built site, read once for every test of a file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Element, readElements } from './html.ts';

export interface Page {
	/** File under the site, such as `patterns/index.html`. */
	file: string;
	/** Path a reader asks for, without the base path, such as `/patterns/`. */
	path: string;
	html: string;
	elements: readonly Element[];
}

const known = new Map<string, readonly Page[]>();

/** Every file of a site in name order, with forward slashes. */
export function listFiles(site: string): string[] {
	return readdirSync(site, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1))
		.map((file) => file.replaceAll('\\', '/'))
		.sort();
}

/** Every page of a site. Throws where there is none: a test of no page would always pass. */
export function readPages(site: string): readonly Page[] {
	const pages =
		known.get(site) ??
		listFiles(site)
			.filter(isPage)
			.map((file) => readPage(site, file));
	if (pages.length === 0) throw new Error(`There is no page in ${site}.`);
	known.set(site, pages);
	return pages;
}

const isPage = (file: string) => file.endsWith('.html');

function readPage(site: string, file: string): Page {
	const html = readFileSync(join(site, file), 'utf8');
	return {
		file,
		path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
		html,
		elements: readElements(html),
	};
}

/**
 * One line for everything that a check finds on the pages, as `file:line what`.
 *
 * @example
 * faults(pages, (element) => element.name === 'style' ? 'a style element' : undefined)
 */
export function faults(
	pages: readonly Page[],
	check: (element: Element, page: Page) => string | undefined,
): string[] {
	return pages.flatMap((page) =>
		page.elements.flatMap((element) => {
			const fault = check(element, page);
			return fault === undefined ? [] : [`${page.file}:${element.line} ${fault}`];
		}),
	);
}

/** The elements of a page with one of these names. */
export function named(page: Page, ...names: readonly string[]): Element[] {
	return page.elements.filter(({ name }) => names.includes(name));
}
