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
const WORD = /[\p{L}\p{N}\p{M}]+/uy;
/** Which of the first 128 signs are in words: nearly all that a text has. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, unit) =>
	/[\p{L}\p{N}]/u.test(String.fromCharCode(unit)) ? 1 : 0,
);

/**
 * Finds terms from one place of a text to another, or in all of it. Neither place may be inside a
 * word: what is beside it in the text counts as well.
 */
export type FindTerms = (text: string, from?: number, to?: number) => readonly Found[];

/** What most texts hold. */
const NONE: readonly Found[] = [];

/**
 * A function that finds terms in a text, from left to right, without overlaps.
 *
 * @example
 * termFinder([{ id: 'gate', names: ['gate'] }])('Two gates.') // => [{ id: 'gate', start: 4, end: 9 }]
 */
export function termFinder(terms: readonly Named[]): FindTerms {
	const known = new Map<string, { id: string; exact: string | undefined }>();
	for (const { id, names } of terms) {
		for (const form of names.flatMap(formsOf)) {
			// A name such as RAG is another word in lower case.
			const exact = /.\p{Lu}/u.test(form) ? form : undefined;
			if (!known.has(form.toLowerCase())) known.set(form.toLowerCase(), { id, exact });
		}
	}
	const byFirst = new Map(
		[...Map.groupBy(known.keys(), (form) => firstWord(form))].map(
			([first, forms]) => [first, startOf(first, forms)] as const,
		),
	);
	// Most words of a text start no term, and their first two letters say so.
	const heads = new Uint8Array(HEADS);
	heads[STRANGE] = 1;
	for (const first of byFirst.keys()) heads[headOf(first, 0, first.length)] = 1;
	return (text, from = 0, to = text.length) => {
		let found: Found[] | undefined;
		for (let start = from; start < to; ) {
			const stop = endOfWord(text, start);
			if (stop === start) {
				start += 1;
				continue;
			}
			const begun =
				heads[headOf(text, start, stop)] === 1 &&
				byFirst.get(text.slice(start, stop).toLowerCase());
			const term = begun ? termAt(text, start, stop, begun) : undefined;
			if (term) {
				found ??= [];
				found.push(term);
			}
			start = term ? term.end : stop;
		}
		return found ?? NONE;
	};

	function termAt(text: string, start: number, stop: number, begun: Start): Found | undefined {
		const words = formAt(text, start, stop, begun);
		if (words === undefined) return undefined;
		const term = known.get(words.toLowerCase().replace(/\s+/g, ' '));
		if (!term || (term.exact && term.exact !== words.replace(/\s+/g, ' '))) return undefined;
		return { id: term.id, start, end: start + words.length };
	}
}

/** The forms that start with the same word. */
interface Start {
	/** The word alone is one. */
	alone: boolean;
	/** How the others go on, spaces left out: the sign that is next, in lower case. */
	next: ReadonlySet<number>;
	pattern: RegExp;
}

function startOf(first: string, forms: readonly string[]): Start {
	const ends = forms.map((form) => form.slice(form.indexOf(first) + first.length).trimStart());
	const next = ends.filter((end) => end !== '').map((end) => end.charCodeAt(0));
	return { alone: ends.includes(''), next: new Set(next), pattern: oneOf(forms) };
}

/**
 * The longest form at a word. Words such as "model" are in every sentence, so what is beside the word
 * is looked at first, and an expression is asked only where it may say yes.
 */
function formAt(text: string, start: number, stop: number, begun: Start): string | undefined {
	const before = text.charCodeAt(start - 1);
	if (isPart(before) || before === DOT || before === AMPERSAND) return undefined;
	const after = text.charCodeAt(stop);
	const behind = text.charCodeAt(stop + 1);
	let at = stop;
	while (text.charCodeAt(at) === SPACE) at += 1;
	const next = text.charCodeAt(at);
	const goesOn = next < SPACE || begun.next.has(next) || begun.next.has(next | CASELESS);
	if (goesOn || [before, after, behind, next].some((sign) => sign >= PLAIN.length)) {
		begun.pattern.lastIndex = start;
		return begun.pattern.exec(text)?.[0];
	}
	// A full stop before a letter is that of a name of a file.
	const inside = isPart(after) || (after === DOT && PLAIN[behind] === 1);
	return begun.alone && !inside ? text.slice(start, stop) : undefined;
}

const [SPACE, HASH, AMPERSAND, HYPHEN, DOT, SLASH, AT, LINE] = [32, 35, 38, 45, 46, 47, 64, 95];

/** Of the signs that make a longer word, a path or an address: those that are no letter and plain. */
const isPart = (sign: number) =>
	sign === HYPHEN || sign === SLASH || sign === HASH || sign === AT || sign === LINE;

/** Where the word at a place ends; the place itself if no word is there. */
function endOfWord(text: string, from: number): number {
	let at = from;
	while (PLAIN[text.charCodeAt(at)] === 1) at += 1;
	// Also false at the end of the text.
	if (!(text.charCodeAt(at) >= PLAIN.length)) return at;
	WORD.lastIndex = at;
	return WORD.test(text) ? WORD.lastIndex : at;
}

function firstWord(form: string): string {
	for (let at = 0; at < form.length; at += 1) {
		const end = endOfWord(form, at);
		if (end > at) return form.slice(at, end);
	}
	return '';
}

const HEADS = 1024;
/** The place of words with other letters: lower case may make plain ones of them. */
const STRANGE = HEADS - 1;
/** One letter in both cases. */
const CASELESS = 32;

/** A number that words with the same first two letters share, in any case. */
function headOf(text: string, start: number, stop: number): number {
	const one = text.charCodeAt(start);
	const two = stop - start > 1 ? text.charCodeAt(start + 1) : 0;
	if (one >= PLAIN.length || two >= PLAIN.length) return STRANGE;
	return (((one | CASELESS) << 5) ^ (two | CASELESS)) & (HEADS - 1);
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
