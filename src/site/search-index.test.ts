import { expect, test } from 'vitest';
import { digestOf } from '#catalogue/model/digest.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { indexCatalogue, type SearchFiles, searchedText } from './search-index.ts';

const catalogue = catalogueOf(entry('risks', 'leak'), entry('controls', 'logging'));

test('the index holds what the browser asks for and no interface of Pagefind', async () => {
	const names = [...(await indexCatalogue(catalogue)).keys()];
	expect(names).toContain('pagefind.js');
	expect(names).toContain('pagefind-entry.json');
	expect(names).toContain('wasm.en.pagefind');
	// Names are found by the files in /find/, which are there before any index is loaded.
	expect(names).not.toContain('names.json');
	expect(names.filter((name) => /ui|worker|highlight|unknown/.test(name))).toEqual([]);
});

test('the same catalogue gives the same bytes', async () => {
	const digests = async () =>
		[...(await indexCatalogue(catalogue))].map(([name, content]) => [
			name,
			digestOf(Buffer.from(content).toString('base64')),
		]);
	expect(await digests()).toEqual(await digests());
});

test('the bytes do not follow from how long the text of an entry takes', async () => {
	const late = new Set(['logging']);
	const slow = await indexCatalogue(catalogue, async (entry) => {
		if (late.has(entry.id)) await new Promise((done) => setTimeout(done, 20));
		return searchedText(entry, catalogue);
	});
	const bytes = (files: SearchFiles) =>
		[...files].map(([name, content]) => [name, Buffer.from(content).toString('base64')]);
	expect(bytes(slow)).toEqual(bytes(await indexCatalogue(catalogue)));
});

test('however many pages there are, a result loads the text of about twenty', async () => {
	const many = Array.from({ length: 1200 }, (_, at) => entry('risks', `leak-${at}`));
	const names = [...(await indexCatalogue(catalogueOf(...many))).keys()];
	const fragments = names.filter((name) => name.endsWith('.pf_fragment'));
	expect(fragments.length).toBeGreaterThan(50);
	expect(fragments.length).toBeLessThanOrEqual(60);
});
