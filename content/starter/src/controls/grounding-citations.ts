/**
 * Ties a statement to what was retrieved: the ids it cites were given to this very call, the quote
 * that carries it stands in a passage it cites, and so does each figure. Whether the passage means
 * what the statement says is for an evaluator and a person; these three a program can answer.
 */
import { isQuoteOf } from './output-validation.ts';

export const CONTROL = 'grounding-citations';

export interface Passage {
	id: string;
	text: string;
}

/** Fewer words would be found anywhere; more would be the passage itself. */
const LEAST_WORDS = 4;
const MOST_WORDS = 25;

export const wordsIn = (source: string): number => source.split(/\s+/).filter(Boolean).length;

/** Ids that were not given to the call; a made-up one looks as right as any other. */
export function foreignIds(ids: readonly string[], given: readonly Passage[]): string[] {
	return ids.filter((id) => !given.some((passage) => passage.id === id));
}

/**
 * Whether a quote of 4 to 25 words stands letter by letter in one of the passages a statement cites.
 *
 * @example
 * isGrounded('lent for up to 14 days', ['K1'], [{ id: 'K1', text: 'Laptops are lent for up to 14 days.' }])
 * // => true
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

/** Figures of a text that stand in none of the sources; a date counts by its parts. */
export function foreignFigures(text: string, ...sources: readonly string[]): string[] {
	const known = new Set(sources.flatMap(figuresIn));
	return figuresIn(text).filter((figure) => !known.has(figure));
}

const figuresIn = (source: string): string[] =>
	(source.match(/\d+(?:[.,]\d+)*/g) ?? []).map((figure) => figure.replace(/^0+(?=\d)/, ''));
