/**
 * Replaces the names of the people who took part with marks, before the model. The owner sees who
 * is who.
 */
import { cleaned } from './controls/prompt-injection-filter.ts';
import { literal } from './policy/patterns.ts';

export interface NameMarks {
	/** The text with a mark for every name on the list. */
	hide: (text: string) => string;
	/** Name by mark, for the owner to see. It is never stored. */
	key: Readonly<Record<string, string>>;
}

/**
 * Words in small letters, such as "de", are not names by themselves, and neither are single
 * letters.
 */
const PART = /^\p{Lu}[\p{L}'’-]+$/u;

/**
 * Marks in the order of the list. A first name that two people share gets neither mark, because the
 * wrong person next to a promise is worse than a name.
 *
 * @example
 * namesOf([{ name: 'Robin Hartwell' }]).hide('Robin calls back') // => '[PERSON-1] calls back'
 */
export function namesOf(people: readonly { name: string }[]): NameMarks {
	const marked = people.map(({ name }, index) => [`[PERSON-${index + 1}]`, cleaned(name)] as const);
	const parts = marked.flatMap(([mark, name]) => [
		[mark, name] as const,
		...name
			.split(/\s+/)
			.filter((part) => PART.test(part))
			.map((part) => [mark, part] as const),
	]);
	const owners = new Map<string, Set<string>>();
	for (const [mark, part] of parts) owners.set(part, (owners.get(part) ?? new Set()).add(mark));
	const forms = [...owners].sort(([a], [b]) => b.length - a.length);
	return {
		key: Object.fromEntries(marked),
		hide: (text) =>
			forms.reduce((left, [form, marks]) => {
				const mark = marks.size === 1 ? [...marks].join() : '[NAME]';
				return left.replace(wordOf(form), () => mark);
			}, text),
	};
}

/** Capitals count: a name that is also a word, such as "may", stays a word in small letters. */
const wordOf = (form: string) => {
	const pattern = literal(form).replace(/\s+/g, '\\s+');
	return new RegExp(`(?<![\\p{L}\\p{N}-])${pattern}(?![\\p{L}\\p{N}])`, 'gu');
};
