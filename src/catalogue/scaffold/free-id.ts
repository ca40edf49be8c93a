/** Ids for new entries: from a title, and free among what is there and what was withdrawn. */
import { ID } from '#schemas/fields.ts';
import { type CollectionName, collections } from '#schemas/index.ts';
import type { Catalogue } from '../model/catalogue.ts';

const LONGEST = 64;

/**
 * The id a title would have.
 *
 * @example
 * idOf('Résumé of claims') // => 'resume-of-claims'
 */
export function idOf(title: string): string {
	const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	return cut(plain.match(/[a-z0-9]+/g)?.join('-') ?? '');
}

const cut = (id: string, room = LONGEST) => id.slice(0, room).replace(/-+$/, '');

/** Why an id cannot be taken, or undefined when it can. */
export function whyNotFree(
	collection: CollectionName,
	id: string,
	catalogue: Catalogue,
): string | undefined {
	if (!ID.test(id) || id.length > LONGEST) {
		return `"${id}" is not an id: lower-case words joined by hyphens, ${LONGEST} characters at most.`;
	}
	const owner = collections[collection].taken?.get(id);
	if (owner) return `the id "${id}" is already used by ${owner}.`;
	if (catalogue.knows(collection, id)) return `the id "${id}" is already used.`;
	const tombstone = catalogue.withdrawn.get(`${collection}.${id}`);
	if (tombstone) {
		const successor = tombstone.data.successor;
		const instead = successor ? ` Its successor is "${successor}".` : '';
		return `the id "${id}" was withdrawn on ${tombstone.data.withdrawn} and cannot be used again.${instead}`;
	}
	// A prompt and its cases share a name, and so does what a broken file was meant to be.
	return undefined;
}

/** The id itself, or the first with a number that is free. */
export function freeId(
	collection: CollectionName,
	wanted: string,
	catalogue: Catalogue,
	taken: ReadonlySet<string> = new Set(),
): string {
	// Nothing to go by, such as a title of signs only, still gives an id.
	const stem = idOf(wanted) || 'new-entry';
	for (let number = 1; ; number++) {
		const suffix = number === 1 ? '' : `-${number}`;
		const id = `${cut(stem, LONGEST - suffix.length)}${suffix}`;
		if (!taken.has(id) && !whyNotFree(collection, id, catalogue)) return id;
	}
}

/** Free ids that say nearly the same: with the words of the title, the owner, or a number. */
export function nearFreeIds(
	collection: CollectionName,
	wanted: string,
	catalogue: Catalogue,
	...others: readonly string[]
): string[] {
	const candidates = [...others, ...others.map((other) => `${wanted}-${other}`)].map(idOf);
	const free = candidates.filter((id) => id && !whyNotFree(collection, id, catalogue));
	return [...new Set([...free, freeId(collection, wanted, catalogue)])].slice(0, 3);
}
