/** A search document as the smallest HTML page that Pagefind reads everything from. */

import type { SearchDocument } from '#catalogue/pages/search.ts';
import type { SearchSection } from '#catalogue/pages/search-sections.ts';
import { escapeHtml, valueHtml } from '#catalogue/words/escape-html.ts';

/** What search narrows by and shows in a row; every further filter is one more file to load. */
const SHOWN = ['type', 'tier', 'status'];

/** Never served: only the index is made from it. */
export function searchHtml({ title, summary, aliases, sections, filters }: SearchDocument): string {
	const shown = SHOWN.flatMap((name) => (filters[name] ?? []).map((value) => ({ name, value })));
	const meta = [
		...shown.map(({ name, value }) => head('filter', name, value)),
		...shown.map(({ name, value }) => head('meta', name, value)),
		head('meta', 'summary', summary),
		...(aliases.length > 0 ? [head('meta', 'aliases', aliases.join(', '))] : []),
	];
	return [
		'<!doctype html><html lang="en"><head>',
		...meta,
		'</head><body data-pagefind-body>',
		`<h1>${escapeHtml(title)}</h1>`,
		...aliases.map((alias) => `<p data-pagefind-weight="6">${escapeHtml(alias)}.</p>`),
		`<p data-pagefind-weight="2">${escapeHtml(summary)}</p>`,
		...sections.map(section),
		'</body></html>',
	].join('\n');
}

/** Each key stands in an element of its own: in one attribute, a comma would not part them. */
function head(kind: 'meta' | 'filter', key: string, value: string): string {
	return `<meta data-pagefind-${kind}="${key}[content]" content="${valueHtml(value)}">`;
}

function section({ id, title, text }: SearchSection): string {
	const heading = title ? `<h2${id ? ` id="${valueHtml(id)}"` : ''}>${escapeHtml(title)}</h2>` : '';
	const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
	return heading + paragraphs.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
}
