/** "Did you mean": the nearest of the known words, when one is near enough. */
import { distance } from 'fastest-levenshtein';

/**
 * The known word nearest to what was typed, or undefined when none is near.
 *
 * @example
 * suggest('human-overide', ['human-override', 'audit']) // => 'human-override'
 */
export function suggest(word: string, known: Iterable<string>): string | undefined {
	const typed = word.toLowerCase().slice(0, 80);
	// A third of the letters may be wrong: beyond that a guess misleads more than it helps.
	let best = Math.max(1, Math.floor(typed.length / 3)) + 1;
	let nearest: string | undefined;
	for (const candidate of known) {
		const wrong = distance(typed, candidate.toLowerCase());
		if (wrong < best) {
			best = wrong;
			nearest = candidate;
		}
	}
	return nearest;
}

/** The remedy for an unknown word: the nearest known one, or else the list to choose from. */
export function didYouMean(word: string, known: readonly string[], otherwise: string): string {
	const nearest = suggest(word, known);
	return nearest ? `Did you mean "${nearest}"?` : otherwise;
}
