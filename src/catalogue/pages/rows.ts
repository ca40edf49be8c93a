/** Entries with their facts as blocks: the tables that pages share. */

import { formatNumber } from '../words/number.ts';
import type { Block, Column, TableBlock, TableLook, Words } from './blocks.ts';
import {
	joined,
	label,
	link,
	list,
	mark,
	quiet,
	stateMark,
	sub,
	table,
	tierMark,
} from './blocks.ts';
import type { EntryLink, PatternRows } from './citing.ts';
import type { Fact, FactColumn, FactRow } from './fact.ts';

/** A fact as words. */
export function factWords({
	text,
	path,
	sub: second,
	tier,
	status,
	refs,
	tone,
	mono,
	faint,
}: Fact): Words {
	const said: Words = tone
		? mark(text, tone, tone === 'warn' ? 'clock' : 'gap')
		: path
			? link(text, path)
			: mono
				? { kind: 'id', text }
				: faint
					? quiet(text)
					: text;
	return [
		status && stateMark(status),
		tier && tierMark(tier),
		refs &&
			joined(
				refs.map((ref) => refLink(ref.id, ref.path)),
				' to ',
			),
		text !== '' && said,
		sub(second),
	];
}

/** A grid reference such as P2, as a link. */
export const refLink = (ref: string, to: string): Words => ({
	kind: 'link',
	words: ref,
	to,
	look: 'ref',
});

/** A table of entries, each with its facts. */
function factTable(
	name: string,
	columns: readonly (string | FactColumn)[],
	rows: readonly FactRow[],
	look?: TableLook,
): TableBlock {
	const heads = columns.map(
		(column): Column =>
			typeof column === 'string' ? { label: column, state: column === 'Status' } : column,
	);
	return table(
		name,
		heads,
		rows.map(({ title, path, sub: second, facts }) => [
			[link(title, path), sub(second)],
			...facts.map(factWords),
		]),
		{ ...(look && { look }) },
	);
}

export interface Uses {
	/** What the table shows; read aloud. */
	label: string;
	columns: readonly (string | FactColumn)[];
	uses: Pick<PatternRows, 'total' | 'rows' | 'rest'>;
	/** Said while nothing uses it. */
	none: Words;
	look?: TableLook;
	/** What the rows are, in the plural. */
	kind?: string;
}

/** What uses an entry: thirty with their facts, the rest by name. */
export function usesBlocks({
	label: name,
	columns,
	uses,
	none,
	look,
	kind = 'patterns',
}: Uses): Block[] {
	if (uses.total === 0) return [{ kind: 'text', words: quiet(none) }];
	return [factTable(name, columns, uses.rows, look), ...restBlocks(uses.rest, kind)];
}

function restBlocks(rest: readonly EntryLink[], kind: string): Block[] {
	if (rest.length === 0) return [];
	return [
		{
			kind: 'group',
			title: `${rest.length} more ${kind}`,
			fold: 'closed',
			end: 'By title',
			blocks: namesBlocks(rest),
		},
	];
}

/** Names on one page beyond the rows with facts: a thousand of them are a list nobody reads. */
export const MOST_LINKS = 300;

/** The entries by name, as many as a page has; the JSON of each entry lists all that cite it. */
export function namesBlocks(links: readonly EntryLink[]): Block[] {
	const more = links.length - MOST_LINKS;
	return [
		list(linksOf(links.slice(0, MOST_LINKS)), 'names'),
		...(more > 0
			? [
					{
						kind: 'text' as const,
						words: quiet(
							`And ${formatNumber(more)} more. The JSON of this page lists all of them.`,
						),
					},
				]
			: []),
	];
}

/** Entries as links. */
export const linksOf = (links: readonly EntryLink[]): Words[] =>
	links.map(({ title, path }) => link(title, path));

/** An entry beside this one: its name, and what the two have to do with each other. */
export const neighbour = (to: EntryLink, about?: string, kind?: string): Words => [
	link(to.title, to.path),
	sub(about),
	sub(kind && label(kind)),
];
