/** The browse list of patterns: facets with their values, a line per pattern, static pages. */
import {
	type EntryState,
	isExampleState,
	retiredModels,
	stateNames,
	stateOf,
	stateRank,
	stateWords,
} from '../judge/approval/state.ts';
import { reviewDue, tierOf } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import {
	type BrowseFacet,
	type BrowseIndex,
	type BrowseLine,
	EVERYTHING,
	find,
} from './browse-state.ts';
import { facetsOf, facetValues, PATTERN_FACETS } from './facets.ts';

/** Rows of one static page; the browser adds more from the index. */
export const PAGE_ROWS = 200;

const byTitle = new Intl.Collator('en-GB');

/** Everything the browse list is made of, in order of title. */
export function browseIndex(catalogue: Catalogue): BrowseIndex {
	const facets = PATTERN_FACETS.map((spec) => ({
		name: spec.name,
		label: spec.label,
		several: spec.several,
		values: facetValues(spec, catalogue),
	}));
	const lines = [...catalogue.patterns.values()]
		.map((entry) => browseLine(entry, catalogue, facets))
		.sort((a, b) => byTitle.compare(a.title, b.title) || (a.id < b.id ? -1 : 1));
	const late = needsCare(catalogue);
	return {
		facets,
		lines: [...lines.filter(({ id }) => !late.has(id)), ...lines.filter(({ id }) => late.has(id))],
	};
}

/**
 * Patterns that sort down: a review or an approval that no longer holds, a model that no longer
 * answers, a successor to move to. They stay findable and say why on their pages.
 */
function needsCare(catalogue: Catalogue): Set<string> {
	const bad = new Set<EntryState | undefined>(['changed', 'overdue', 'deprecated']);
	const entries = [...catalogue.patterns.values()].filter(
		(entry) => bad.has(stateOf(entry, catalogue)) || retiredModels(entry, catalogue).length > 0,
	);
	return new Set(entries.map(({ id }) => id));
}

function browseLine(
	entry: Entry<'patterns'>,
	catalogue: Catalogue,
	facets: readonly BrowseFacet[],
): BrowseLine {
	const { id, data } = entry;
	const { policy } = catalogue;
	const values = facetsOf(entry, catalogue);
	return {
		id,
		title: data.title,
		summary: data.summary,
		aliases: data.aliases.join(', '),
		version: data.version,
		personal: data.exposure.personalData,
		reviewBy: reviewDue(data.reviewed, tierOf(data, policy), policy),
		changed: data.changes[0]?.date ?? data.reviewed,
		values: facets.map(({ name }) => values[name] ?? []),
	};
}

/** The lines cut into static pages; at least one, so that an empty list has its page. */
export function browsePages(lines: readonly BrowseLine[]): BrowseLine[][] {
	const pages = Math.max(1, Math.ceil(lines.length / PAGE_ROWS));
	return Array.from({ length: pages }, (_, at) =>
		lines.slice(at * PAGE_ROWS, (at + 1) * PAGE_ROWS),
	);
}

/** Path of a static page, counted from 1. */
export function browsePath(page: number): string {
	return page === 1 ? '/patterns/' : `/patterns/page/${page}/`;
}

export interface FacetGroup extends BrowseFacet {
	/** How many patterns have each value, nothing chosen. */
	counts: ReadonlyMap<string, number>;
	/** Values shown at once; the others are folded. */
	first: BrowseFacet['values'];
	rest: BrowseFacet['values'];
	/** Starts open. */
	open: boolean;
}

/** Facets most readers start from; the others start folded. */
const OPEN = new Set(['tier', 'data', 'problem', 'outcome', 'status']);
/** Values of an open-ended facet that stand before its fold. */
const SHOWN = 10;

/**
 * The filters as the build writes them. Ranked values keep their rank; connectors and teams, which
 * may be hundreds, stand by count, and those beyond the first ten or without a pattern are folded.
 */
export function facetGroups(index: BrowseIndex): FacetGroup[] {
	const { counts } = find(index, EVERYTHING);
	const ranked = new Set(PATTERN_FACETS.filter((spec) => spec.vocabulary).map(({ name }) => name));
	return index.facets.map((facet) => {
		const counted = counts.get(facet.name) ?? new Map<string, number>();
		const count = ({ value }: { value: string }) => counted.get(value) ?? 0;
		const isRanked = ranked.has(facet.name);
		const values = isRanked ? facet.values : [...facet.values].sort((a, b) => count(b) - count(a));
		const shown = values.filter((value) => count(value) > 0).length;
		const cut = isRanked ? values.length : Math.min(SHOWN, shown);
		return {
			...facet,
			counts: counted,
			first: values.slice(0, cut),
			rest: values.slice(cut),
			open: OPEN.has(facet.name),
		};
	});
}

export interface StandingCount {
	status: EntryState;
	count: number;
	/** The state in words, inside a sentence; it says if an approval behind it is invented. */
	words: string;
}

/** How many patterns are in each state, best first; states nobody is in are left out. */
export function standings(catalogue: Catalogue): StandingCount[] {
	const counted = new Map<EntryState, Entry<'patterns'>[]>();
	for (const entry of catalogue.patterns.values()) {
		const state = stateOf(entry, catalogue);
		counted.set(state, [...(counted.get(state) ?? []), entry]);
	}
	return stateNames
		.toSorted((a, b) => stateRank(a) - stateRank(b))
		.flatMap((status) => {
			const entries = counted.get(status) ?? [];
			const [first] = entries;
			if (!first) return [];
			const shown = entries.find((entry) => isExampleState(entry, catalogue)) ?? first;
			const words = stateWords(shown, catalogue).label.toLowerCase();
			return [{ status, count: entries.length, words }];
		});
}
