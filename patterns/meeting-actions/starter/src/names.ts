/**
 * Who is who in one meeting: names become marks before the model, and marks become names again in
 * lines that a person accepted. P marks are for people who were present, X marks for everybody
 * else.
 */
import { cleaned } from './controls/prompt-injection-filter.ts';
import { literal } from './policy/patterns.ts';

export interface Attendee {
	id: string;
	name: string;
}

export interface Masking {
	/** Mark of somebody present, by the id that your systems use. */
	markOf: (id: string) => string | undefined;
	/** Marks of the people present, in the order of the list. */
	present: readonly string[];
	isKnown: (mark: string) => boolean;
	/** The text with every known name as its mark. */
	mask: (text: string) => string;
	/** The text with these names, found in it by a recogniser, as X marks. */
	maskFound: (text: string, names: readonly string[]) => string;
	/** The text with names instead of marks, for a person to read. */
	unmask: (text: string) => string;
	/** Mark and name of everybody in the text. */
	legend: (text: string) => [mark: string, name: string][];
}

const MARK = /(?<![\p{L}\p{N}])[PX]\d+(?![\p{L}\p{N}])/gu;
const TYPED_MARK = /(?<![\p{L}\p{N}])([PX])(\d{1,3})(?![\p{L}\p{N}])/giu;

export const marksIn = (text: string): string[] => [...new Set(text.match(MARK) ?? [])];

/**
 * The text, with marks that were in it before any masking made harmless: "room P3" must not become
 * the third person present.
 */
export const withoutTypedMarks = (text: string): string => text.replace(TYPED_MARK, '$1-$2');

/**
 * The masking of one meeting.
 *
 * Marks come from the list of people present and never from the text. A first name that two people
 * share gets an X mark, so nobody can become an owner through it, and the organiser sees the name.
 *
 * @param words first names and surnames that are also ordinary words; in lower case they stay
 */
export function openMasking(
	present: readonly Attendee[],
	absent: readonly string[],
	words: ReadonlySet<string>,
): Masking {
	const names = new Map(present.map(({ name }, index) => [`P${index + 1}`, cleaned(name)]));
	const isTaken = [...names.keys()];
	let others = 0;
	const otherMark = (name: string): string => {
		others += 1;
		names.set(`X${others}`, name);
		return `X${others}`;
	};
	for (const name of absent) otherMark(cleaned(name));
	const forms = formsOf([...names]);
	const marks = new Map([...forms].map(([form, own]) => [form, own.size === 1 ? [...own][0] : '']));
	for (const [form, mark] of marks) if (mark === '') marks.set(form, otherMark(titled(form)));
	const replace = (text: string, wanted: readonly string[]): string => {
		if (wanted.length === 0) return text;
		return text.replace(anyOf(wanted), (match: string) => {
			const form = formOf(match);
			if (words.has(form) && match === form) return match;
			return marks.get(form) ?? match;
		});
	};
	return {
		markOf: (id) => isTaken[present.findIndex((one) => one.id === id)],
		present: isTaken,
		isKnown: (mark) => names.has(mark),
		mask: (text) => replace(text, [...forms.keys()]),
		maskFound: (text, found) => {
			for (const name of found) {
				if (!marks.has(formOf(name))) marks.set(formOf(name), otherMark(name));
			}
			return replace(text, found.map(formOf));
		},
		unmask: (text) => text.replace(MARK, (mark) => names.get(mark) ?? mark),
		legend: (text) => marksIn(text).map((mark) => [mark, names.get(mark) ?? mark]),
	};
}

const formOf = (name: string) => name.replace(/\s+/g, ' ').trim().toLowerCase();
const titled = (form: string) => form.replace(/^\p{L}/u, (letter) => letter.toUpperCase());

/**
 * Whole names and their parts, each with the marks it can stand for. Particles do not count as
 * parts.
 */
function formsOf(names: readonly (readonly [mark: string, name: string])[]) {
	const forms = new Map<string, Set<string>>();
	for (const [mark, name] of names) {
		const parts = name.split(/\s+/).filter((part) => /^\p{Lu}[\p{L}'’-]/u.test(part));
		for (const form of [name, ...parts].map(formOf)) {
			forms.set(form, (forms.get(form) ?? new Set()).add(mark));
		}
	}
	return forms;
}

/** Longest first, so that a whole name becomes one mark; never inside a longer word. */
function anyOf(forms: readonly string[]): RegExp {
	const patterns = [...forms]
		.sort((a, b) => b.length - a.length)
		.map((form) => literal(form).replaceAll(' ', '\\s+'));
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}
