/** Patterns to take instead of one that refuses the data; fetched when one refuses. */
import { unpackIndex } from '#catalogue/pages/browse/pack.ts';
import { type Asked, type Match, nearestIn } from '#catalogue/pages/choose/matches.ts';

/** @param address where the index of the patterns is */
export async function nearest(address: string, pattern: string, asked: Asked): Promise<Match[]> {
	const answer = await fetch(address);
	if (!answer.ok) throw new Error(`The list of patterns did not load (${answer.status}).`);
	return nearestIn(unpackIndex(await answer.text()), pattern, asked);
}
