/** Looks for a planted value in what was kept, for tests. */

/**
 * Whether a value occurs in a text. Random ids and measured times contain any four digits sooner or
 * later, so a number inside a longer run of such characters does not count.
 *
 * @example
 * standsIn('7946', 'trace 3f7946b0') // => false
 */
export function standsIn(value: string, text: string): boolean {
	if (!/^\d+$/.test(value)) return text.includes(value);
	return new RegExp(`(?<![0-9a-f.-])${value}(?![0-9a-f-])`, 'i').test(text);
}
