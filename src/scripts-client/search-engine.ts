/** Asks the index: loads it on first use, puts exact names first, tells typing errors apart. */
import {
	exactPaths,
	type SearchNames,
	type Spelling,
	spelling,
	wordsOf,
} from '#catalogue/pages/search-words.ts';
import { href } from '#site/urls.ts';

type Counts = Record<string, Record<string, number>>;
export type Filters = Record<string, readonly string[]>;

interface Fragment {
	url: string;
	excerpt: string;
	meta: Record<string, string | undefined>;
	sub_results: { url: string; title: string; excerpt: string; locations: number[] }[];
}

/** The part of Pagefind's own script that is used here. */
interface Pagefind {
	options: (options: object) => Promise<void>;
	init: () => Promise<void>;
	filters: () => Promise<Counts>;
	search: (
		query: string | null,
		options: { filters: Record<string, { any: readonly string[] }> },
	) => Promise<{
		results: { data: () => Promise<Fragment> }[];
		filters: Counts;
		totalFilters: Counts;
	}>;
}

export interface Section {
	url: string;
	title: string;
	/** HTML with `mark` and entities only. */
	excerpt: string;
}

export interface Hit extends Section {
	type: string;
	tier: string | undefined;
	status: string | undefined;
	summary: string;
	/** Whether the excerpt shows every word that was asked for. */
	excerptFits: boolean;
	/** The other name by which it was found. */
	alias: string | undefined;
	/** The sections that match best, in the order of the page. */
	sections: Section[];
}

export interface Answer {
	total: number;
	/** How many there would be with each value of a filter. */
	counts: Counts;
	/** The same for the query alone. */
	allCounts: Counts;
	spelling: Spelling;
	types: SearchData['types'];
	/** Results from one place to another, best first. */
	hits: (from: number, to: number) => Promise<Hit[]>;
}

/** Exact names are looked for among so many of the best results. */
const LOOKED_AT = 24;
const SECTIONS = 3;

/** The file beside the index. */
interface SearchData extends SearchNames {
	/** Every type of entry, as its filter names it and in the plural. */
	types: readonly (readonly [name: string, plural: string])[];
}

let loading: Promise<[Pagefind, SearchData]> | undefined;

/** Index and names; a failed load is tried again the next time. */
function load(): Promise<[Pagefind, SearchData]> {
	loading ??= Promise.all([loadIndex(), loadNames()]);
	loading.catch(() => {
		loading = undefined;
	});
	return loading;
}

async function loadIndex(): Promise<Pagefind> {
	const address = href('/pagefind/pagefind.js');
	const pagefind: Pagefind = await import(/* @vite-ignore */ address);
	// A worker would need a policy of its own; the index is small enough without one.
	await pagefind.options({
		noWorker: true,
		excerptLength: 22,
		ranking: { metaWeights: { title: 8, aliases: 6, summary: 2 } },
	});
	await pagefind.init();
	// Without the values of the filters, answers carry no counts.
	await pagefind.filters();
	return pagefind;
}

async function loadNames(): Promise<SearchData> {
	const response = await fetch(href('/pagefind/names.json'));
	if (!response.ok) throw new Error(`names.json: ${response.status}`);
	return response.json();
}

/** Runs a query; an empty one lists everything that the filters leave. */
export async function ask(query: string, filters: Filters = {}): Promise<Answer> {
	const [pagefind, names] = await load();
	const spelt = spelling(query, names);
	const chosen = Object.entries(filters).filter(([, values]) => values.length > 0);
	if (spelt.unknown.length > 0) return nothing(spelt, names.types);
	const found = await pagefind.search(query || null, {
		filters: Object.fromEntries(chosen.map(([name, any]) => [name, { any }])),
	});
	const { results } = found;
	const exact = exactPaths(query, names.names).map(href);
	// Without an exact name there is nothing to put first, and nothing to load ahead.
	const depth = exact.length > 0 ? LOOKED_AT : 0;
	let best: Promise<Fragment[]> | undefined;
	return {
		total: results.length,
		counts: found.filters,
		allCounts: query ? found.totalFilters : await pagefind.filters(),
		spelling: spelt,
		types: names.types,
		async hits(from, to) {
			best ??= Promise.all(results.slice(0, depth).map((result) => result.data())).then(
				(fragments) => exactFirst(fragments, exact),
			);
			const first = await best;
			const rest = await Promise.all(
				results.slice(Math.max(from, first.length), to).map((result) => result.data()),
			);
			return [...first.slice(from, to), ...rest].map((fragment) => hitOf(fragment, query));
		},
	};
}

/**
 * Counts beside the filters. A filter with a choice counts as if it had none, because a further
 * value of it adds results.
 */
export async function facetCounts(
	query: string,
	filters: Filters,
	answer: Answer,
): Promise<Counts> {
	const counts: Counts = { ...answer.counts };
	for (const name of Object.keys(filters)) {
		const others = Object.fromEntries(Object.entries(filters).filter(([key]) => key !== name));
		const open = await ask(query, others);
		counts[name] = (Object.keys(others).length > 0 ? open.counts : open.allCounts)[name] ?? {};
	}
	return Object.keys(filters).length > 0 ? counts : answer.allCounts;
}

const nothing = (spelt: Spelling, types: SearchData['types']): Answer => ({
	total: 0,
	counts: {},
	allCounts: {},
	spelling: spelt,
	types,
	hits: async () => [],
});

function exactFirst(fragments: readonly Fragment[], exact: readonly string[]): Fragment[] {
	const place = ({ url }: Fragment) => {
		const at = exact.indexOf(url);
		return at < 0 ? exact.length : at;
	};
	return [...fragments].sort((a, b) => place(a) - place(b));
}

function hitOf({ url, excerpt, meta, sub_results: parts }: Fragment, query: string): Hit {
	const words = wordsOf(query);
	const aliases = meta.aliases?.split(', ') ?? [];
	const named = (name: string) => words.every((word) => wordsOf(name).join(' ').includes(word));
	const title = meta.title ?? url;
	return {
		url,
		title,
		excerpt,
		type: meta.type ?? '',
		tier: meta.tier,
		status: meta.status,
		summary: meta.summary ?? '',
		excerptFits: !named(title) && hasEvery(excerpt, words),
		alias: words.length > 0 && !named(title) ? aliases.find(named) : undefined,
		sections: bestSections(parts, words),
	};
}

/** Sections that have every word, those with all of them in the heading first; in page order. */
function bestSections(parts: Fragment['sub_results'], words: readonly string[]): Section[] {
	const weight = (part: Section & { locations: number[] }) => {
		const heading = wordsOf(part.title);
		const inHeading = words.every((word) => heading.includes(word));
		return part.locations.length + (inHeading ? 1000 : 0);
	};
	const full = parts.filter(({ url, excerpt }) => url.includes('#') && hasEvery(excerpt, words));
	const best = new Set([...full].sort((a, b) => weight(b) - weight(a)).slice(0, SECTIONS));
	const exact = full.filter((part) => best.has(part) && weight(part) >= 1000);
	return exact.length > 0 ? exact : full.filter((part) => best.has(part));
}

/** Whether every word of the query is marked in an excerpt. */
function hasEvery(excerpt: string, words: readonly string[]): boolean {
	const matches = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)];
	const marks = matches.flatMap(([, text = '']) => wordsOf(text));
	return marks.length > 0 && words.every((word) => marks.some((mark) => alike(mark, word)));
}

/** Forms of one word share their start, and the index marks every form. */
function alike(a: string, b: string): boolean {
	const start = Math.max(1, Math.min(a.length, b.length, 4));
	return a.slice(0, start) === b.slice(0, start);
}
