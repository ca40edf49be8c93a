import { expect, test } from 'vitest';
import { pagedCollections } from '#schemas/index.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { collectionsOf } from './all.ts';

test('every list of the catalogue is there with the number of its entries', () => {
	const { lists } = collectionsOf(catalogueOf(entry('risks', 'leak'), entry('risks', 'bias')));
	const rows = lists.groups.flatMap(({ rows }) => rows.map(({ cells }) => cells));
	expect(rows).toHaveLength(pagedCollections.length);
	expect(rows).toContainEqual([
		expect.objectContaining({ words: 'Risks', to: '/risks/' }),
		'2',
		expect.any(String),
	]);
});

test('the pages that are no lists are there, and none leads to itself', () => {
	const { pages } = collectionsOf(catalogueOf());
	const text = JSON.stringify(pages);
	expect(text).toContain('"/choose/"');
	expect(text).toContain('"/contribute/"');
	expect(text).not.toContain('"/all/"');
});
