import { expect, test } from 'vitest';
import type { SearchDocument } from '#catalogue/pages/search.ts';
import { searchHtml } from './search-html.ts';

const document: SearchDocument = {
	path: '/risks/leak/',
	title: 'Leak <b> & "more"',
	summary: 'It gets "out".',
	aliases: ['spill', 'escape'],
	sections: [
		{ id: '', title: '', text: 'First.\nSecond.' },
		{ id: 'causes', title: 'Causes', text: 'A </p> in text.' },
	],
	filters: { type: ['risk'], technique: ['agent', 'rules'] },
};
const html = searchHtml(document);

test('text reads as itself, in elements and in attributes', () => {
	expect(html).toContain('<h1>Leak &lt;b&gt; &amp; "more"</h1>');
	expect(html).toContain('content="It gets &quot;out&quot;."');
	expect(html).toContain('<p>A &lt;/p&gt; in text.</p>');
});

test('only the facets that search offers become filters, each a file to load', () => {
	expect(html).toContain('<meta data-pagefind-filter="type[content]" content="risk">');
	expect(html).not.toContain('technique');
});

test('each line of a section is a paragraph, under the heading with its id', () => {
	expect(html).toContain('<p>First.</p><p>Second.</p>');
	expect(html).toContain('<h2 id="causes">Causes</h2>');
});

test('a fact that the entry does not have is not invented', () => {
	expect(html).not.toContain('data-pagefind-meta="tier');
});
