import { expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { glossaryDocument } from '#schemas/api.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { glossary as exporter } from '../../export/glossary.ts';
import { glossarySheet, termPages } from './sheet.ts';

const term = (
	id: string,
	given: { term?: string; otherNames?: string[]; see?: string[] } = {},
) => ({
	id,
	term: id,
	otherNames: [],
	definition: `What ${id} means in one sentence.`,
	see: [],
	linked: true,
	...given,
});
const glossary = entry('glossary', 'glossary', {
	terms: [
		term('tier'),
		term('evaluation', { term: 'évaluation' }),
		term('gate', { otherNames: ['way <b>in</b>'], see: ['tier', '/risks/leak/', '/portfolio/'] }),
		term('egress'),
	],
});
const catalogue = catalogueOf(
	glossary,
	entry('risks'),
	entry('controls', 'logging', {}, { body: 'A gate.' }),
);
const url = (path: string) => `https://patterns.example${path}`;

const fileOf = async (end: string) => {
	const files = [...exporter.files(contextOf(catalogue, url))];
	return String(await files.find(({ path }) => path.endsWith(end))?.body());
};

test('terms are under their letters, by name, each at its own place', () => {
	const { sections } = glossarySheet(catalogue);
	expect(
		sections.map(({ title, blocks }) => [title, blocks.map((block) => 'id' in block && block.id)]),
	).toEqual([
		['E', ['egress', 'evaluation']],
		['G', ['gate']],
		['T', ['tier']],
	]);
});

test('its twin says what each means, what to read next and where it is used', async () => {
	const markdown = await fileOf('glossary.md');
	expect(markdown).toContain('What gate means in one sentence.');
	expect(markdown).toContain('Also called: way \\<b>in\\</b>.');
	expect(markdown).toContain('https://patterns.example/glossary/#tier');
	expect(markdown).toContain('https://patterns.example/controls/logging.md');
	expect(markdown).toMatch(/See: .*\[Portfolio\]/);
});

test('its JSON fits its schema', async () => {
	const { terms } = glossaryDocument.parse(JSON.parse(await fileOf('glossary.json')));
	expect(terms.map(({ id, page }) => [id, page])).toContainEqual([
		'gate',
		'https://patterns.example/glossary/#gate',
	]);
});

test('search knows each term by its names', () => {
	expect(termPages(catalogue)).toContainEqual(
		expect.objectContaining({ path: '/glossary/#gate', title: 'Gate', aliases: ['way <b>in</b>'] }),
	);
});

test('without a glossary the page says how to begin one', () => {
	const [section, ...others] = glossarySheet(catalogueOf()).sections;
	expect(section?.title).toBe('No terms yet');
	expect(others).toEqual([]);
});
