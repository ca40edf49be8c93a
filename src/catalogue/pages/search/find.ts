/**
 * The search engine: ranks pages for a question in plain words. The same code answers in the
 * dialog, on the search page, in the browse filter and for agents.
 */
import MiniSearch, { type Options } from 'minisearch';
import type { Idea } from './reading.ts';
import { isCommon, termOf, termsIn, wordsIn } from './terms.ts';

/** A page as the engine knows it. */
export interface SearchPage {
	/** Path from the root of the site. */
	path: string;
	/** What it is: the singular name of a collection, `rule`, `command` or `page`. */
	kind: string;
	title: string;
	aliases: readonly string[];
	summary: string;
	/** What it is for: when to use it, the problem it solves, how it works. */
	task: string;
	/** Questions it answers, in the words of those who ask. */
	asked?: readonly string[];
	/** Everything else, where the index has room for it. */
	text: string;
}

/** Where a word was found. */
export type Field = 'title' | 'aliases' | 'asked' | 'task' | 'summary' | 'text';

const FIELDS: readonly Field[] = ['title', 'aliases', 'asked', 'task', 'summary', 'text'];
/** Title and other names once more, each as one term: a question that is a whole name. */
const NAMES = 'names';
const BOOST = {
	title: 6,
	aliases: 6,
	asked: 5.5,
	task: 1.8,
	summary: 2.6,
	text: 0.45,
	[NAMES]: 5,
};
/** Another word counts less than the word that was typed. */
const OTHER = 0.7;
/** Shorter words are neither taken for the start of a longer one nor corrected. */
const SHORT = 4;

/** A kind that answers more questions weighs more; pages that only list others weigh less. */
const KINDS = new Map([
	['pattern', 1.6],
	['guide', 1.15],
	['connector', 1.1],
	['page', 1.25],
	['risk', 1.25],
	['metric', 0.95],
	['framework', 0.9],
	['model', 0.95],
	['role', 0.85],
	['prompt', 0.45],
	['use case', 0.6],
	['rule', 0.45],
	['command', 0.6],
	['list', 0.55],
	['term', 0.75],
]);

interface Indexed extends Omit<SearchPage, 'asked'> {
	asked: string;
	id: string;
	names: string;
}

export type SearchIndex = MiniSearch<Indexed>;

const OPTIONS: Options<Indexed> = {
	fields: [...FIELDS, NAMES],
	storeFields: ['kind'],
	tokenize: (text, field) => (field === NAMES ? text.split('\n') : wordsIn(text)),
	// MiniSearch asks for a word at a time; a common one has no term.
	processTerm: (word, field) =>
		field === NAMES ? nameOf(termsIn(word)) : isCommon(word) ? null : termOf(word),
};

/** A whole name as one term. */
const nameOf = (terms: readonly string[]) => (terms.length > 0 ? `=${terms.join(' ')}` : null);

/** Builds the index of some pages; `fields` that are left empty cost nothing. */
export function indexPages(pages: readonly SearchPage[]): SearchIndex {
	const index: SearchIndex = new MiniSearch(OPTIONS);
	index.addAll(
		pages.map((page) => ({
			...page,
			asked: (page.asked ?? []).join('\n'),
			id: page.path,
			names: [page.title, idOf(page.path), ...page.aliases].join('\n'),
		})),
	);
	return index;
}

/** The last part of an address: tools and people call an entry by it as well. */
const idOf = (path: string) => path.split('/').filter(Boolean).at(-1) ?? '';

/** The index as it is served. */
export type IndexData = ReturnType<SearchIndex['toJSON']>;

/** The index from what was served. */
export const readIndex = (data: IndexData): SearchIndex => MiniSearch.loadJS(data, OPTIONS);

export interface Match {
	/** As it was typed. */
	typed: string;
	/** The word of the page that answers it: the same, another form, or another word for it. */
	word: string;
	field: Field;
}

export interface Found {
	path: string;
	kind: string;
	score: number;
	/** Share of the question that the page answers, from 0 to 1; rare words weigh more. */
	share: number;
	matches: Match[];
}

export interface Answer {
	/** Pages that answer at least half of the question, or do as well as the best; best first. */
	found: Found[];
	/** Pages that share something with it. */
	near: Found[];
	/** Words that no page has. */
	unknown: string[];
}

/** A page that answers less of a question only shares something with it, unless it is as good. */
const ENOUGH = 0.5;
/** Share of the question, and of the best score, from which a page is as good as the best. */
const SOME = 0.3;
const CLOSE = 0.6;

interface Part {
	score: number;
	match: Match;
}

/**
 * Ranks the pages for the ideas of a question.
 *
 * Each idea is looked for on its own and counts once, by its own word or by others for it. The
 * scores add up (BM25+), times the share of the question that the page answers.
 */
export function find(index: SearchIndex, ideas: readonly Idea[]): Answer {
	const parts = ideas.map((idea) => partsOf(index, idea));
	const unknown = ideas.filter((_, at) => parts[at]?.size === 0).map(({ typed }) => typed);
	const total = index.documentCount;
	const weights = parts.map((part) =>
		part.size === 0 ? Math.log(1 + total) : rarity(part, total),
	);
	const whole = weights.reduce((sum, weight) => sum + weight, 0);
	const pages = new Map<string, Found>();
	for (const [at, part] of parts.entries()) {
		for (const [path, { score, match, kind }] of part) {
			const page = pages.get(path) ?? { path, kind, score: 0, share: 0, matches: [] };
			page.score += score;
			page.share += (weights[at] ?? 0) / whole;
			page.matches.push(match);
			pages.set(path, page);
		}
	}
	// Who types the whole of a name has named the page, however common its words are.
	const terms = ideas.flatMap((idea) => idea.terms);
	for (const { id, score } of ideas.length > 1 ? index.search(nameOf(terms) ?? '', EXACT) : []) {
		const page = pages.get(String(id));
		if (page) page.score += score;
	}
	const all = [...pages.values()]
		.map((page) => ({ ...page, score: page.score * (0.3 + page.share) }))
		.sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1));
	const best = all[0]?.score ?? 0;
	const fits = ({ share, score }: Found) =>
		share >= ENOUGH || (share >= SOME && score >= best * CLOSE);
	return { found: all.filter(fits), near: all.filter((page) => !fits(page)), unknown };
}

const rarity = (part: ReadonlyMap<string, unknown>, total: number) =>
	Math.log(1 + total / Math.max(1, part.size));

/** The pages that have an idea, each by the words that answer it best. */
function partsOf(index: SearchIndex, idea: Idea): Map<string, Part & { kind: string }> {
	const parts = new Map<string, Part & { kind: string }>();
	const own = search(index, idea.terms, idea.typed, true);
	const others = idea.others.flatMap(({ words, terms }) =>
		search(index, terms, words, false).map((hit) => ({ ...hit, score: hit.score * OTHER })),
	);
	for (const { path, kind, score, word, field } of [...own, ...others]) {
		const known = parts.get(path);
		if (known && known.score >= score) continue;
		parts.set(path, { kind, score, match: { typed: idea.typed, word, field } });
	}
	return parts;
}

interface Hit {
	path: string;
	kind: string;
	score: number;
	word: string;
	field: Field;
}

function search(
	index: SearchIndex,
	terms: readonly string[],
	words: string,
	loose: boolean,
): Hit[] {
	const single = terms.length === 1;
	const results = index.search(
		{
			combineWith: 'OR',
			queries: [{ combineWith: 'AND', queries: [...terms] }, `=${terms.join(' ')}`],
		},
		{
			...EXACT,
			prefix: (term) => loose && single && !term.startsWith('=') && term.length >= SHORT,
			// A mistyped word is corrected where no page has it.
			fuzzy: (term) =>
				loose && single && /^\p{L}{5,}$/u.test(term) && !has(index, term)
					? term.length > 7
						? 2
						: 1
					: false,
		},
	);
	return results.map(({ id, kind, score, queryTerms, match }) => ({
		path: String(id),
		kind: String(kind),
		// MiniSearch multiplies by the number of terms; a phrase is one idea here.
		score: score / Math.max(1, queryTerms.length),
		word: words,
		field: bestField(match),
	}));
}

/** Terms as they are: they are stems already. */
const EXACT = {
	boost: BOOST,
	boostDocument: (_path: unknown, _term: string, stored: { kind?: unknown } | undefined) =>
		KINDS.get(String(stored?.kind)) ?? 1,
	processTerm: (term: string) => term,
	tokenize: (text: string) => [text],
};

const has = (index: SearchIndex, term: string) =>
	index.search({ queries: [term] }, EXACT).length > 0;

/** The field that says most of those a word is in. */
function bestField(match: Record<string, string[]>): Field {
	const fields = new Set(Object.values(match).flat());
	if (fields.has(NAMES)) return fields.has('title') ? 'title' : 'aliases';
	return FIELDS.find((field) => fields.has(field)) ?? 'text';
}
