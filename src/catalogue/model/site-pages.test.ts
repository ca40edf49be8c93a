import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isCollection } from './catalogue.ts';
import { sitePages } from './site-pages.ts';

/** Files of which Astro makes the page at a path. */
const filesOf = (path: string) => {
	const name = path.slice(1, -1);
	const list = isCollection(name) ? ['[collection]/[...page].astro'] : [];
	const files = name === '' ? ['index.astro'] : [`${name}.astro`, `${name}/index.astro`];
	return [...files, `${name}/[...page].astro`, ...list].map((file) => `src/pages/${file}`);
};

test('every page that an entry may link to is a page of the site', () => {
	const missing = sitePages.filter((path) => !filesOf(path).some((file) => existsSync(file)));
	expect(missing).toEqual([]);
});
