/** Sizes of files, for people. */

/**
 * The size of a file.
 *
 * @example
 * sizeWords('x'.repeat(1900)) // => '1.9 kB'
 */
export function sizeWords(file: string | Uint8Array): string {
	const bytes = typeof file === 'string' ? Buffer.byteLength(file) : file.length;
	if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
	const kilobytes = (bytes / 1000).toFixed(1);
	// Three digits tell enough of a size.
	return `${kilobytes.length > 4 ? Math.round(bytes / 1000) : kilobytes} kB`;
}
