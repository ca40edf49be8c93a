/** Words and names for search in the browser: what is spelt right, what was meant, what is exact. */
import { suggest } from '../words/suggest.ts';

/** A title with the path it leads to and the other names it goes by. */
export type SearchName = readonly [title: string, path: string, ...aliases: string[]];

/** What the browser reads beside the index. */
export interface SearchNames {
	names: readonly SearchName[];
	/** Every word of every entry, sorted: a word that is not here occurs nowhere. */
	words: readonly string[];
}

/** Shorter words are too common, and too near to one another, to be corrected. */
const SHORTEST = 3;
/** Endings that make another form of the same word. */
const ENDING = /(?:ations?|ings?|ied|ies|ers?|ed|es|ly|[sye])$/;

/**
 * The words of a text, as the index tells them apart.
 *
 * @example
 * wordsOf('LLM01:2026, Art. 14') // => ['llm01', '2026', 'art', '14']
 */
export function wordsOf(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The form in which two names are compared. */
export const plainName = (text: string) => wordsOf(text).join(' ');

/** The words that may be corrected: long enough, and no numbers. */
export function correctable(text: string): string[] {
	return wordsOf(text).filter((word) => word.length >= SHORTEST && !/^\p{N}+$/u.test(word));
}

export interface Spelling {
	/** Words that occur in no entry, not even as the start of a longer word. */
	unknown: string[];
	/** The query with each of them replaced by the nearest word, when all have one. */
	meant: string | undefined;
}

/**
 * Tells a misspelt query from one that can be answered.
 *
 * The index itself is no help: for a word it does not have, it answers with every page that shares
 * the first letters.
 *
 * @example
 * spelling('model goverance', { names: [], words: ['governance', 'model'] })
 * // => { unknown: ['goverance'], meant: 'model governance' }
 */
export function spelling(query: string, { names, words }: SearchNames): Spelling {
	const unknown = correctable(query).filter((word) => !occurs(word, words));
	if (unknown.length === 0) return { unknown, meant: undefined };
	const name = suggest(
		query,
		names.flatMap(([title, , ...aliases]) => [title, ...aliases]),
	);
	const near = wordsOf(query).map((word) => (unknown.includes(word) ? suggest(word, words) : word));
	const corrected = near.every((word) => word !== undefined) ? near.join(' ') : undefined;
	return { unknown, meant: corrected ?? name };
}

function occurs(word: string, words: readonly string[]): boolean {
	const root = rootOf(word);
	return words.some((known) => known.startsWith(word) || rootOf(known) === root);
}

/** A word without its ending, so that its forms are found by one another. */
export function rootOf(word: string): string {
	return word.length > 5 ? word.replace(ENDING, '') : word.replace(/s$/, '');
}

/** Paths of the entries that have the query as title or as another name, titles first. */
export function exactPaths(query: string, names: readonly SearchName[]): string[] {
	const wanted = plainName(query);
	if (!wanted) return [];
	const byTitle = names.filter(([title]) => plainName(title) === wanted);
	const byAlias = names.filter(([, , ...aliases]) =>
		aliases.some((alias) => plainName(alias) === wanted),
	);
	return [...new Set([...byTitle, ...byAlias].map(([, path]) => path))];
}
