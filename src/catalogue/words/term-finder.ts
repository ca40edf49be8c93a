/** Finds the terms of a glossary in a text: whole words only, and the longest term at each place. */

export interface Named {
	id: string;
	/** Everything it is called. */
	names: readonly string[];
}

export interface Found {
	id: string;
	start: number;
	end: number;
}

/** What may not be beside a term: it would be a part of a longer word, a path or an address. */
const PART = '\\p{L}\\p{N}\\p{M}_/@#\\-\\u2010\\u2011\\u200b-\\u200d\\u2060';
/** Behind an ampersand are the letters of an entity such as &amp;, which are not a word. */
const BEFORE = `(?<![${PART}.&])`;
const AFTER = `(?![${PART}]|\\.[\\p{L}\\p{N}])`;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * A function that finds terms in a text, from left to right, without overlaps.
 *
 * @example
 * termFinder([{ id: 'gate', names: ['gate'] }])('Two gates.') // => [{ id: 'gate', start: 4, end: 9 }]
 */
export function termFinder(terms: readonly Named[]): (text: string) => Generator<Found> {
	const known = new Map<string, { id: string; exact: string | undefined }>();
	for (const { id, names } of terms) {
		for (const form of names.flatMap(formsOf)) {
			// A name such as RAG is another word in lower case.
			const exact = /.\p{Lu}/u.test(form) ? form : undefined;
			if (!known.has(form.toLowerCase())) known.set(form.toLowerCase(), { id, exact });
		}
	}
	// Most words of a text start no term, and a look at a map says so quickly.
	const byFirst = new Map(
		[...Map.groupBy(known.keys(), (form) => form.match(WORD)?.[0] ?? '')].map(
			([first, forms]) => [first, oneOf(forms)] as const,
		),
	);
	return function* (text) {
		let end = 0;
		for (const { 0: word, index: start } of text.matchAll(WORD)) {
			const pattern = start >= end && byFirst.get(word.toLowerCase());
			if (!pattern) continue;
			pattern.lastIndex = start;
			const [found] = pattern.exec(text) ?? [];
			if (found === undefined) continue;
			const term = known.get(found.toLowerCase().replace(/\s+/g, ' '));
			if (!term || (term.exact && term.exact !== found.replace(/\s+/g, ' '))) continue;
			end = start + found.length;
			yield { id: term.id, start, end };
		}
	};
}

/** The longest of these forms, as a whole word, at one place; a line may break between words. */
function oneOf(forms: readonly string[]): RegExp {
	const sources = forms
		.toSorted((a, b) => b.length - a.length)
		.map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '\\s+'));
	return new RegExp(`${BEFORE}(?:${sources.join('|')})${AFTER}`, 'iuy');
}

/** A name in the singular and in the plural. */
function formsOf(name: string): string[] {
	const words = name.trim().replace(/\s+/g, ' ');
	if (/[^aeiou]y$/.test(words)) return [words, `${words.slice(0, -1)}ies`];
	return [words, /(?:s|x|ch|sh)$/.test(words) ? `${words}es` : `${words}s`];
}
