import { expect, test } from 'vitest';
import type { Element } from '../site/support/html.ts';
import { faults, named, type Page, readPages } from '../site/support/pages.ts';
import { sites } from '../site/support/sites.ts';

const pages = readPages(sites.dist);

/** What a check says of each page, for the pages it says something of. */
function saidOf(check: (page: Page) => string | undefined): string[] {
	return pages.flatMap((page) => {
		const said = check(page);
		return said === undefined ? [] : [`${page.file} ${said}`];
	});
}

/** Pages that share a text, which should tell one from another. */
function shared(textOf: (page: Page) => string): string[][] {
	const byText = Map.groupBy(pages, textOf);
	return [...byText.values()]
		.filter((group) => group.length > 1)
		.map((group) => group.map(({ file }) => file));
}

const inBody = ({ parent }: Element) => parent?.name === 'body';
const meta = (page: Page, name: string) =>
	named(page, 'meta')
		.find(({ attributes }) => attributes.get('name') === name)
		?.attributes.get('content');

test('every page says its language', () => {
	expect(
		saidOf(({ elements: [html] }) =>
			html?.name === 'html' && /^en\b/.test(html.attributes.get('lang') ?? '') ? undefined : 'lang',
		),
	).toEqual([]);
});

test('every page has one h1, and it is not empty', () => {
	const titles = (page: Page) => named(page, 'h1').map((heading) => heading.text());
	expect(
		saidOf((page) =>
			titles(page).length === 1 && titles(page)[0] ? undefined : `${titles(page)}`,
		),
	).toEqual([]);
});

test('headings start with the h1 and leave out no level', () => {
	expect(
		saidOf((page) => {
			const headings = named(page, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');
			const level = (heading: Element | undefined) => Number(heading?.name.slice(1) ?? 0);
			const skipping = headings.find((heading, at) => level(heading) > level(headings[at - 1]) + 1);
			return skipping && `line ${skipping.line}: ${skipping.name} "${skipping.text()}"`;
		}),
	).toEqual([]);
});

test('no heading is empty', () => {
	expect(
		faults(pages, ({ name, text }) => (/^h[1-6]$/.test(name) && text() === '' ? name : undefined)),
	).toEqual([]);
});

test('every page has a header, a main navigation, one main part and a footer', () => {
	expect(
		saidOf((page) => {
			const count = (name: string) => named(page, name).filter(inBody).length;
			const navs = named(page, 'nav').filter(
				({ attributes }) => attributes.get('aria-label') === 'Main',
			);
			const found = [count('header'), navs.length, named(page, 'main').length, count('footer')];
			return found.every((number) => number === 1) ? undefined : found.join(' ');
		}),
	).toEqual([]);
});

test('the first thing to reach by keyboard is the link that skips to the content', () => {
	expect(
		saidOf((page) => {
			const first = page.elements.find(({ name }) => ['a', 'button', 'input'].includes(name));
			const target = named(page, 'main')[0]?.attributes.get('id');
			const skips = first && inBody(first) && first.attributes.get('href') === `#${target}`;
			return skips ? undefined : 'has no such link';
		}),
	).toEqual([]);
});

test('every page has a title of its own', () => {
	const title = (page: Page) =>
		named(page, 'title')
			.find(({ parent }) => parent?.name === 'head')
			?.text() ?? '';
	expect(saidOf((page) => (title(page) === '' ? 'has no title' : undefined))).toEqual([]);
	expect(shared(title)).toEqual([]);
});

test('every page has a description of its own', () => {
	const description = (page: Page) => meta(page, 'description')?.trim() ?? '';
	expect(saidOf((page) => (description(page).length < 20 ? description(page) : undefined))).toEqual(
		[],
	);
	expect(shared(description)).toEqual([]);
});

test('no id stands twice on a page, drawings included', () => {
	expect(
		saidOf((page) => {
			const ids = page.elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
			const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
			return twice.length > 0 ? twice.join(' ') : undefined;
		}),
	).toEqual([]);
});

test('every page may be zoomed', () => {
	expect(
		saidOf((page) => {
			const viewport = meta(page, 'viewport') ?? '';
			const fixed = /user-scalable|maximum-scale/.test(viewport);
			return viewport.includes('width=device-width') && !fixed ? undefined : viewport;
		}),
	).toEqual([]);
});

test('every page but the one for lost readers names its own address as the one to keep', () => {
	const own = (page: Page) => new URL(page.path.slice(1), sites.url).href;
	expect(
		saidOf((page) => {
			const links = named(page, 'link').filter(
				({ attributes }) => attributes.get('rel') === 'canonical',
			);
			const addresses = links.map(({ attributes }) => attributes.get('href'));
			if (page.file === '404.html') return undefined;
			return addresses.length === 1 && addresses[0] === own(page) ? undefined : addresses.join(' ');
		}),
	).toEqual([]);
});
