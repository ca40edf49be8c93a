/** Tombstones: what was withdrawn, found by the collection and id it had. */
import type { Catalogue, Entry } from './catalogue.ts';

/** The tombstone of an entry, or undefined for one that was never withdrawn. */
export function tombstoneOf(
	collection: string,
	id: string,
	{ withdrawn }: Pick<Catalogue, 'withdrawn'>,
): Entry<'withdrawn'> | undefined {
	return withdrawn.get(`${collection}.${id}`);
}

/**
 * Collection and id that a tombstone stands for.
 *
 * @example
 * placeOfTombstone('patterns.old-summary') // => { collection: 'patterns', id: 'old-summary' }
 */
export function placeOfTombstone(tombstone: string): { collection: string; id: string } {
	const dot = tombstone.indexOf('.');
	return { collection: tombstone.slice(0, dot), id: tombstone.slice(dot + 1) };
}
