/** The list of a collection as data: what it is filtered by, what its columns say, a line per entry. */
import { type CollectionName, collections } from '#schemas/index.ts';
import { tier as tiers } from '#schemas/vocabularies.ts';
import { retiredModels, stateOf, stateRank } from '../../judge/approval/state.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { aliasesOf, summaryOf, titleOf } from '../../model/entry.ts';
import { isOf } from '../../model/is-of.ts';
import { anchorOf } from '../../words/anchor.ts';
import type { Fact } from '../fact.ts';
import { listColumns, listFacets } from '../index.ts';
import { groupingOf, type ListColumn } from '../list.ts';
import { facetsWith } from './list-facets.ts';
import {
	type BrowseColumn,
	type BrowseFacet,
	type BrowseIndex,
	EVERYTHING,
	find,
} from './state.ts';

/**
 * Rows of one static page; the browser adds more from the index. So many rows, each in words of its own,
 * keep the page within the 22 kB of a page.
 */
export const PAGE_ROWS = 125;

const byTitle = new Intl.Collator('en-GB', { numeric: true });

/** Everything a list is made of, in its own order: what is on its way out last, by stated order, by title. */
export function browseIndex(name: CollectionName, catalogue: Catalogue): BrowseIndex {
	const entries: Entry[] = [...catalogue.all[name].values()]
		.map((entry: Entry) => ({ entry, at: placeOf(entry, catalogue) }))
		.sort(
			(a, b) =>
				a.at.leaving - b.at.leaving ||
				a.at.order - b.at.order ||
				byTitle.compare(titleOf(a.entry), titleOf(b.entry)) ||
				(a.entry.id < b.entry.id ? -1 : 1),
		)
		.map(({ entry }) => entry);
	const { facets, valuesOf } = facetsWith(listFacets(name), entries, catalogue);
	const columns = listColumns(name).map((column) => columnOf(column, entries, catalogue));
	const group = groupingOf(name)?.field;
	const { singular, plural } = collections[name];
	return {
		name,
		singular,
		plural,
		facets,
		columns: columns.map(({ column }) => column),
		lines: entries.map((entry) => ({
			id: entry.id,
			title: titleOf(entry),
			summary: summaryOf(entry),
			aliases: aliasesOf(entry).join(', '),
			cells: columns.map(({ cellOf }) => cellOf(entry)),
			values: valuesOf(entry),
		})),
		...(facets.some((facet) => facet.name === group) && { group }),
	};
}

function placeOf(entry: Entry, catalogue: Catalogue): { leaving: number; order: number } {
	const order = new Map<string, unknown>(Object.entries(entry.data)).get('order');
	return {
		leaving: Number(isLeaving(entry, catalogue)),
		order: typeof order === 'number' ? order : 0,
	};
}

/**
 * Whether an entry sorts down: its review or its approval no longer holds, it has a successor, or a
 * model that no longer answers. It stays findable and its page says why.
 */
function isLeaving(entry: Entry, catalogue: Catalogue): boolean {
	const state = stateOf(entry, catalogue);
	if (state && ['changed', 'overdue', 'deprecated', 'withdrawn'].includes(state)) return true;
	if (isOf('patterns', entry)) return retiredModels(entry, catalogue).length > 0;
	return 'retires' in entry.data && entry.data.retires < catalogue.today;
}

/** A column with each of its facts once, in the order it sorts by, and which of them an entry has. */
function columnOf(
	{ label, num, state, fact, rank }: ListColumn,
	entries: readonly Entry[],
	catalogue: Catalogue,
): { column: BrowseColumn; cellOf: (entry: Entry) => number } {
	const said = new Map(entries.map((entry) => [entry, fact(entry, catalogue)]));
	const ranks = new Map<string, { fact: Fact; rank: string | number }>();
	for (const [entry, one] of said) {
		const key = JSON.stringify(one);
		if (!ranks.has(key))
			ranks.set(key, { fact: one, rank: rank?.(entry, catalogue) ?? rankOf(one) });
	}
	const sorted = [...ranks].sort(([, a], [, b]) => compareRanks(a, b));
	const places = new Map(sorted.map(([key], at) => [key, at]));
	return {
		column: {
			key: anchorOf(label),
			label,
			...(num && { num }),
			...(state && { state }),
			facts: sorted.map(([, { fact: one }]) => one),
		},
		cellOf: (entry) => places.get(JSON.stringify(said.get(entry))) ?? 0,
	};
}

/** What a fact sorts by where its column does not say: tier, state, or its words. */
function rankOf({ tier, status, text }: Fact): string | number {
	if (tier) return tiers.rank(tier);
	return status ? stateRank(status) : text;
}

interface Ranked {
	fact: Fact;
	rank: string | number;
}

/** What says that there is nothing comes last. */
function compareRanks(a: Ranked, b: Ranked): number {
	const nothing = Number(a.fact.faint === true) - Number(b.fact.faint === true);
	if (nothing !== 0) return nothing;
	if (typeof a.rank === 'number' && typeof b.rank === 'number') return a.rank - b.rank;
	return byTitle.compare(String(a.rank), String(b.rank));
}

/** The lines cut into static pages; at least one, so that an empty list has its page. */
export function browsePages<Line>(lines: readonly Line[]): Line[][] {
	const pages = Math.max(1, Math.ceil(lines.length / PAGE_ROWS));
	return Array.from({ length: pages }, (_, at) =>
		lines.slice(at * PAGE_ROWS, (at + 1) * PAGE_ROWS),
	);
}

/** Path of a static page, counted from 1. */
export const browsePath = (name: CollectionName, page: number): string =>
	page === 1 ? `/${name}/` : `/${name}/page/${page}/`;

export interface FacetGroup extends BrowseFacet {
	/** How many entries have each value, nothing chosen. */
	counts: ReadonlyMap<string, number>;
	/** Values shown at once; the others are folded. */
	first: BrowseFacet['values'];
	rest: BrowseFacet['values'];
	/** Whether there are more values than boxes, so that a field must find any of them by name. */
	byName: boolean;
	/** Starts open. */
	open: boolean;
}

/** Facets that start open: the question and the first of the others; the rest start folded. */
const OPEN = 3;
/** Values of an open-ended facet that are shown before its fold. */
const SHOWN = 10;
/** Most boxes of a facet: more than this nobody reads through, and each weighs on the page. */
const BOXES = 40;

/**
 * The filters as the build writes them: those that leave something out, the question first. Values of
 * a short list keep their order; of a long one, those that most entries have come first, those
 * beyond the first ten or without an entry are folded, and what has no box is found by its name.
 */
export function facetGroups(index: BrowseIndex): FacetGroup[] {
	const { counts } = find(index, EVERYTHING);
	const total = index.lines.length;
	return index.facets
		.filter(({ name }) => [...(counts.get(name)?.values() ?? [])].some((count) => count < total))
		.sort((a, b) => Number(b.question !== undefined) - Number(a.question !== undefined))
		.map((facet, place) => {
			const counted = counts.get(facet.name) ?? new Map<string, number>();
			const count = ({ value }: { value: string }) => counted.get(value) ?? 0;
			const long = facet.values.length > SHOWN + 2;
			const values = long ? facet.values.toSorted((a, b) => count(b) - count(a)) : facet.values;
			const shown = values.filter((value) => count(value) > 0).length;
			const cut = long ? Math.min(SHOWN, shown) : values.length;
			return {
				...facet,
				counts: counted,
				first: values.slice(0, cut),
				rest: values.slice(cut, BOXES),
				byName: values.length > BOXES,
				open: place < OPEN,
			};
		});
}

/** Columns that say something different of some lines, and those that say the same of all. */
export function constants({ columns, lines }: BrowseIndex): {
	varying: BrowseColumn[];
	same: BrowseColumn[];
} {
	const isSame = ({ facts }: BrowseColumn) => facts.length === 1 && lines.length > 1;
	return { varying: columns.filter((one) => !isSame(one)), same: columns.filter(isSame) };
}
