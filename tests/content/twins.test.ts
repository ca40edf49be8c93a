/** What the site gives to agents and feed readers: Markdown twins, llms.txt, Atom feeds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MdastNode, markdownToMdast } from 'satteri';
import sax from 'sax';
import { describe, expect, test } from 'vitest';
import { titleOf } from '#catalogue/model/entry.ts';
import { PARTS } from '#catalogue/model/sections.ts';
import { holdersOf } from '#catalogue/pages/queue/sheet.ts';
import { pagedCollections } from '#schemas/index.ts';
import { addressesOf, openSite } from '../site/support/links.ts';
import { listFiles, named, type Page, readPages } from '../site/support/pages.ts';
import { baseOf, catalogue, places, sites } from '../site/support/sites.ts';

const { dist, url: address } = sites;
const base = baseOf(address);
const files = listFiles(dist);
const pages = readPages(dist);
const read = (file: string, folder = dist) => readFileSync(join(folder, file), 'utf8');
const entries = pagedCollections.flatMap((name) => [...catalogue.all[name].values()]);
const pageOf = (path: string): Page => {
	const page = pages.find((one) => one.path === path);
	if (!page) throw new Error(`The site has no page ${path}.`);
	return page;
};
const alternate = (page: Page, type: string) =>
	named(page, 'link')
		.filter(({ attributes }) => attributes.get('rel') === 'alternate')
		.filter(({ attributes }) => attributes.get('type') === type)
		.flatMap(addressesOf);

/** Addresses of a text in Markdown, also such as stand for themselves. */
function linksIn(text: string): string[] {
	const walk = (node: MdastNode): string[] => [
		...(node.type === 'link' ? [node.url] : []),
		...('children' in node ? (node.children as MdastNode[]).flatMap(walk) : []),
	];
	return walk(markdownToMdast(text));
}

/** Tags out, each an end of a word; the entities that matter to words in. */
const plain = (html: string) =>
	html
		.replace(/<[^>]+>/g, ' ')
		.replace(/&#39;/g, "'")
		.replace(/&(?:amp|lt|gt|quot);/g, ' ');
const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

test('every page of an entry has a twin, names it, and links it for readers', () => {
	const wrong = entries.filter(({ collection, id }) => {
		const page = pageOf(`/${collection}/${id}/`);
		const file = `${collection}/${id}.md`;
		const twin = base + file;
		const linked = named(page, 'a').some(({ attributes }) => attributes.get('href') === twin);
		return !(files.includes(file) && alternate(page, 'text/markdown').join() === twin && linked);
	});
	expect(wrong.map(({ collection, id }) => `${collection}/${id}`)).toEqual([]);
});

test('a twin opens with the name of its entry, its version and its digest', () => {
	for (const entry of entries) {
		const text = read(`${entry.collection}/${entry.id}.md`);
		const [head = ''] = text.split('\n## ');
		expect(head.split('\n')[0], entry.id).toBe(`# ${titleOf(entry)}`);
		const page = pageOf(`/${entry.collection}/${entry.id}/`);
		// An outcome and an incident have neither a version nor a digest.
		if ('version' in entry.data || page.html.includes('(SHA-256)')) {
			expect(head, entry.id).toMatch(/digest (?:of [a-z ]+ )?\(SHA-256\):\*\* `[0-9a-f]{64}`/i);
		}
		if (!('version' in entry.data)) continue;
		const { version } = entry.data;
		expect(
			[`**Version:** ${version}\n`, `Version ${version}. `].some((said) => head.includes(said)),
			entry.id,
		).toBe(true);
	}
});

describe.each(places)('the site %s', (_where, folder, url) => {
	test('has only links in Markdown that lead somewhere, and those to entries to their twins', () => {
		const site = openSite(folder, url);
		const found = listFiles(folder)
			.filter((file) => file === 'llms.txt' || /^[a-z-]+\/[^/]+\.md$/.test(file))
			.flatMap((file) => linksIn(read(file, folder)).map((address) => ({ file, address })));
		const dead = found.flatMap(({ file, address }) => {
			const target = site.follow(address, `/${file}`);
			return typeof target === 'string' ? [`${file} ${target}`] : [];
		});
		expect(dead).toEqual([]);
		const twins = found.filter(({ address }) => address.endsWith('.md'));
		expect(twins.length).toBeGreaterThan(entries.length);
	});
});

describe.each([...catalogue.patterns.values()])('the twin of the pattern $id', ({ id }) => {
	const page = pageOf(`/patterns/${id}/`);
	const text = read(`patterns/${id}.md`);

	test('gives each part and section the answer that the page gives, in its order', () => {
		const answers = page.elements.filter(({ attributes }) =>
			['fa', 'ans'].includes(attributes.get('class') ?? ''),
		);
		expect(answers.length).toBeGreaterThan(PARTS.length);
		const bare = text.replaceAll('\\', '');
		let from = 0;
		for (const answer of answers) {
			const start = bare.indexOf(`\n\n${answer.text()}\n`, from);
			expect(start, answer.text()).toBeGreaterThanOrEqual(from);
			from = start + 1;
		}
	});

	test('has every word of the tables and definitions of the page', () => {
		const said = words(text);
		const article = page.html.slice(page.html.indexOf('<article'), page.html.indexOf('</article>'));
		// The record has the digest in short, and its state under the name that a twin gives it.
		const tables = article.replace(/<dl class="tb.*?<\/dl>/gs, '');
		const cells = [...tables.matchAll(/<(td|th|dd|dt)\b[^>]*>(.*?)<\/\1>/gs)].map(([cell]) => cell);
		expect(cells.length).toBeGreaterThan(100);
		const missing = cells
			.filter((cell) => !cell.includes('scope="col"'))
			.flatMap((cell) => [...words(plain(cell))].filter((word) => !said.has(word)));
		expect(missing).toEqual([]);
	});

	test('has a feed that the page names', () => {
		expect(alternate(page, 'application/atom+xml')).toEqual([`${base}patterns/${id}.atom`]);
		expect(files).toContain(`patterns/${id}.atom`);
	});
});

test('llms.txt names every pattern, and each entry at most once', () => {
	const links = linksIn(read('llms.txt')).filter((address) => address.endsWith('.md'));
	expect(new Set(links).size).toBe(links.length);
	for (const id of catalogue.patterns.keys()) {
		expect(links).toContain(`${address}patterns/${id}.md`);
	}
});

test('every feed is well-formed, and its links lead to pages', () => {
	const site = openSite(dist, address);
	const feeds = files.filter((file) => file.endsWith('.atom'));
	// One of everything that changed, one for each pattern; the queue has one of everything, of each
	// seat and of each team.
	const changes = feeds.filter((file) => !file.startsWith('queue'));
	expect(changes).toHaveLength(catalogue.patterns.size + catalogueTombs() + 1);
	expect(feeds).toHaveLength(changes.length + 1 + holdersOf(catalogue).length);
	for (const file of feeds) {
		const parser = sax.parser(true);
		const links: string[] = [];
		parser.onerror = (error) => {
			throw error;
		};
		parser.onopentag = ({ name, attributes }) => {
			if (name === 'link') links.push(String(attributes.href));
		};
		parser.write(read(file)).close();
		// A queue with nothing in it leads to its page and to itself.
		expect(links.length, file).toBeGreaterThanOrEqual(file.startsWith('queue') ? 2 : 3);
		expect(links.filter((link) => typeof site.follow(link, '/') === 'string')).toEqual([]);
	}
});

const catalogueTombs = () =>
	[...catalogue.withdrawn.keys()].filter((id) => id.startsWith('patterns.')).length;

test('what changed stands on a page of its own, with the feed', () => {
	const page = pageOf('/changes/');
	expect(alternate(page, 'application/atom+xml')).toEqual([`${base}changes.atom`]);
	const linked = new Set(named(page, 'a').flatMap(addressesOf));
	for (const id of catalogue.patterns.keys()) expect(linked).toContain(`${base}patterns/${id}/`);
});
