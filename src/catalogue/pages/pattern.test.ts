import { expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { SECTIONS } from '../model/sections.ts';
import { sectionsOf } from '../print/json.ts';
import { entryMarkdown } from '../print/markdown/entry.ts';
import { pageOf } from './index.ts';
import { searchDocument } from './search.ts';

const url = (path: string) => `https://host.example/ai${path}`;
const word = (id: string) => `zebra${id.replaceAll('-', '')}`;
const headings = (body: string) =>
	body
		.split('\n')
		.filter((line) => line.startsWith('## '))
		.map((line, at) => ({ depth: 2, text: line.slice(3), line: at + 1, column: 1 }));

/** A pattern with this prose, as its page, its data and its twin have it. */
async function shown(body: string) {
	const pattern = entry('patterns', 'summary', {}, { body, headings: headings(body) });
	const context = contextOf(catalogueOf(pattern), url);
	const page = await pageOf(pattern, context);
	return {
		page,
		sections: sectionsOf(page, pattern, context),
		twin: await entryMarkdown(pattern, context),
		search: searchDocument(pattern, context.catalogue).sections,
	};
}

const every = ['Zebraopening first.', '']
	.concat(SECTIONS.flatMap(({ id, title }) => [`## ${title}`, '', `${word(id)} is said.`, '']))
	.join('\n');

test('the prose under the title of a section is in that section, whatever its title is', async () => {
	const { sections, search } = await shown(every);
	for (const { id } of SECTIONS) {
		const found = sections.filter((section) => JSON.stringify(section).includes(word(id)));
		expect(found.map((section) => section.id)).toEqual([id]);
		const hits = search.filter(({ text }) => text.includes(word(id)));
		expect(hits.map((section) => section.id)).toEqual([id]);
	}
});

test('what comes before the first heading belongs to Fit', async () => {
	const { sections, search } = await shown(every);
	const has = (one: unknown) => JSON.stringify(one).includes('Zebraopening');
	expect(sections.filter(has).map(({ id }) => id)).toEqual(['fit']);
	expect(search.filter(has).map(({ id }) => id)).toEqual(['fit']);
});

test('prose under a heading that names no section comes last, and is lost nowhere', async () => {
	const { page, twin, search } = await shown('## Metrics\n\nKnown.\n\n## Measures\n\nZebraherd.\n');
	expect(page.sections.at(-1)).toMatchObject({ id: 'text-measures', title: 'Measures' });
	expect(twin).toContain('## Measures\n\nZebraherd.');
	expect(JSON.stringify(search)).toContain('Zebraherd');
});
