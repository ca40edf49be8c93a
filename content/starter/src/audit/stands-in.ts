/** Looks for a planted value in what was kept, for tests. */

/**
 * Whether a value stands in a text. Random ids and measured times hold any four digits sooner or
 * later, so a number within a longer run of such signs does not count.
 *
 * @example
 * standsIn('7946', 'trace 3f7946b0') // => false
 */
export function standsIn(value: string, text: string): boolean {
	if (!/^\d+$/.test(value)) return text.includes(value);
	return new RegExp(`(?<![0-9a-f.-])${value}(?![0-9a-f-])`, 'i').test(text);
}
