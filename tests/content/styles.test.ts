import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Element } from '../site/support/html.ts';
import { faults, listFiles, named, type Page, readPages } from '../site/support/pages.ts';
import { classesIn, type Rule, rulesOf, sheetsOf } from '../site/support/sheets.ts';
import { baseOf, places } from '../site/support/sites.ts';

describe.each(places)('the style sheets %s', (_, dist, url) => {
	const base = baseOf(url);
	const pages = readPages(dist);
	let rules: Map<string, Rule[]>;
	let known: Map<string, Set<string>>;
	let said: Map<string, Utility[]>;
	const own = new Map(pages.map((page) => [page, sheetsOf(page, base)]));
	const opened = new Map(pages.flatMap((page) => openedIn(page)));

	beforeAll(() => {
		const files = listFiles(dist).filter((file) => /^_astro\/.*\.css$/.test(file));
		rules = new Map(files.map((file) => [file, rulesOf(dist, file)]));
		said = new Map(Array.from(rules, ([file, found]) => [file, utilities(found)]));
		known = new Map(
			Array.from(rules, ([file, found]) => [
				file,
				new Set(found.flatMap(({ selector }) => classesIn(selector))),
			]),
		);
	});

	test('are two on each page, of which one is on every page', () => {
		const lists = [...own.values()];
		expect(lists.filter((list) => list.length !== 2)).toEqual([]);
		const shared = [...rules.keys()].filter((file) => lists.every((list) => list.includes(file)));
		expect(shared).toHaveLength(1);
	});

	test('of a page know every class on it that any sheet knows', () => {
		expect([...known.values()].every((classes) => classes.size > 0)).toBe(true);
		const unknown = classFaults((sheets, names) => {
			const elsewhere = names.map((name) => {
				if (sheets.some((file) => known.get(file)?.has(name))) return undefined;
				const other = [...known].find(([, classes]) => classes.has(name));
				return other && `"${name}" is in ${other[0]}, which the page does not load`;
			});
			return elsewhere.find(Boolean);
		});
		expect(unknown).toEqual([]);
	});

	// Without a starter to fill in, no page has the form.
	const hasForm = pages.some((page) => named(page, 'copy-form').length > 0);
	test.runIf(hasForm)(
		'are there for the form of a copy where it opens in the page of a pattern',
		() => expect([...opened.keys()].some(({ elements }) => elements.length > 0)).toBe(true),
	);

	test('set no property of their own that no sheet reads', () => {
		const css = [...rules.keys()].map((file) => readFileSync(join(dist, file), 'utf8')).join('\n');
		const read = new Set(Array.from(css.matchAll(/var\(\s*(--[\w-]+)/g), ([, name]) => name));
		expect(read.size).toBeGreaterThan(0);
		const set = new Set([...rules.values()].flat().flatMap(({ properties }) => properties));
		expect([...set].filter((name) => name.startsWith('--') && !read.has(name))).toEqual([]);
	});

	test('of a kind of page undo no utility of an element that any page may have', () => {
		const undone = classFaults((sheets, names) => {
			const found = sheets
				.flatMap((file) => said.get(file) ?? [])
				.filter(({ name }) => names.includes(name));
			const common = found.filter(({ layer }) => layer === 'utilities');
			const later = found.filter(({ layer }) => layer === 'own');
			const isLater = (name: string) => later.some((rule) => rule.name === name);
			const pair = common.flatMap((rule, at) =>
				isLater(rule.name)
					? common
							.slice(at + 1)
							.filter((next) => !isLater(next.name) && contend(rule, next))
							.map((next) => `"${rule.name}" of the kind of page undoes "${next.name}"`)
					: [],
			);
			return pair[0];
		});
		expect(undone).toEqual([]);
	});

	/** What is wrong with the classes of the elements: each set of them once for each kind of page. */
	function classFaults(
		check: (sheets: readonly string[], names: string[]) => string | undefined,
	): string[] {
		const seen = new Set<string>();
		return faults([...pages, ...opened.keys()], ({ attributes }, page) => {
			const written = attributes.get('class') ?? '';
			const sheets = own.get(page) ?? opened.get(page) ?? [];
			const key = `${sheets} ${written}`;
			if (written === '' || seen.has(key)) return undefined;
			seen.add(key);
			return check(sheets, written.split(/\s+/));
		});
	}

	/** The form of another page that one opens in itself, with the sheets that it has then. */
	function openedIn(page: Page): [form: Page, sheets: string[]][] {
		const address = named(page, 'details').flatMap(
			({ attributes }) => attributes.get('data-form') ?? [],
		)[0];
		if (!address) return [];
		const from = pages.find(({ path }) => path === `/${address.slice(base.length)}`);
		const isInside = ({ name, parent }: Element): boolean =>
			name === 'copy-form' || (parent !== undefined && isInside(parent));
		const form = {
			...page,
			file: `${page.file}, form of ${from?.file}`,
			elements: from?.elements.filter(isInside) ?? [],
		};
		return [[form, [...(own.get(page) ?? []), ...broughtTo(page)]]];
	}

	/** The sheets that the scripts of a page name, which they load when they need them. */
	function broughtTo(page: Page): string[] {
		return named(page, 'script').flatMap(({ attributes }) => {
			const file = attributes.get('src')?.slice(base.length);
			const code = file ? readFileSync(join(dist, file), 'utf8') : '';
			return Array.from(code.matchAll(/_astro\/[\w.-]+\.css/g), ([sheet]) => sheet);
		});
	}
});

interface Utility {
	name: string;
	layer: string;
	/** Where it counts, such as on a narrow screen. */
	within: string;
	properties: string[];
}

/** The utilities of a sheet in order, by the class that says them; not those of what is inside. */
const utilities = (rules: readonly Rule[]): Utility[] =>
	rules.flatMap(({ within, selector, properties }) => {
		const layer = /^@layer (utilities|own)\b/.exec(within)?.[1];
		if (!layer || /(?<!\\)[ >+~]/.test(selector)) return [];
		return classesIn(selector).map((name) => ({ name, layer, within, properties }));
	});

/** Whether two rules say something of one property, or of a part of it, on the same screens. */
const contend = (a: Utility, b: Utility) =>
	!areApart(a, b) &&
	a.properties.some((one) =>
		b.properties.some(
			(other) => one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`),
		),
	);

/** One counts below a width, and the other from that width on. */
const areApart = (a: Utility, b: Utility) =>
	a.within !== b.within && fromOn(a.within) === fromOn(b.within);

const fromOn = (within: string) => within.replace('(width<', '(width>=');
