import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { escapeHtml } from '../../words/escape-html.ts';
import { linkTerms, MOST_TERMS, termLinker } from './terms.ts';

const TERMS = [
	{ id: 'gate', names: ['gate'] },
	{ id: 'release-gate', names: ['release gate'] },
	{ id: 'tier', names: ['tier', 'R&D tier'] },
];
const href = (id: string) => `/ai/glossary/#${id}`;
const linkIn = (html: string, without?: ReadonlySet<string>) =>
	termLinker(TERMS)(html, { href, ...(without && { without }) });
const to = (id: string, words: string) => `<a class="term" href="${href(id)}">${words}</a>`;
/** Without the links that were added. */
const plain = (html: string) => html.replace(/<a class="term" href="[^"]*">(.*?)<\/a>/gs, '$1');

test('the first use of each term is linked, and no other', () => {
	const html =
		'<p>Every use passes a gate before a gate.</p><ul><li>The release gate is the last gate of all.</li></ul>';
	expect(linkIn(html)).toEqual({
		html: `<p>Every use passes a ${to('gate', 'gate')} before a gate.</p><ul><li>The ${to('release-gate', 'release gate')} is the last gate of all.</li></ul>`,
		used: ['gate', 'release-gate'],
	});
});

const TEXT = 'Every use passes a gate before it starts.';
test.each([
	`<h2>${TEXT}</h2>`,
	`<p><a href="/x/">${TEXT}</a></p>`,
	`<p><code>${TEXT}</code></p>`,
	`<pre><code>${TEXT}</code></pre>`,
	`<table><tr><td><p>${TEXT}</p></td></tr></table>`,
	`<details><summary><p>${TEXT}</p></summary></details>`,
	`<p><b>${TEXT}</b></p>`,
	`<p class="mt-2 label">${TEXT}</p>`,
	`<dl class="tb"><dd>${TEXT}</dd></dl>`,
	`<p><label>${TEXT}</label></p>`,
	`<nav><p>${TEXT}</p></nav>`,
	`<p><svg><text>${TEXT}</text></svg></p>`,
	`<p><span aria-hidden="true">${TEXT}</span></p>`,
	`<script>const html = "<p>${TEXT}";</script>`,
	`<!-- <p>${TEXT}</p> -->`,
	`<div>${TEXT}</div>`,
	'<p>A gate.</p>',
	`<p title="<p>${TEXT}">Nothing of it is here to see.</p>`,
])('%s stays as it is: it is no sentence of prose', (html) =>
	expect(linkIn(html)).toEqual({ html, used: [] }),
);

test('a sentence goes on behind an element that is left out', () => {
	const html = `<p><code>gate</code><br><img alt="a > b" src="x"> ${TEXT}</p>`;
	expect(linkIn(html).used).toEqual(['gate']);
	expect(linkIn(`<p>One.</p><h3>Two.</h3></div><p>${TEXT}</p>`).used).toEqual(['gate']);
});

test.each([
	`<p><span class="st ok">${TEXT} <span>No ${TEXT}</span> ${TEXT}</span>`,
	`<p><code title="</code> ${TEXT}">${TEXT}<!-- </code> ${TEXT} --></code>`,
	`<p><svg><style>p:before { content: "</svg>${TEXT}" }</style><a/>${TEXT}</svg>`,
	`<p><a title='>' data-x="</a>">${TEXT}<!----></a>`,
	`<p><codes></codes><code>${TEXT}<codes>${TEXT}</codes>${TEXT}</code>`,
	'<p><script>const html = "<p></p></a>";</script>',
])('%s ends where it ends, whatever is in it', (html) => {
	expect(linkIn(`${html} ${TEXT}</p>`)).toEqual({
		html: `${html} ${TEXT.replace('gate', to('gate', 'gate'))}</p>`,
		used: ['gate'],
	});
	expect(linkIn(html)).toEqual({ html, used: [] });
});

test('a term that the page explains itself is left out', () => {
	expect(linkIn(`<p>${TEXT}</p>`, new Set(['gate'])).used).toEqual([]);
});

test('a page does not link the terms that name it as the place to read next', () => {
	const term = (id: string, ...see: string[]) => ({
		...{ id, term: id, definition: 'What it is.', see, otherNames: [], linked: true },
	});
	const catalogue = catalogueOf(
		entry('glossary', 'glossary', { terms: [term('gate', '/queue/#one'), term('tier')] }),
	);
	const html = '<p>Every use passes a gate, and the tier of it decides.</p>';
	const usedOn = (path: string) => linkTerms(html, catalogue, { path, href }).used;
	expect(usedOn('/queue/')).toEqual(['tier']);
	expect(usedOn('/portfolio/')).toEqual(['gate', 'tier']);
});

test('a name is found as it is escaped', () => {
	expect(linkIn('<p>It belongs to the R&amp;D tier of the list.</p>').html).toContain(
		to('tier', 'R&amp;D tier'),
	);
});

test('a page has only so many links', () => {
	const words = Array.from(
		{ length: MOST_TERMS + 3 },
		(_, at) => `word${'abcdefghijklmnop'.charAt(at)}`,
	);
	const link = termLinker(words.map((name) => ({ id: name, names: [name] })));
	expect(link(`<p>${words.join(' and ')}</p>`, { href }).used).toEqual(words.slice(0, MOST_TERMS));
});

/** HTML as the printers make it: well formed, every text and value escaped. */
const hostile = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 30 }),
	fc.constantFrom('gate', ' gate ', 'release gate', '&', '<p>', '"', "'", '</a>', '<!--', '&gate;'),
);
const text = fc
	.array(hostile, { maxLength: 6 })
	.map((parts) => escapeHtml(`${parts.join('')} passes this gate before it starts`));
const value = hostile.map((word) => escapeHtml(word).replaceAll('"', '&quot;'));
const { node } = fc.letrec<{ node: string }>((tie) => ({
	node: fc.oneof(
		{ maxDepth: 4 },
		text,
		fc
			.record({
				name: fc.constantFrom('p', 'li', 'div', 'a', 'code', 'span', 'h3', 'details', 'td'),
				title: value,
				inside: fc.array(tie('node'), { maxLength: 3 }),
			})
			.map(({ name, title, inside }) => `<${name} title="${title}">${inside.join('')}</${name}>`),
		fc.constantFrom('<br>', '<img alt="a > b">', '<!-- a gate -->', '<script>"<p>"</script>'),
	),
}));

test('whatever the text, links are added between tags and nothing else changes', () => {
	fc.assert(
		fc.property(node, (html) => {
			const linked = linkIn(html);
			expect(plain(linked.html)).toBe(html);
			expect(new Set(linked.used).size).toBe(linked.used.length);
			expect(linked.html.split('<a class="term"').length - 1).toBe(linked.used.length);
			// A link is in no tag and in no other link.
			for (const before of linked.html.split('<a class="term"').slice(0, -1)) {
				expect(before.lastIndexOf('<a ')).toBeLessThanOrEqual(before.lastIndexOf('</a>'));
			}
		}),
	);
});
