/** Counts, dates and lists as a pattern page writes them. */

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const MONTHS =
	'January February March April May June July August September October November December'.split(
		' ',
	);

/**
 * A count with its noun: a word up to twelve, a figure beyond.
 *
 * @example
 * countOf(3, 'risk') // => 'three risks'
 */
export function countOf(count: number, one: string, many = `${one}s`): string {
	return `${numberWord(count)} ${count === 1 ? one : many}`;
}

/** A count as a word up to twelve, as a figure beyond. */
export function numberWord(count: number): string {
	return NUMBERS[count] ?? String(count);
}

/** The text with its first letter large. */
export function capital(text: string): string {
	return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/**
 * The text as part of a sentence: first letter small unless it starts an acronym, no full stop.
 *
 * @example
 * inside('Model gateway') // => 'model gateway'
 */
export function inside(text: string): string {
	const start = /^\p{Lu}{2}/u.test(text) ? text.slice(0, 1) : text.slice(0, 1).toLowerCase();
	return (start + text.slice(1)).replace(/\.$/, '');
}

/**
 * @example
 * listOf(['a', 'b', 'c']) // => 'a, b and c'
 */
export function listOf(items: readonly string[], last = 'and'): string {
	if (items.length < 2) return items.join('');
	return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/**
 * @example
 * longDate('2026-11-18') // => '18 November 2026'
 */
export function longDate(date: string): string {
	const [year, month, day] = date.split('-').map(Number);
	return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/**
 * @example
 * shortDate('2026-11-18') // => '18 Nov 2026'
 */
export function shortDate(date: string): string {
	const [year, month, day] = date.split('-').map(Number);
	return `${day} ${MONTHS[(month ?? 1) - 1]?.slice(0, 3)} ${year}`;
}
