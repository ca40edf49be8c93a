import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressesOf, openSite } from '../site/support/links.ts';
import { faults, listFiles, named, readPages } from '../site/support/pages.ts';
import { places } from '../site/support/sites.ts';

/** No page links to it: a host answers with it. */
const UNLINKED = ['404.html'];

describe.each(places)('the site %s', (_where, folder, url) => {
	const pages = readPages(folder);
	const site = openSite(folder, url);

	test('links to files and ids that exist', () => {
		const dead = faults(pages, (element, { path }) =>
			addressesOf(element)
				.map((address) => site.follow(address, path))
				.find((target) => typeof target === 'string'),
		);
		expect(dead).toEqual([]);
	});

	test('has no link that stays where it is', () => {
		expect(
			faults(pages, ({ name, attributes }) =>
				name === 'a' && ['', '#'].includes(attributes.get('href') ?? '#')
					? 'goes nowhere'
					: undefined,
			),
		).toEqual([]);
	});

	test('leads from the home page to every other page', () => {
		const reached = new Set(['index.html']);
		for (const file of reached) {
			const page = pages.find((candidate) => candidate.file === file);
			for (const link of page ? named(page, 'a') : []) {
				const target = site.follow(link.attributes.get('href') ?? '', page?.path ?? '/');
				if (typeof target === 'object') reached.add(target.file);
			}
		}
		const lost = pages.map(({ file }) => file).filter((file) => !reached.has(file));
		expect(lost.filter((file) => !UNLINKED.includes(file))).toEqual([]);
	});

	test('writes into JSON only addresses that exist', () => {
		const addresses = listFiles(folder)
			.filter((file) => file.startsWith('api/') || file.endsWith('.messages.json'))
			.flatMap((file) => {
				const value: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
				return texts(value).map((text) => ({ file, text }));
			})
			.filter(({ text }) => text.startsWith(new URL(url).origin));
		const dead = addresses.flatMap(({ file, text }) => {
			const target = site.follow(text, '/');
			return typeof target === 'string' ? [`${file} ${target}`] : [];
		});
		expect(dead).toEqual([]);
		expect(addresses.length).toBeGreaterThan(pages.length);
	});
});

/** Every text inside a JSON value. */
function texts(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	// The id of an event names it, in the JSON and in the feed; its page is beside it.
	return Object.entries(value).flatMap(([key, inner]) => (key === 'id' ? [] : texts(inner)));
}
