import { readFileSync } from 'node:fs';
import { type ConfigData, HtmlValidate, Parser, StaticConfigLoader } from 'html-validate';
import { expect, inject, test } from 'vitest';
import { readPages } from './support/pages.ts';

const { dist } = inject('sites');
const pages = readPages(dist);
const config: ConfigData = JSON.parse(readFileSync('.htmlvalidate.json', 'utf8'));
const loader = new StaticConfigLoader(config);

// The validator takes about a tenth of a second for a page, many times that on a busy machine.
test('every page is valid HTML', { timeout: 600_000 }, () => {
	const validator = new HtmlValidate(loader);
	const messages = pages.flatMap(({ file, html }) =>
		validator
			.validateStringSync(html, file)
			.results.flatMap((result) => result.messages)
			.map(({ line, column, ruleId, message }) => `${file}:${line}:${column} ${ruleId} ${message}`),
	);
	expect(messages).toEqual([]);
});

test('the reader of these tests sees the elements that the validator sees', async () => {
	const parser = new Parser(await loader.getConfigFor('index.html'));
	const ofEachKind = new Map(pages.map((page) => [page.path.split('/')[1], page]));
	for (const { html, elements } of ofEachKind.values()) {
		const seen = parser.parseHtml(html).querySelectorAll('*');
		const names = (keys: Iterable<string>) => [...keys].sort().join(' ');
		expect(elements.map(({ name, attributes }) => `${name} ${names(attributes.keys())}`)).toEqual(
			seen.map(({ tagName, attributes }) => `${tagName} ${names(attributes.map(({ key }) => key))}`),
		);
	}
});
