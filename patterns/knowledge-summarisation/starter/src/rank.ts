/**
 * A small keyword ranking, so that the example runs anywhere. Use your search engine instead: this
 * one counts words of the question, and knows no synonyms and no word forms except an s at the end.
 */
import type { Found } from './stores.ts';

const STOP = new Set(
	`a about after alone an and any are as at be before by can do does for from has have how i if in is it
	its many may me much must my next no not of on one or our the their there this to two up us use was
	we what when where which who will with you your`.split(/\s+/),
);

const wordsOf = (source: string): Set<string> =>
	new Set(
		(source.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
			.filter((word) => word.length > 1 && !STOP.has(word))
			.map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)),
	);

/** How many words of the question a text contains. A word of the title counts twice. */
export function closenessOf(question: string, title: string, text: string): number {
	const [inTitle, inText] = [wordsOf(title), wordsOf(`${title} ${text}`)];
	return [...wordsOf(question)].reduce(
		(sum, word) => sum + Number(inText.has(word)) + Number(inTitle.has(word)),
		0,
	);
}

/**
 * Closest first. Of equally close ones, the newest comes first, so that an old copy does not win.
 */
export const byCloseness = (a: Found, b: Found): number =>
	b.closeness - a.closeness || b.updated.localeCompare(a.updated) || a.id.localeCompare(b.id);
