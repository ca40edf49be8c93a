import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { find, indexPages } from './find.ts';
import { searchPages } from './pages.ts';
import { lexiconOf, readQuestion } from './reading.ts';

const lexicon = lexiconOf({ same: [], means: [] });
const paths = (question: string, body: string) => {
	const guide = entry('guides', 'layers', {}, { body });
	const index = indexPages(searchPages(catalogueOf(guide)));
	return find(index, readQuestion(question, lexicon)).found.map(({ path }) => path);
};

test('words of a script without spaces are found, however far down the page', () => {
	const body = `${'A sentence of prose. '.repeat(30_000)}\n\n本文です。検索できるはず：監査証跡。\n`;
	for (const question of ['監査証跡', '検索できる']) {
		expect(paths(question, body)).toEqual(['/guides/layers/']);
	}
});

test('a result says that an entry is example data', () => {
	const real = entry('outcomes', 'less-reading');
	const invented = entry('outcomes', 'less-typing', { example: true });
	const pattern = entry('patterns', 'summary', { example: true });
	const found = new Map(
		searchPages(catalogueOf(real, invented, pattern)).map(({ path, data }) => [path, data]),
	);
	expect(found.get('/patterns/summary/')).toBe('Internal data, example data');
	expect(found.get('/outcomes/less-typing/')).toBe('Example data');
	expect(found.get('/outcomes/less-reading/')).toBeUndefined();
});

test('questions of the list of synonyms find the page that they belong to', () => {
	const words = entry('synonyms', 'synonyms', {
		asked: [
			{ page: '/guides/layers/', questions: ['how is it built'] },
			{ page: '/guides/layers/', questions: ['blueprint'] },
			{ page: '/guides/gone/', questions: ['blueprint'] },
		],
	});
	const index = indexPages(searchPages(catalogueOf(entry('guides', 'layers'), words)));
	for (const question of ['who built it', 'blueprint']) {
		const { found } = find(index, readQuestion(question, lexicon));
		expect(found.map(({ path }) => path)).toEqual(['/guides/layers/']);
	}
});

test('pages have no text where there are too many for an index with text', () => {
	const risks = (count: number) =>
		Array.from({ length: count }, (_, at) => entry('risks', `leak-${at}`));
	const textsOf = (count: number) =>
		new Set(searchPages(catalogueOf(...risks(count))).map(({ text }) => text !== ''));
	expect([...textsOf(1000)]).toEqual([true]);
	expect([...textsOf(1001)]).toEqual([false]);
});
