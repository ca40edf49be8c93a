/** Words put together: into a sentence, into a list. */

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
