/** Sentences and short forms of a plain text. */

export interface Sentence {
	text: string;
	words: number;
	/** Where it starts in the text. */
	index: number;
}

/** The sentences of a text. A point after a single letter, as in "e.g.", ends none. */
export function sentencesOf(text: string): Sentence[] {
	const sentences: Sentence[] = [];
	let index = 0;
	for (const part of text.split(/((?<!\b\p{L}\.?)[.!?]["'\u2019\u201d)\]]{0,3}\s+)/u)) {
		if (/[\p{L}\p{N}]/u.test(part)) {
			const words = part.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
			sentences.push({ text: part, words, index });
		}
		index += part.length;
	}
	return sentences;
}

export interface ShortForm {
	/** In the singular. */
	word: string;
	index: number;
}

/**
 * Two or more capitals that stand alone. Not a number or an identifier such as SHA-256, GOVERN 2.1
 * or EUR 20, not a placeholder such as [NAME], not a numeral.
 */
const CAPITALS =
	/(?<![\p{L}\p{N}_.\-/@#[]|\d )[A-Z]{2,}(?=s?(?![\p{L}\p{N}_\]]|[-/.:][\p{N}\p{Lu}]| \d))/gu;
const NUMERAL = /^[IVX]+$/;

/** Every short form of a text, in order. */
export function shortFormsIn(text: string): ShortForm[] {
	return [...text.matchAll(CAPITALS)].flatMap(({ 0: word, index }) =>
		NUMERAL.test(word) ? [] : [{ word, index }],
	);
}

/** Short forms a text explains: "long form (LF)" or "LF (long form)". */
export function explainedIn(text: string): string[] {
	const behind = [...text.matchAll(/\(([A-Z]{2,})s?[),;]/g)].flatMap(({ index, 1: word = '' }) =>
		isLongForm(text.slice(Math.max(0, index - 120), index), word) ? [word] : [],
	);
	const before = text.matchAll(/(?<![\p{L}\p{N}])([A-Z]{2,})s?\s+\(\p{L}+[\s-]\p{L}/gu);
	return [...behind, ...[...before].map(([, word = '']) => word)];
}

/** Whether the last words before a short form can be what it stands for: one starts with its letter. */
function isLongForm(before: string, word: string): boolean {
	const words = (before.split(/[.!?]\s/).at(-1) ?? '').toUpperCase().split(/[\s-]+/);
	return words.slice(-word.length - 4).some((one) => one.startsWith(word.charAt(0)));
}
