/** Sizes of files, for people. */

/**
 * The size of a file from its bytes.
 *
 * @example
 * sizeWords(1900) // => '1.9 kB'
 */
export function sizeWords(bytes: number): string {
	if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
	const kilobytes = (bytes / 1000).toFixed(1);
	// Three digits tell enough of a size.
	return `${kilobytes.length > 4 ? Math.round(bytes / 1000) : kilobytes} kB`;
}
