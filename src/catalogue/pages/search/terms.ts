/** Cuts text into search terms: the same way for the index, for a question and in every script. */
import { stemmer } from 'stemmer';

/** Words too common to tell pages apart. */
const STOP = new Set(
	`a about actually all ai also an and any are as at be been being but by can could did do does doing
	for from get give mean means many much had has have how i if in into is it its just let like me much my need no not of
	on or our out please should so some than that the their them then there these they this those to
	too up us use used using very want was we were what when where which who whom why will with would
	you your`.split(/\s+/),
);

/** Writing systems without spaces between words, which are cut into pairs of characters. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
/** The parts of a text in scripts without spaces: the full-text index does not cut them into words. */
export const unspacedIn = (text: string): string => (text.match(UNSPACED) ?? []).join(' ');

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** American spellings that no rule joins with the British ones. */
const BRITISH = new Map([
	['catalog', 'catalogue'],
	['center', 'centre'],
	['dialog', 'dialogue'],
	['enroll', 'enrol'],
	['fulfill', 'fulfil'],
	['inquiry', 'enquiry'],
	['license', 'licence'],
	['program', 'programme'],
	['skillful', 'skilful'],
]);

/**
 * The words of a text as they are written, in lower case and without accents.
 *
 * @example
 * wordsIn('LLM01:2026, Art. 14') // => ['llm01', '2026', 'art', '14']
 */
export function wordsIn(text: string): string[] {
	const plain = text
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.normalize('NFC')
		.toLowerCase();
	return (plain.replace(/['’]s\b/g, '').match(WORD) ?? []).flatMap(pairs);
}

/** A run of an unspaced script as its pairs of characters; any other word as it is. */
function pairs(word: string): string[] {
	if (/^[\p{Script=Latin}\p{N}]*$/u.test(word)) return [word];
	const parts: string[] = [];
	let end = 0;
	for (const { 0: run, index } of word.matchAll(UNSPACED)) {
		if (index > end) parts.push(word.slice(end, index));
		const letters = [...run];
		if (letters.length === 1) parts.push(run);
		for (let at = 0; at + 1 < letters.length; at++) parts.push(`${letters[at]}${letters[at + 1]}`);
		end = index + run.length;
	}
	if (end < word.length) parts.push(word.slice(end));
	return parts;
}

/** Whether a word is too common to look for. */
export const isCommon = (word: string) => STOP.has(word);

/**
 * The form in which a word is kept and looked for: its stem, in British spelling.
 *
 * @example
 * termOf('summarizing') === termOf('summarises') // => true
 */
export function termOf(word: string): string {
	if (!/^[a-z]+$/.test(word)) return word;
	const known = stems.get(word);
	if (known !== undefined) return known;
	const stem = stemmer(british(word));
	if (stems.size < MOST_STEMS) stems.set(word, stem);
	return stem;
}

/** A text repeats its words, and a stem takes a while to find. */
const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

function british(word: string): string {
	const known = BRITISH.get(word) ?? BRITISH.get(word.replace(/s$/, ''));
	if (known) return known;
	return word
		.replace(/([a-z]{3,})iz(e|es|ed|er|ers|ing|ation|ations)$/, '$1is$2')
		.replace(/([a-z]{2,})yz(e|es|ed|er|ing)$/, '$1ys$2')
		.replace(/^(behavi|col|fav|flav|harb|hon|hum|lab|neighb|rum|vap)or/, '$1our')
		.replace(/^judgment/, 'judgement')
		.replace(/([a-z]{2,}[aeiou])ll(ed|ing|er|ers)$/, '$1l$2');
}

/** The terms of a text, without common words. */
export function termsIn(text: string): string[] {
	return wordsIn(text)
		.filter((word) => !isCommon(word))
		.map(termOf);
}
