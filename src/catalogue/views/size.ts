/** Sizes of files, for people. */

/**
 * The size of a file.
 *
 * @example
 * sizeWords('x'.repeat(1900)) // => '1.9 kB'
 */
export function sizeWords(file: string | Uint8Array | number): string {
	const bytes =
		typeof file === 'number'
			? file
			: typeof file === 'string'
				? Buffer.byteLength(file)
				: file.length;
	if (bytes < 1000) return `${bytes} bytes`;
	return bytes < 1e5 ? `${(bytes / 1000).toFixed(1)} kB` : `${Math.round(bytes / 1000)} kB`;
}
