import { expect, test } from 'vitest';
import { MOST_LINKS, namesBlocks } from './rows.ts';

const links = (count: number) =>
	Array.from({ length: count }, (_, at) => ({
		title: `Pattern ${at}`,
		path: `/patterns/p-${at}/`,
	}));

test('as many names as a page has are listed, and the number of the others', () => {
	const said = JSON.stringify(namesBlocks(links(MOST_LINKS + 1200)));
	expect(said).toContain(`Pattern ${MOST_LINKS - 1}"`);
	expect(said).not.toContain(`Pattern ${MOST_LINKS}"`);
	expect(said).toContain('And 1,200 more. The JSON of this page lists all of them.');
});

test('names that fit are listed without a word about others', () => {
	expect(JSON.stringify(namesBlocks(links(MOST_LINKS)))).not.toContain('more.');
});
