/** Filter, sort, count and address of the browse list: pure, shared by the build and the browser. */
import type { PersonalData } from '#schemas/vocabularies.ts';

export interface BrowseFacet {
	name: string;
	label: string;
	/** A pattern may have several values: all chosen ones must be there, else any of them. */
	several: boolean;
	values: readonly { value: string; label: string }[];
}

/** What a row shows of a pattern, and what it is found by. */
export interface BrowseLine {
	id: string;
	title: string;
	summary: string;
	aliases: string;
	version: string;
	personal: PersonalData;
	/** Day the next full review is due. */
	reviewBy: string;
	/** Day of the newest change. */
	changed: string;
	/** Values per facet, in the order of the facets. */
	values: readonly (readonly string[])[];
}

/** The second half of "Confidential, personal data"; empty without personal data. */
export const PERSONAL_WORDS = {
	none: '',
	ordinary: ', personal data',
	special: ', special category data',
} satisfies Record<PersonalData, string>;

export interface BrowseIndex {
	facets: readonly BrowseFacet[];
	/** In order of title. */
	lines: readonly BrowseLine[];
}

/** The orders of the list; the first is that of the index itself and of the static pages. */
export const SORTS = [
	{ key: 'title', label: 'Title' },
	{ key: 'tier', label: 'Tier, lightest first' },
	{ key: 'review', label: 'Review date, soonest first' },
	{ key: 'changed', label: 'Recently changed' },
] as const;
export type SortKey = (typeof SORTS)[number]['key'];

export interface BrowseState {
	/** Chosen values by facet; a facet without one is absent. */
	chosen: ReadonlyMap<string, readonly string[]>;
	/** Trimmed words; a line must hold every one of them. */
	words: string;
	sort: SortKey;
	/** Form of the list; filters nothing. */
	view: 'list' | 'cards';
}

export const EVERYTHING: BrowseState = {
	chosen: new Map(),
	words: '',
	sort: 'title',
	view: 'list',
};

/** Whether the state shows the list as the build wrote it. */
export function isIdle({ chosen, words, sort }: BrowseState): boolean {
	return chosen.size === 0 && words === '' && sort === 'title';
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

/** Lines that match a state, and what each further choice would give; one pass over the index. */
export function find(index: BrowseIndex, state: BrowseState): Found {
	const { facets } = index;
	const wanted = facets.map(({ name }) => state.chosen.get(name) ?? []);
	const terms = termsOf(state.words);
	const counts = facets.map(() => new Map<string, number>());
	const lines: BrowseLine[] = [];
	for (const line of index.lines) {
		if (terms.length && !holdsAll(textOf(line), terms)) continue;
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
			if (counted && !facets[at]?.several) add(counted, line.values[at] ?? []);
		}
	}
	return {
		lines: sortLines(lines, state.sort, facets),
		counts: new Map(facets.map(({ name }, at) => [name, counts[at] ?? new Map()])),
	};
}

function fits({ several }: BrowseFacet, have: readonly string[], want: readonly string[]): boolean {
	if (want.length === 0) return true;
	return several
		? want.every((value) => have.includes(value))
		: want.some((value) => have.includes(value));
}

function add(counted: Map<string, number>, values: readonly string[]): void {
	for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1);
}

/** Lower case without accents, so that "resume" finds "résumé". */
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const termsOf = (words: string) => fold(words).split(/\s+/).filter(Boolean);
const holdsAll = (text: string, terms: readonly string[]) =>
	terms.every((term) => text.includes(term));

const texts = new WeakMap<BrowseLine, string>();

function textOf(line: BrowseLine): string {
	const known = texts.get(line) ?? fold(`${line.title}\n${line.summary}\n${line.aliases}`);
	texts.set(line, known);
	return known;
}

/** Sorted anew; equal lines keep their order, which is by title. */
function sortLines(
	lines: BrowseLine[],
	sort: SortKey,
	facets: readonly BrowseFacet[],
): BrowseLine[] {
	const at = facets.findIndex(({ name }) => name === 'tier');
	const ranks = new Map(facets[at]?.values.map(({ value }, rank) => [value, rank]));
	const rank = ({ values }: BrowseLine) => ranks.get(values[at]?.[0] ?? '') ?? 0;
	const orders: Record<SortKey, ((a: BrowseLine, b: BrowseLine) => number) | undefined> = {
		title: undefined,
		tier: (a, b) => rank(a) - rank(b),
		review: (a, b) => byText(a.reviewBy, b.reviewBy),
		changed: (a, b) => byText(b.changed, a.changed),
	};
	const order = orders[sort];
	return order ? lines.sort(order) : lines;
}

function byText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

/** One thing to leave out, and how many lines are there without it. */
export interface WayOut {
	/** The facet and value, or undefined for the words. */
	filter: { facet: string; value: string } | undefined;
	state: BrowseState;
	count: number;
}

/** For a state without a match: every single filter whose removal gives some, most first. */
export function waysOut(index: BrowseIndex, state: BrowseState): WayOut[] {
	const without: Omit<WayOut, 'count'>[] = [...state.chosen].flatMap(([facet, values]) =>
		values.map((value) => ({
			filter: { facet, value },
			state: withValue(state, facet, value, false),
		})),
	);
	if (state.words) without.push({ filter: undefined, state: { ...state, words: '' } });
	return without
		.map((way) => ({ ...way, count: find(index, way.state).lines.length }))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count);
}

type Named = Pick<BrowseFacet, 'name'>;

/**
 * The state as the query of an address, in the order of the facets.
 *
 * @example
 * toQuery(state, facets) // => '?tier=medium&connector=service-desk&q=mail'
 */
export function toQuery(
	{ chosen, words, sort, view }: BrowseState,
	facets: readonly Named[],
): string {
	const query = new URLSearchParams();
	for (const { name } of facets) {
		for (const value of chosen.get(name) ?? []) query.append(name, value);
	}
	if (words) query.set('q', words);
	if (sort !== 'title') query.set('sort', sort);
	if (view !== 'list') query.set('view', view);
	return query.size ? `?${query}` : '';
}

/**
 * The state in the query of an address. A value that no longer exists stays chosen, so that the
 * reader sees it and can take it away, instead of a longer list than the link promised.
 */
export function fromQuery(text: string, facets: readonly Named[]): BrowseState {
	const query = new URLSearchParams(text);
	const chosen = new Map<string, string[]>();
	for (const { name } of facets) {
		const values = [...new Set(query.getAll(name).filter(Boolean))];
		if (values.length) chosen.set(name, values);
	}
	return {
		chosen,
		words: (query.get('q') ?? '').trim(),
		sort: SORTS.find(({ key }) => key === query.get('sort'))?.key ?? 'title',
		view: query.get('view') === 'cards' ? 'cards' : 'list',
	};
}
