/** Filter, sort, group, count and address of a list: pure, shared by the build and the browser. */
import type { CollectionName } from '#schemas/index.ts';
import type { Fact, FactColumn } from '../fact.ts';

export interface FacetValue {
	value: string;
	label: string;
	meaning?: string;
}

export interface BrowseFacet {
	name: string;
	label: string;
	/** An entry may have several values: all chosen ones must be there, else any of them. */
	several: boolean;
	/** The question a list starts with: one answer at a time, and what the answer shows. */
	question?: string;
	values: readonly FacetValue[];
	/** List of the collection that the values are entries of: the way to them without a script. */
	list?: string;
}

export interface BrowseColumn extends FactColumn {
	/** Its name in an address. */
	key: string;
	/** Every fact of the column once, in the order that the column sorts by. */
	facts: readonly Fact[];
}

/** What a row shows of an entry, and what it is found by. */
export interface BrowseLine {
	id: string;
	title: string;
	summary: string;
	aliases: string;
	/** Per column, the place of its fact among the facts of the column. */
	cells: readonly number[];
	/** Values per facet, in the order of the facets. */
	values: readonly (readonly string[])[];
}

export interface BrowseIndex {
	name: CollectionName;
	/** What one entry is called, and several. */
	singular: string;
	plural: string;
	facets: readonly BrowseFacet[];
	columns: readonly BrowseColumn[];
	/** In the order of the list. */
	lines: readonly BrowseLine[];
	/** Facet whose values head the groups, unless the reader asks for another. */
	group?: string;
}

/** The name of an entry as a column to sort by. */
export const TITLE = 'title';
/** Said in an address for a list without groups. */
export const NO_GROUPS = 'none';

export interface Sort {
	/** Key of a column, or `TITLE`. */
	by: string;
	down: boolean;
}

export interface BrowseState {
	/** Chosen values by facet; a facet without one is absent. */
	chosen: ReadonlyMap<string, readonly string[]>;
	/** Trimmed words of the question. */
	words: string;
	/** Undefined for the order of the list itself. */
	sort: Sort | undefined;
	/** Facet, or `NO_GROUPS`; undefined for the groups of the list itself. */
	group: string | undefined;
	/** Keys of the columns that are left out; filters nothing. */
	hidden: readonly string[];
}

export const EVERYTHING: BrowseState = {
	chosen: new Map(),
	words: '',
	sort: undefined,
	group: undefined,
	hidden: [],
};

/** Whether the state shows the list as the build wrote it. */
export function isIdle({ chosen, words, sort, group }: BrowseState): boolean {
	return chosen.size === 0 && words === '' && sort === undefined && group === undefined;
}

/** The state with one value chosen, or no longer chosen. */
export function withValue(
	state: BrowseState,
	facet: string,
	value: string,
	on: boolean,
): BrowseState {
	const rest = (state.chosen.get(facet) ?? []).filter((other) => other !== value);
	const values = on ? [...rest, value] : rest;
	const chosen = new Map(state.chosen);
	if (values.length) chosen.set(facet, values);
	else chosen.delete(facet);
	return { ...state, chosen };
}

/** The next order when the reader presses a column: up, down, then that of the list again. */
export function pressed(sort: Sort | undefined, by: string): Sort | undefined {
	if (sort?.by !== by) return { by, down: false };
	return sort.down ? undefined : { by, down: true };
}

export interface Found {
	/** Matching lines in the chosen order. */
	lines: BrowseLine[];
	/**
	 * Per facet and value, how many lines there would be with it: in a facet of one value, the lines
	 * that have it; in a facet of several, the lines left when it is chosen as well. The choices of
	 * the other facets are kept.
	 */
	counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Ids that answer the words, each with its place in the ranking. */
export type Hits = ReadonlyMap<string, number>;

/**
 * Lines that match a state, and what each further choice would give; one pass over the index. The
 * search engine says which entries answer the words; without it, those that have them in their name.
 */
export function find(
	index: BrowseIndex,
	state: BrowseState,
	hits: Hits | undefined = namedBy(index, state.words),
): Found {
	const { facets } = index;
	const wanted = facets.map(({ name }) => state.chosen.get(name) ?? []);
	const asked = state.words ? hits : undefined;
	const counts = facets.map(() => new Map<string, number>());
	const lines: BrowseLine[] = [];
	for (const line of index.lines) {
		if (asked && !asked.has(line.id)) continue;
		const missed = facets.flatMap((facet, at) =>
			fits(facet, line.values[at] ?? [], wanted[at] ?? []) ? [] : [at],
		);
		if (missed.length === 0) {
			lines.push(line);
			for (const [at, counted] of counts.entries()) add(counted, line.values[at] ?? []);
		} else if (missed.length === 1) {
			// One facet of one value keeps the line out: choosing its value would let it in.
			const [at = 0] = missed;
			const counted = counts[at];
			if (counted && isAny(facets[at])) add(counted, line.values[at] ?? []);
		}
	}
	return {
		lines: sortLines(lines, state.sort, index, asked),
		counts: new Map(facets.map(({ name }, at) => [name, counts[at] ?? new Map()])),
	};
}

/** Whether another value of the facet brings further lines instead of leaving fewer. */
const isAny = (facet: BrowseFacet | undefined) =>
	facet?.several !== true || facet.question !== undefined;

function fits(facet: BrowseFacet, have: readonly string[], want: readonly string[]): boolean {
	if (want.length === 0) return true;
	return isAny(facet)
		? want.some((value) => have.includes(value))
		: want.every((value) => have.includes(value));
}

function add(counted: Map<string, number>, values: readonly string[]): void {
	for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1);
}

/** Lower case without accents, so that "resume" finds "résumé". */
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The entries that have all words in their title or other names, in the order of the list. What the
 * search engine finds comes first; this also finds a name of which only some letters are typed yet.
 */
export function namedBy({ lines }: BrowseIndex, words: string): Hits {
	const terms = fold(words).split(/\s+/).filter(Boolean);
	const found = lines.filter(({ id, title, aliases }) => {
		const text = fold(`${title}\n${id}\n${aliases}`);
		return terms.every((term) => text.includes(term));
	});
	return new Map(found.map(({ id }, at) => [id, at]));
}

const byTitle = new Intl.Collator('en-GB', { numeric: true });

/** Sorted again; equal lines keep their order, which is that of the list. */
function sortLines(
	lines: BrowseLine[],
	sort: Sort | undefined,
	{ columns }: BrowseIndex,
	hits: Hits | undefined,
): BrowseLine[] {
	if (!sort) {
		return hits ? lines.sort((a, b) => (hits.get(a.id) ?? 0) - (hits.get(b.id) ?? 0)) : lines;
	}
	const at = columns.findIndex(({ key }) => key === sort.by);
	const way = sort.down ? -1 : 1;
	if (sort.by === TITLE) return lines.sort((a, b) => way * byTitle.compare(a.title, b.title));
	return lines.sort((a, b) => way * ((a.cells[at] ?? 0) - (b.cells[at] ?? 0)));
}

export interface LineGroup {
	/** Its value, or an empty text for lines without groups. */
	value: string;
	label: string;
	meaning: string;
	lines: readonly BrowseLine[];
}

/** The lines under the values of a facet, in the order of the values; groups without lines are left out. */
export function grouped(
	{ facets, group }: BrowseIndex,
	lines: readonly BrowseLine[],
	wanted = group,
): LineGroup[] {
	const at = facets.findIndex(({ name }) => name === wanted);
	const facet = facets[at];
	if (!facet) return lines.length === 0 ? [] : [{ value: '', label: '', meaning: '', lines }];
	const known = new Set(facet.values.map(({ value }) => value));
	const rest = lines.filter(({ values }) => !values[at]?.some((value) => known.has(value)));
	return [
		...facet.values.map(({ value, label, meaning = '' }) => ({
			value,
			label,
			meaning,
			lines: lines.filter(({ values }) => values[at]?.[0] === value),
		})),
		{ value: 'other', label: 'Other', meaning: '', lines: rest },
	].filter((one) => one.lines.length > 0);
}

/** One thing to leave out, and how many lines are there without it. */
export interface WayOut {
	/** The facet and value, or undefined for the words. */
	filter: { facet: string; value: string } | undefined;
	state: BrowseState;
	count: number;
}

/** For a state without a match: every single filter whose removal gives some, most first. */
export function waysOut(index: BrowseIndex, state: BrowseState, hits?: Hits): WayOut[] {
	const without: Omit<WayOut, 'count'>[] = [...state.chosen].flatMap(([facet, values]) =>
		values.map((value) => ({
			filter: { facet, value },
			state: withValue(state, facet, value, false),
		})),
	);
	if (state.words) without.push({ filter: undefined, state: { ...state, words: '' } });
	return without
		.map((way) => ({ ...way, count: find(index, way.state, hits).lines.length }))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count);
}

type Named = Pick<BrowseFacet, 'name'>;

/** Names in an address that no facet may have. */
export const RESERVED: readonly string[] = ['q', 'sort', 'by', 'hide'];

/**
 * The state as the query of an address, in the order of the facets.
 *
 * @example
 * toQuery(state, facets) // => '?tier=medium&connector=service-desk&q=mail&sort=-review'
 */
export function toQuery(
	{ chosen, words, sort, group, hidden }: BrowseState,
	facets: readonly Named[],
): string {
	const query = new URLSearchParams();
	for (const { name } of facets) {
		for (const value of chosen.get(name) ?? []) query.append(name, value);
	}
	if (words) query.set('q', words);
	if (sort) query.set('sort', `${sort.down ? '-' : ''}${sort.by}`);
	if (group) query.set('by', group);
	for (const key of hidden) query.append('hide', key);
	return query.size ? `?${query}` : '';
}

/**
 * The state in the query of an address. A value that no longer exists stays chosen, so that the
 * reader sees it and can take it away, instead of a longer list than the link promised. A column or
 * a grouping that no longer exists is left out: it changes no row.
 */
export function fromQuery(
	text: string,
	facets: readonly Named[],
	columns: readonly string[],
): BrowseState {
	const query = new URLSearchParams(text);
	const chosen = new Map<string, string[]>();
	for (const { name } of facets) {
		const values = [...new Set(query.getAll(name).filter(Boolean))];
		if (values.length) chosen.set(name, values);
	}
	const [, down, by = ''] = /^(-?)(.*)$/.exec(query.get('sort') ?? '') ?? [];
	const group = query.get('by') ?? '';
	const isGroup = group === NO_GROUPS || facets.some(({ name }) => name === group);
	const hidden = new Set(query.getAll('hide').filter((key) => columns.includes(key)));
	return {
		chosen,
		words: (query.get('q') ?? '').trim(),
		sort: [TITLE, ...columns].includes(by) ? { by, down: down === '-' } : undefined,
		group: isGroup ? group : undefined,
		hidden: [...hidden],
	};
}
