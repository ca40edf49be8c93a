import { readFileSync } from 'node:fs';
import { type ConfigData, HtmlValidate, Parser, StaticConfigLoader } from 'html-validate';
import { expect, test } from 'vitest';
import type { Element } from '../site/support/html.ts';
import { readPages } from '../site/support/pages.ts';
import { sites } from '../site/support/sites.ts';

const pages = readPages(sites.dist);
const config: ConfigData = JSON.parse(readFileSync('.htmlvalidate.json', 'utf8'));
/** The configuration is that of every page: working it out for each takes a fifth of the time. */
const resolved = await new StaticConfigLoader(config).getConfigFor('index.html');
class OneConfig extends StaticConfigLoader {
	override getConfigFor() {
		return resolved;
	}
}

/** One fault of a component is a fault of every page: this many places of it are printed. */
const PLACES = 3;

// The validator takes a tenth of a second for a page, many times that on a busy machine.
test('every page is valid HTML', { timeout: 600_000 }, () => {
	const validator = new HtmlValidate(new OneConfig(config));
	const places = new Map<string, string[]>();
	for (const { file, html } of pages) {
		for (const { messages } of validator.validateStringSync(html, file).results) {
			for (const { line, column, ruleId, message } of messages) {
				const said = `${ruleId} ${message}`;
				places.set(said, [...(places.get(said) ?? []), `${file}:${line}:${column}`]);
			}
		}
	}
	const faults = [...places].map(([said, found]) => {
		const rest = found.length - PLACES;
		return `${found.slice(0, PLACES).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}: ${said}`;
	});
	expect(faults).toEqual([]);
});

test('the reader of these tests sees the elements that the validator sees', async () => {
	const parser = new Parser(resolved);
	const names = (keys: readonly string[]) => keys.toSorted().join(' ');
	const oneOfEachFolder = new Map(pages.map((page) => [page.path.split('/')[1], page]));
	expect(oneOfEachFolder.size).toBeGreaterThan(5);
	for (const { html, elements } of oneOfEachFolder.values()) {
		// Of what is inside a drawing the validator sees the title at most.
		const seen = parser
			.parseHtml(html)
			.querySelectorAll('*')
			.filter(({ tagName }) => !tagName.startsWith('svg:'));
		const read = elements.filter((element) => !isInside('svg', element));
		expect(read.map(({ name, attributes }) => `${name} ${names([...attributes.keys()])}`)).toEqual(
			seen.map(({ tagName, attributes }) => {
				return `${tagName} ${names(attributes.map(({ key }) => key))}`;
			}),
		);
	}
});

function isInside(name: string, { parent }: Element): boolean {
	return parent !== undefined && (parent.name === name || isInside(name, parent));
}
