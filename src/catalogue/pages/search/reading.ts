/** Reads a question: which ideas it has, and by which other words each of them goes. */
import type { Synonyms } from '#schemas/synonyms.ts';
import { isCommon, termOf, wordsIn } from './terms.ts';

/** The words that mean the same, as a question is read with them. */
export type Lexical = Pick<Synonyms, 'same' | 'means'>;

/** One idea of a question: a word or a phrase, with the words that mean it. */
export interface Idea {
	/** As it was typed. */
	typed: string;
	/** Terms of the word or phrase itself. */
	terms: readonly string[];
	/** Other words for it, each as its terms, with the words as a reader sees them. */
	others: readonly { words: string; terms: readonly string[] }[];
}

/** Synonyms by the terms of what is typed, ready to be looked up. */
export interface Lexicon {
	/** Longest phrase, in words. */
	longest: number;
	finds: ReadonlyMap<string, readonly string[]>;
}

const keyOf = (terms: readonly string[]) => terms.join(' ');
/** All words count in a phrase: "off" tells "turn off" from "turn". */
const allTerms = (text: string) => wordsIn(text).map(termOf);

/** Makes the lexicon of a list of synonyms. */
export function lexiconOf({ same, means }: Lexical): Lexicon {
	const finds = new Map<string, string[]>();
	const add = (typed: string, words: readonly string[]) => {
		const key = keyOf(allTerms(typed));
		const known = finds.get(key) ?? [];
		finds.set(key, [...new Set([...known, ...words])]);
	};
	for (const group of same) {
		for (const word of group) {
			add(
				word,
				group.filter((other) => other !== word),
			);
		}
	}
	for (const { typed, finds: words } of means) for (const one of typed) add(one, words);
	const lengths = [...finds.keys()].map((key) => key.split(' ').length);
	return { finds, longest: Math.max(1, ...lengths) };
}

/**
 * The ideas of a question, in order. A phrase that the lexicon knows is one idea, and each of its
 * words stays one as well, so that a page with the word itself is still found.
 */
export function readQuestion(question: string, { finds, longest }: Lexicon): Idea[] {
	const words = wordsIn(question.slice(0, 400)).slice(0, 40);
	const telling = words.some((word) => !isCommon(word));
	const ideas: Idea[] = [];
	for (let at = 0; at < words.length; at++) {
		const phrase = phraseAt(words, at, longest, finds);
		if (phrase && phrase.length > 1) ideas.push(ideaOf(phrase, finds));
	}
	const inPhrase = new Set(ideas.flatMap(({ terms }) => terms));
	for (const word of words) {
		const idea = ideaOf([word], finds);
		const common = telling && isCommon(word) && idea.others.length === 0;
		const known = ideas.some(({ terms }) => keyOf(terms) === keyOf(idea.terms));
		// The phrase stands for its words; alone they would count twice.
		if (!common && !known && !inPhrase.has(termOf(word))) ideas.push(idea);
	}
	return ideas;
}

function phraseAt(
	words: readonly string[],
	at: number,
	longest: number,
	finds: Lexicon['finds'],
): string[] | undefined {
	for (let length = Math.min(longest, words.length - at); length > 1; length--) {
		const phrase = words.slice(at, at + length);
		if (finds.has(keyOf(phrase.map(termOf)))) return phrase;
	}
	return undefined;
}

function ideaOf(words: readonly string[], finds: Lexicon['finds']): Idea {
	const terms = words.map(termOf);
	const others = (finds.get(keyOf(terms)) ?? []).map((other) => ({
		words: other,
		terms: wordsIn(other)
			.filter((word) => !isCommon(word))
			.map(termOf),
	}));
	return { typed: words.join(' '), terms, others: others.filter((one) => one.terms.length > 0) };
}
