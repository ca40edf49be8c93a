/** How a digest is shown. */

/**
 * The ends of a digest, for a cell that has no room for all of it.
 *
 * @example
 * shortDigest('e829632ac2cea294…') // => 'e829632a c2cea294 … 9a7fba0e'
 */
export function shortDigest(digest: string): string {
	return `${digest.slice(0, 8)} ${digest.slice(8, 16)} … ${digest.slice(-8)}`;
}
