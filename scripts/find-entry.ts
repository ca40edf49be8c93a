/** Finds the entry a person means: by its id, or by collection and id where an id is not enough. */

import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { tombstoneOf } from '#catalogue/model/withdrawn.ts';
import { didYouMean } from '#catalogue/words/suggest.ts';
import type { CollectionName } from '#schemas/index.ts';
import { UsageError } from './run.ts';

/**
 * The entry among these collections.
 *
 * @param name `risks/leak`, or `leak` where only one of the collections has that id
 */
export function findEntry(
	name: string,
	among: readonly CollectionName[],
	catalogue: Catalogue,
): Entry {
	const slash = name.indexOf('/');
	const id = name.slice(slash + 1);
	const searched = slash < 0 ? among : [collectionNamed(name.slice(0, slash), among)];
	const found = searched.flatMap((collection) => {
		const map: ReadonlyMap<string, Entry> = catalogue.all[collection];
		return map.get(id) ?? [];
	});
	const [entry, other] = found;
	if (entry && !other) return entry;
	if (entry) {
		const names = found.map((one) => `${one.collection}/${one.id}`).join(' or ');
		throw new UsageError(`"${name}" could be ${names}.`, 'Add the collection too.');
	}
	throw unknown(id, searched, catalogue);
}

function unknown(
	id: string,
	searched: readonly CollectionName[],
	catalogue: Catalogue,
): UsageError {
	for (const collection of searched) {
		const tombstone = tombstoneOf(collection, id, catalogue);
		if (tombstone) {
			const { withdrawn, successor } = tombstone.data;
			const fix = successor ? `Its successor is ${collection}/${successor}.` : 'Check the id.';
			return new UsageError(`${collection}/${id} was withdrawn on ${withdrawn}.`, fix);
		}
		if (catalogue.knows(collection, id)) {
			const fix = 'Fix them first: npm run validate';
			return new UsageError(`${collection}/${id} has errors, so it cannot be read.`, fix);
		}
	}
	const ids = searched.flatMap((collection) => catalogue.ids(collection));
	const list = ids.length > 0 && ids.length <= 12 ? `Known: ${ids.join(', ')}.` : 'Check the id.';
	return new UsageError(
		`there is no "${id}" in ${searched.length > 3 ? 'the catalogue' : searched.join(' or ')}.`,
		didYouMean(id, ids, list),
	);
}

function collectionNamed(name: string, among: readonly CollectionName[]): CollectionName {
	const collection = among.find((known) => known === name);
	if (collection) return collection;
	throw new UsageError(
		`"${name}" is not a collection that this works on.`,
		didYouMean(name, among, `Collections: ${among.join(', ')}.`),
	);
}
