/** A page as one HTML file: it needs nothing beside it, runs no script, and prints on a few sides. */
import { glossaryTerms } from '../../model/glossary.ts';
import { type Block, isEmpty, type TableBlock, type Words } from '../../pages/blocks.ts';
import { asOfWords, stampLabel, stampName } from '../../pages/head-words.ts';
import type { Section, Sheet } from '../../pages/page.ts';
import { escapeHtml, valueHtml } from '../../words/escape-html.ts';
import { capital } from '../../words/phrase.ts';
import type { Place } from '../context.ts';
import { STYLE } from './style.ts';
import { linkTerms } from './terms.ts';
import { wordsHtml } from './words.ts';

/** The whole file. */
export function sheetHtml(sheet: Sheet, place: Place): string {
	const { title, summary, example, asOf, block, notices, sections, side, opening = [] } = sheet;
	const body = [
		`<p class="lead">${escapeHtml(summary)}</p>`,
		...(asOf ? [`<p>${escapeHtml(asOfWords(asOf.words))}.</p>`] : []),
		...(block ? [factsHtml(block, place)] : []),
		...notices.map((notice) => blockHtml(notice, 2, place)),
		...[...opening, ...sections, ...side].map((section) => sectionHtml(section, place)),
	].join('\n');
	const { html, used } = linkTerms(body, place.catalogue, {
		path: sheet.path,
		href: (id) => `#word-${id}`,
	});
	return [
		'<!doctype html>',
		'<html lang="en-GB">',
		'<head>',
		'<meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
		`<title>${escapeHtml(title)}</title>`,
		`<style>${STYLE}</style>`,
		'</head>',
		'<body>',
		'<main>',
		...(example
			? [`<p class="example"><b>${escapeHtml(example.tag)}.</b> ${escapeHtml(example.words)}</p>`]
			: []),
		`<h1>${escapeHtml(title)}</h1>`,
		html,
		...(used.length > 0 ? [wordsUsed(used, place)] : []),
		'</main>',
		'</body>',
		'</html>',
		'',
	].join('\n');
}

/** What the linked terms mean: a file that stands alone has no glossary beside it. */
function wordsUsed(used: readonly string[], { catalogue }: Place): string {
	const terms = glossaryTerms(catalogue).filter(({ id }) => used.includes(id));
	return [
		'<section>',
		'<h2 id="words">Words used here</h2>',
		'<dl class="terms">',
		...terms.map(
			({ id, term, definition }) =>
				`<div><dt id="word-${valueHtml(id)}">${escapeHtml(capital(term))}</dt><dd>${escapeHtml(definition)}</dd></div>`,
		),
		'</dl>',
		'</section>',
	].join('\n');
}

function factsHtml({ stamp, cells }: NonNullable<Sheet['block']>, place: Place): string {
	const pair = (label: string, words: Words, sub: Words) =>
		`<div><dt>${escapeHtml(label)}</dt><dd>${wordsHtml(words, place)}${isEmpty(sub) ? '' : `<span class="sub">${wordsHtml(sub, place)}</span>`}</dd></div>`;
	const first = stamp ? [pair(stampName(stamp), stampLabel(stamp), stamp.words)] : [];
	return `<dl class="facts">${[...first, ...cells.map(({ label: name, words, sub }) => pair(name, words, sub))].join('')}</dl>`;
}

function sectionHtml({ id, title, answer, blocks }: Section, place: Place): string {
	return [
		`<section>`,
		`<h2 id="${valueHtml(id)}">${escapeHtml(title)}</h2>`,
		...(isEmpty(answer) ? [] : [`<p>${wordsHtml(answer, place)}</p>`]),
		...blocks.map((block) => blockHtml(block, 3, place)),
		'</section>',
	].join('\n');
}

/** A block; `level` is that of a heading inside it. What only a page can draw is said in its blocks. */
function blockHtml(block: Block, level: number, place: Place): string {
	const said = (words: Words) => wordsHtml(words, place);
	const all = (blocks: readonly Block[], at = level) =>
		blocks.map((one) => blockHtml(one, at, place)).join('\n');
	switch (block.kind) {
		case 'text':
			return isEmpty(block.words) ? '' : `<p>${said(block.words)}</p>`;
		case 'table':
			return tableHtml(block, place);
		case 'list': {
			const tag = block.ordered || block.look === 'steps' || block.look === 'tasks' ? 'ol' : 'ul';
			return `<${tag}>${block.items.map((item) => `<li>${said(item)}</li>`).join('')}</${tag}>`;
		}
		case 'pairs':
			return `<dl class="terms">${block.pairs.map(([name, words, end]) => `<div><dt>${said(name)}</dt><dd>${said(words)}${isEmpty(end) ? '' : ` ${said(end)}`}</dd></div>`).join('')}</dl>`;
		case 'command':
			return `<pre>${escapeHtml(block.command)}</pre>`;
		case 'code':
			return `<pre>${escapeHtml(block.text)}</pre>`;
		case 'note':
			return `<p class="note ${block.tone}">${block.fact ? `<b>${escapeHtml(block.fact)}</b> ` : ''}${said(block.words)}</p>${all(block.more ?? [])}`;
		case 'group':
			return `${isEmpty(block.title) ? '' : `<h${level}>${said(block.title)}</h${level}>`}${all(block.blocks, level + 1)}`;
		case 'columns':
			return all(block.columns);
		case 'short':
		case 'custom':
			return all(block.said);
		case 'prose':
			// The prose of an entry belongs to its own page.
			return '';
	}
}

function tableHtml({ label: name, columns, groups, head = 0 }: TableBlock, place: Place): string {
	const look = (at: number) => (columns[at]?.whole || columns[at]?.num ? ' class="whole"' : '');
	const cell = (words: Words, at: number) =>
		at === head
			? `<th scope="row">${wordsHtml(words, place)}</th>`
			: `<td${look(at)}>${wordsHtml(words, place)}</td>`;
	const row = (cells: readonly Words[], id: string | undefined) =>
		`<tr${id ? ` id="${valueHtml(id)}"` : ''}>${cells.map(cell).join('')}</tr>`;
	const bodies = groups.map(({ title, rows }) => {
		const top = isEmpty(title)
			? ''
			: `<tr><th scope="rowgroup" class="group" colspan="${columns.length}">${wordsHtml(title, place)}</th></tr>`;
		const lines = rows.map(({ cells, across, id }) =>
			across
				? `<tr><td colspan="${columns.length}">${wordsHtml(across, place)}</td></tr>`
				: row(cells, id),
		);
		return `<tbody>${top}${lines.join('\n')}</tbody>`;
	});
	return [
		'<table>',
		`<caption>${escapeHtml(name)}</caption>`,
		`<thead><tr>${columns.map(({ label: one }) => `<th scope="col">${escapeHtml(one)}</th>`).join('')}</tr></thead>`,
		...bodies,
		'</table>',
	].join('\n');
}
