/**
 * Checks a statement against what was retrieved. The ids it cites were given to this call, its
 * quote is in a passage it cites, and so is each figure: a program can check these three. Whether
 * the passage means what the statement says is for an evaluator and a person.
 */
import { isQuoteOf } from './output-validation.ts';

export const CONTROL = 'grounding-citations';

export interface Passage {
	id: string;
	text: string;
}

/** A shorter quote could be found anywhere; a longer one would be the passage itself. */
const LEAST_WORDS = 4;
const MOST_WORDS = 25;

export const wordsIn = (source: string): number => source.split(/\s+/).filter(Boolean).length;

/** Ids that were not given to the call. An invented id looks just as right as a real one. */
export function foreignIds(ids: readonly string[], given: readonly Passage[]): string[] {
	return ids.filter((id) => !given.some((passage) => passage.id === id));
}

/**
 * Whether a quote of 4 to 25 words is in one of the passages a statement cites, word for word.
 *
 * @example
 * isGrounded('lent for up to 14 days', ['K1'], [{ id: 'K1', text: 'Laptops are lent for up to 14
 * days.' }]) // => true
 */
export function isGrounded(
	quote: string,
	cited: readonly string[],
	given: readonly Passage[],
): boolean {
	const words = wordsIn(quote);
	if (words < LEAST_WORDS || words > MOST_WORDS) return false;
	return given.some(({ id, text }) => cited.includes(id) && isQuoteOf(quote, text));
}

/** Figures of a text that are in none of the sources. A date counts by its parts. */
export function foreignFigures(text: string, ...sources: readonly string[]): string[] {
	const known = new Set(sources.flatMap(figuresIn));
	return figuresIn(text).filter((figure) => !known.has(figure));
}

const figuresIn = (source: string): string[] =>
	(source.match(/\d+(?:[.,]\d+)*/g) ?? []).map((figure) => figure.replace(/^0+(?=\d)/, ''));
