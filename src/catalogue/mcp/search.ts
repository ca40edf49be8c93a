/** Search over the index lines: what names, aliases, summaries and facets say, best first. */
import type { CollectionName } from '#schemas/index.ts';
import { type EntryState, stateRank, states } from '../judge/approval/state.ts';
import { compare } from '../model/finding.ts';
import { PATTERN_FACETS } from '../pages/facets.ts';
import { plainName, rootOf, type SearchName, spelling, wordsOf } from '../pages/search-words.ts';
import type { IndexLine } from './documents.ts';

export interface Candidate extends IndexLine {
	collection: CollectionName;
}

/** Chosen values by facet; as on the browse page, a pattern must have all of a facet of several. */
export type Filters = Readonly<Record<string, readonly string[]>>;

export interface Ranked {
	/** Every match, best first. */
	found: Candidate[];
	/** What the query may have meant, where nothing matches. */
	meant: string | undefined;
}

/** How much a word counts by where it stands. */
const WEIGHTS = { title: 8, alias: 6, id: 5, summary: 3, facet: 2 } as const;
const STOP = new Set(
	'a an and are as at be by can do for from have how i in is it its me my of on or that the their them this to us use we what when which who with you'.split(
		' ',
	),
);

/**
 * The candidates that match, ranked. An empty query lists all that pass the filters.
 *
 * @example
 * rank(lines, 'sort incoming mail', { tier: ['low'] }).found[0]?.id // => 'request-routing'
 */
export function rank(candidates: readonly Candidate[], query: string, filters: Filters): Ranked {
	const passing = candidates.filter((line) => passes(line, filters));
	const terms = termsOf(query);
	if (terms.length === 0) return { found: passing.sort(inOrder), meant: undefined };
	const fields = passing.map((line) => ({ line, words: fieldWords(line) }));
	const rarity = terms.map((term) => {
		const having = fields.filter(({ words }) => weightOf(term, words) > 0).length;
		return Math.log(1 + fields.length / Math.max(1, having));
	});
	const name = plainName(query);
	const scored = fields.flatMap(({ line, words }) => {
		const weights = terms.map((term) => weightOf(term, words));
		const matched = weights.filter((weight) => weight > 0).length;
		const exact = [line.title, line.id, ...line.aliases].some((one) => plainName(one) === name);
		if (!exact && matched === 0) return [];
		const sum = weights.reduce((total, weight, at) => total + weight * (rarity[at] ?? 0), 0);
		const score = sum * (matched / terms.length) + (exact ? 1000 : 0);
		return [{ line, score, near: exact || matched * 2 >= terms.length }];
	});
	// What has a word or two of many is only worth showing where nothing has more.
	const near = scored.filter((one) => one.near);
	const found = (near.length > 0 ? near : scored)
		.sort((a, b) => b.score - a.score || inOrder(a.line, b.line))
		.map(({ line }) => line);
	return { found, meant: found.length > 0 ? undefined : meantBy(query, candidates) };
}

/** The words that count; a query of nothing but small words keeps them. */
function termsOf(query: string): string[] {
	const words = [...new Set(wordsOf(query))];
	const telling = words.filter((word) => !STOP.has(word));
	return telling.length > 0 ? telling : words;
}

function passes({ facets }: Candidate, filters: Filters): boolean {
	return Object.entries(filters).every(([name, wanted]) => {
		const have = Object.hasOwn(facets, name) ? (facets[name] ?? []) : [];
		const several = PATTERN_FACETS.find((facet) => facet.name === name)?.several;
		return several
			? wanted.every((value) => have.includes(value))
			: wanted.some((value) => have.includes(value));
	});
}

type FieldWords = readonly (readonly [weight: number, words: readonly string[]])[];

function fieldWords({ id, title, summary, aliases, facets }: Candidate): FieldWords {
	return [
		[WEIGHTS.title, wordsOf(title)],
		[WEIGHTS.alias, wordsOf(aliases.join(' '))],
		[WEIGHTS.id, wordsOf(id)],
		[WEIGHTS.summary, wordsOf(summary)],
		[WEIGHTS.facet, wordsOf(Object.values(facets).flat().join(' '))],
	];
}

/** The best place a term stands in; a longer word that starts with it counts half. */
function weightOf(term: string, fields: FieldWords): number {
	const root = rootOf(term);
	return fields.reduce((best, [weight, words]) => {
		if (words.some((word) => word === term || rootOf(word) === root)) {
			return Math.max(best, weight);
		}
		const starts = term.length > 2 && words.some((word) => word.startsWith(term));
		return starts ? Math.max(best, weight / 2) : best;
	}, 0);
}

/** Patterns first, then what may be used before what needs care, then by title. */
function inOrder(a: Candidate, b: Candidate): number {
	const pattern = (line: Candidate) => Number(line.collection !== 'patterns');
	return (
		pattern(a) - pattern(b) ||
		standing(a) - standing(b) ||
		compare(a.title, b.title) ||
		compare(a.id, b.id)
	);
}

function standing({ facets }: Candidate): number {
	const [status = ''] = facets.status ?? [];
	return isState(status) ? stateRank(status) : 0;
}

const isState = (name: string): name is EntryState => Object.hasOwn(states, name);

function meantBy(query: string, candidates: readonly Candidate[]): string | undefined {
	const names = candidates.map(({ title, id, aliases }): SearchName => [title, id, ...aliases]);
	const words = candidates.flatMap(({ title, summary, aliases }) =>
		wordsOf([title, summary, ...aliases].join(' ')),
	);
	return spelling(query, { names, words: [...new Set(words)] }).meant;
}
