/** Search for agents: the engine of the site, narrowed by the facets of the index lines. */

import type { IndexLine } from '#schemas/api.ts';
import type { CollectionName } from '#schemas/index.ts';
import { type EntryState, stateRank, states } from '../judge/approval/state.ts';
import { compare } from '../model/finding.ts';
import { PATTERN_FACETS } from '../pages/facets.ts';
import type { Finder } from '../pages/search/ask.ts';

export interface Candidate extends IndexLine {
	collection: CollectionName;
}

/** Chosen values by facet; as on the browse page, a pattern must have all of a facet of several. */
export type Filters = Readonly<Record<string, readonly string[]>>;

export interface Ranked {
	/** Every entry that answers the question, best first. */
	found: Candidate[];
	/** The nearest entries, where none answers it. */
	near: Candidate[];
	/** Words of the question that no page has. */
	unknown: string[];
}

/** Nearest entries that are worth reading. */
const NEAR = 3;

/**
 * The candidates that answer a question, ranked. An empty question lists all that pass the filters.
 *
 * @example
 * (await rank(lines, 'sort incoming email', { tier: ['low'] }, finder)).found[0]?.id
 * // => 'request-routing'
 */
export async function rank(
	candidates: readonly Candidate[],
	query: string,
	filters: Filters,
	finder: Finder,
): Promise<Ranked> {
	const passing = candidates.filter((line) => passes(line, filters));
	if (query.trim() === '') return { found: passing.sort(inOrder), near: [], unknown: [] };
	const byPath = new Map(passing.map((line) => [`/${line.collection}/${line.id}/`, line]));
	const linesOf = (pages: readonly { path: string }[]) =>
		pages.flatMap(({ path }) => byPath.get(path) ?? []);
	const { found, near, unknown } = await finder.ask(query);
	const answers = linesOf(found);
	return { found: answers, near: answers.length > 0 ? [] : linesOf(near).slice(0, NEAR), unknown };
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
