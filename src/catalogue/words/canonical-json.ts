/** One text for one value: what is signed or fingerprinted never depends on how a file was written. */

/**
 * JSON without spaces, with sorted keys; keys set to undefined are left out.
 *
 * @example
 * canonicalJson({ b: [1, 'two'], a: undefined }) // => '{"b":[1,"two"]}'
 */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	const pairs = Object.entries(value)
		.filter(([, inner]) => inner !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
	return `{${pairs.join(',')}}`;
}
