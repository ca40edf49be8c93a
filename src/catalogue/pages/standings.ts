/** How many patterns are in each state, for sentences that say where the catalogue stands. */
import {
	type EntryState,
	isExampleState,
	stateNames,
	stateOf,
	stateRank,
	stateWords,
} from '../judge/approval/state.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';

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
