/** The content digest of a pattern: one number for everything an approval would be bound to. */
import { type Catalogue, digestOf, type Entry } from '../catalogue.ts';
import { compare } from '../finding.ts';

const folders = new WeakMap<Catalogue, Map<string, Entry[]>>();

/**
 * SHA-256 over the pattern's own files, in order of path: changing a byte or a name changes it.
 * The catalogue's other entries are not in it.
 */
export function patternDigest(pattern: Entry<'patterns'>, catalogue: Catalogue): string {
	const inside = foldersOf(catalogue).get(pattern.id) ?? [];
	const files = [pattern, ...inside].sort((a, b) => compare(a.file, b.file));
	return digestOf(files.map(({ file, source }) => `${digestOf(source)}  ${file}\n`).join(''));
}

/** Prompts and cases by the pattern they stand under, gathered once per catalogue. */
function foldersOf(catalogue: Catalogue): Map<string, Entry[]> {
	const known = folders.get(catalogue);
	if (known) return known;
	const found = new Map<string, Entry[]>();
	for (const map of [catalogue.prompts, catalogue.cases]) {
		for (const entry of map.values()) {
			if (!entry.parent) continue;
			found.set(entry.parent, [...(found.get(entry.parent) ?? []), entry]);
		}
	}
	folders.set(catalogue, found);
	return found;
}

/**
 * The ends of a digest, for a cell that has no room for all of it.
 *
 * @example
 * shortDigest('e829632ac2cea294…') // => 'e829632a c2cea294 … 9a7fba0e'
 */
export function shortDigest(digest: string): string {
	return `${digest.slice(0, 8)} ${digest.slice(8, 16)} … ${digest.slice(-8)}`;
}
