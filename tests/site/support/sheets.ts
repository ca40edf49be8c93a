/** What the style sheets of a site say: the classes they know, and their rules in order. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesOf } from './links.ts';
import { named, type Page } from './pages.ts';

/** One rule of a sheet. What it stands in, such as a layer or a screen, is written before it. */
export interface Rule {
	within: string;
	selector: string;
	properties: string[];
}

/** The sheets of the bundle that a page loads, as files under the site. */
export const sheetsOf = (page: Page, base: string): string[] =>
	named(page, 'link')
		.filter(({ attributes }) => attributes.get('rel') === 'stylesheet')
		.flatMap(addressesOf)
		.map((address) => address.slice(base.length))
		.filter((file) => file.startsWith('_astro/'));

/** The names of classes in selectors, as markup writes them. */
export function classesIn(selector: string): string[] {
	const found = selector.matchAll(/\.((?:[A-Za-z_-]|\\.)(?:[\w-]|\\.)*)/g);
	return Array.from(found, ([, name = '']) => name.replaceAll('\\', ''));
}

/** Each rule of a sheet, in order. What is said in a condition inside of a rule is of that rule. */
export function rulesOf(site: string, file: string): Rule[] {
	const rules: Rule[] = [];
	const around: Rule[] = [];
	const css = readFileSync(join(site, file), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
	for (const [, text = '', end] of css.matchAll(PART)) {
		if (end === '{') {
			const within = around.map(({ selector }) => selector).join(' ');
			const rule = { within, selector: text.trim(), properties: [] };
			around.push(rule);
			rules.push(rule);
			continue;
		}
		const property = /^\s*([\w-]+)\s*:/.exec(text)?.[1];
		const owner = around.findLast(({ selector }) => !selector.startsWith('@'));
		if (property) owner?.properties.push(property);
		if (end === '}') around.pop();
	}
	return rules;
}

/** Text up to the next brace or semicolon that is not in a string and has no backslash before it. */
const PART = /((?:"(?:[^"\\]|\\.)*"|\\.|[^"\\{};])*)([{};])/g;
