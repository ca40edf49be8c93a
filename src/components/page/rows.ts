/**
 * The rows of tables, lists and pairs as HTML. A page has hundreds of them, and a template of Astro
 * for each takes longer than all else on the page.
 */
import type { ListLook, Pair, PairsLook, Row, RowGroup, Words } from '#catalogue/pages/blocks.ts';
import { attributeHtml, textHtml } from '#catalogue/words/escape-html.ts';
import { wordsHtml } from './words.ts';

/** How the cells of a table are written. */
export interface Cells {
	/** How many columns the table has. */
	width: number;
	/** Class of each column. */
	classes: readonly (string | undefined)[];
	/** Which column names the row. */
	head: number;
	/** The names of the rows are identifiers. */
	ids: boolean;
	/** The choices that keep a row, as the stylesheet knows them. */
	placesOf: (kept: readonly string[]) => string;
}

export function bodyHtml({ id, title, rows }: RowGroup, cells: Cells): string {
	const heading = title
		? `<tr><th scope="rowgroup" colspan="${cells.width}" class="dim">${wordsHtml(title)}</th></tr>`
		: '';
	const own = `${attributeHtml('id', id)}${id ? ' class="grp"' : ''}`;
	return `<tbody${own}>${heading}${rows.map((row) => rowHtml(row, cells)).join('')}</tbody>`;
}

function rowHtml({ id, cells, across, kept, here }: Row, of: Cells): string {
	const own = [
		attributeHtml('id', id),
		here ? ' class="here"' : '',
		attributeHtml('data-kept', kept && of.placesOf(kept)),
	];
	const whole = across ? `<td colspan="${of.width}">${wordsHtml(across)}</td>` : '';
	return `<tr${own.join('')}>${whole}${cells.map((cell, at) => cellHtml(cell, at, of)).join('')}</tr>`;
}

function cellHtml(cell: Words, at: number, { head, ids, classes }: Cells): string {
	if (at === head) return `<th scope="row"${ids ? ' class="mono"' : ''}>${wordsHtml(cell)}</th>`;
	return `<td${attributeHtml('class', classes[at])}>${wordsHtml(cell)}</td>`;
}

export function itemHtml(item: Words, look: ListLook | undefined): string {
	const words = wordsHtml(item);
	return `<li>${look === 'steps' ? `<span>${words}</span>` : words}</li>`;
}

/** A row of a ruled list. `first` is the class of what names it, where that has one. */
export function ruledHtml(
	[label, words, end]: Pair,
	look: PairsLook | undefined,
	first?: string,
): string {
	const [name, rest] = [wordsHtml(label), `<span>${wordsHtml(words)}</span>`];
	if (look === 'log') return `<li><p${attributeHtml('class', first)}>${name}</p>${rest}</li>`;
	if (look === 'ledger') return `<li>${name}${rest}<span>${wordsHtml(end)}</span></li>`;
	const named = typeof label === 'string' ? `<b>${textHtml(label)}</b>` : `<div>${name}</div>`;
	return `<li>${named}${rest}</li>`;
}

/** The classes of a definition: its box, its name, its value. */
export type DefinitionLook = readonly [box?: string, name?: string, value?: string];

/** A definition; with classes its two parts are in a box. */
export function definitionHtml([label, words]: Pair, look?: DefinitionLook): string {
	const [box, name, value] = look ?? [];
	const both = `<dt${attributeHtml('class', name)}>${wordsHtml(label)}</dt><dd${attributeHtml('class', value)}>${wordsHtml(words)}</dd>`;
	return look ? `<div${attributeHtml('class', box)}>${both}</div>` : both;
}
