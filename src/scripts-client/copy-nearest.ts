/** Patterns for the same task that are designed for data which a pattern refuses. */
import { unpackIndex } from '#catalogue/pages/browse/pack.ts';
import { type Match, matches } from '#catalogue/pages/choose/matches.ts';
import type { DataClass, PersonalData, Tier } from '#schemas/vocabularies.ts';

/** Patterns that are named. */
const MOST = 2;

/** @param address where the index of the patterns is */
export async function nearest(
	address: string,
	pattern: string,
	asked: { data: DataClass; personalData: PersonalData; tier: Tier },
): Promise<Match[]> {
	const answer = await fetch(address);
	if (!answer.ok) throw new Error(`The list of patterns did not load (${answer.status}).`);
	const index = unpackIndex(await answer.text());
	const place = index.facets.findIndex(({ name }) => name === 'problem');
	const problem = index.lines.find(({ id }) => id === pattern)?.values[place]?.[0];
	const { tier, ...data } = asked;
	return matches(index, { ...data, ...(problem && { problem }) }, { tier, advice: 'open' })
		.filter(({ id, fits }) => fits && id !== pattern)
		.slice(0, MOST);
}
