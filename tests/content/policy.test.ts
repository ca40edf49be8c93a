import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '#catalogue/words/csp.ts';
import type { Element } from '../site/support/html.ts';
import { addressesOf, openSite } from '../site/support/links.ts';
import { faults, listFiles, readPages } from '../site/support/pages.ts';
import { sites } from '../site/support/sites.ts';

const { dist, url } = sites;
const pages = readPages(dist);
const site = openSite(dist, url);

test('every page states the policy before anything that the policy is for', () => {
	const wrong = pages.filter((page) => {
		const [charset, policy] = page.elements.filter(({ parent }) => parent?.name === 'head');
		return !(
			charset?.attributes.get('charset') === 'utf-8' &&
			policy?.attributes.get('http-equiv') === 'content-security-policy' &&
			policy.attributes.get('content') === contentSecurityPolicy
		);
	});
	expect(wrong.map(({ file }) => file)).toEqual([]);
});

test('no element carries a style or a handler of its own', () => {
	expect(
		faults(pages, ({ name, attributes }) =>
			[...attributes.keys()]
				.filter((key) => key === 'style' || key.startsWith('on'))
				.map((key) => `${name} with ${key}`)
				.at(0),
		),
	).toEqual([]);
});

test('no page holds a style sheet or a script inside itself', () => {
	expect(
		faults(pages, ({ name, attributes }) => {
			if (name === 'style') return 'a style element';
			const data = attributes.get('type') === 'application/json';
			return name === 'script' && !data && !attributes.has('src') ? 'an inline script' : undefined;
		}),
	).toEqual([]);
});

test('no page frames another, sends the reader on, or moves its own base', () => {
	const refused = ['iframe', 'frame', 'object', 'embed', 'base'];
	expect(
		faults(pages, ({ name, attributes }) => {
			if (refused.includes(name)) return name;
			return attributes.get('http-equiv')?.toLowerCase() === 'refresh' ? 'a refresh' : undefined;
		}),
	).toEqual([]);
});

test('no address runs a script', () => {
	// A browser takes white space and control characters out of a scheme before it reads it.
	const scheme = /^(?:javascript|vbscript|data):/i;
	expect(
		faults(pages, (element) =>
			addressesOf(element).find((address) => scheme.test(address.replace(/[\s\p{Cc}]/gu, ''))),
		),
	).toEqual([]);
});

test('everything that a page loads or sends to is on the same site', () => {
	expect(
		faults(pages, (element) => {
			if (element.name === 'a' || isCanonical(element)) return undefined;
			return addressesOf(element).find((address) => site.follow(address, '/') === undefined);
		}),
	).toEqual([]);
});

const isCanonical = ({ attributes }: Element) => attributes.get('rel') === 'canonical';

test('a link to another site is encrypted or a mail address', () => {
	const allowed = /^(?:https:|mailto:)/;
	expect(
		faults(pages, (element, { path }) =>
			addressesOf(element).find(
				(address) => site.follow(address, path) === undefined && !allowed.test(address),
			),
		),
	).toEqual([]);
});

test('the style sheets load nothing from elsewhere', () => {
	const sheets = listFiles(dist).filter((file) => file.endsWith('.css'));
	const loaded = sheets.flatMap((file) => {
		const css = readFileSync(join(dist, file), 'utf8');
		const found = css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g);
		return [...found].map(([, url, sheet]) => ({ file, address: url ?? sheet ?? '' }));
	});
	// Pictures may stand in the sheet itself; fonts may not.
	const wrong = loaded.filter(
		({ file, address }) =>
			!address.startsWith('data:image/') && typeof site.follow(address, `/${file}`) !== 'object',
	);
	expect(wrong).toEqual([]);
	expect(loaded.length).toBeGreaterThan(0);
});
