import { expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import type { Entry } from '../../model/catalogue.ts';
import { list, text } from '../../pages/blocks.ts';
import type { Sheet } from '../../pages/page.ts';
import { sheetHtml } from './page.ts';

const sheet: Sheet = {
	path: '/evidence/',
	title: 'A page of prose',
	summary: 'What a reader holds who has no glossary.',
	aliases: [],
	notices: [],
	sections: [
		{ id: 'one', title: 'Prose', blocks: [text('It says in prose what was found.')] },
		{ id: 'two', title: 'More', blocks: [list(['And in prose what was not found.'])] },
	],
	side: [],
};
const htmlWith = (...entries: readonly Entry[]) => {
	const context = contextOf(catalogueOf(...entries), (path) => `https://patterns.example${path}`);
	return sheetHtml(sheet, { ...context, path: sheet.path });
};

test('a file that stands alone explains its terms at its end', () => {
	const html = htmlWith(entry('glossary'));
	expect(html.match(/<a class="term" href="#word-prose">prose<\/a>/g)).toHaveLength(1);
	expect(html).toContain(
		'<dt id="word-prose">Prose</dt><dd>The text of an entry, apart from its data.</dd>',
	);
});

test('without a glossary it has no such part', () => {
	expect(htmlWith()).not.toContain('Words used here');
});
