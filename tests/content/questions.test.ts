/** The questions that people type, asked of the sample content. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { contextOf } from '#catalogue/copy/context.ts';
import { search } from '#catalogue/export/search.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import { finderOf } from '#catalogue/pages/search/ask.ts';
import { INDEX_FOLDER } from '#catalogue/pages/search/format.ts';
import { furtherPages, listPages } from '#catalogue/pages/search/further.ts';
import { searchPages } from '#catalogue/pages/search/pages.ts';

interface Question {
	ask: string;
	find: string[];
}
// The list is ours, and its form is checked by what follows.
const questions = parse(
	readFileSync(new URL('./questions.yaml', import.meta.url), 'utf8'),
) as Question[];

const { catalogue } = await loadCatalogue(process.cwd());
const files = new Map(
	[...search.files(contextOf(catalogue, (path) => path))].map(({ path, body }) => [path, body]),
);
const finder = finderOf(async (name) => {
	const body = await files.get(`${INDEX_FOLDER}/${name}`)?.();
	if (!body || typeof body === 'string') throw new Error(`There is no ${name}.`);
	return body;
});
const known = new Set(
	searchPages(catalogue, [...furtherPages(), ...listPages()]).map(({ path }) => path.slice(1)),
);
const answerable = questions.filter(({ find }) => find.some((path) => known.has(path)));

// The questions are about the content that comes with the code. In a catalogue of another house, the
// pages that answer can be gone, or a page of its own can be the better answer.
const ours = test.runIf(catalogue.organisation.example);

ours('there are more than a hundred questions whose page exists', () =>
	expect(answerable.length).toBeGreaterThan(100),
);

ours.each(answerable)('$ask', async ({ ask, find }) => {
	const { found, near } = await finder.ask(ask);
	const first = [...found, ...near].slice(0, 3).map(({ path }) => path.slice(1));
	expect(
		find.filter((path) => first.includes(path)),
		first.join(', '),
	).not.toEqual([]);
});
