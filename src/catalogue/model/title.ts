/** What an id is called. */
import type { CollectionName } from '#schemas/index.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { titleOf } from './entry.ts';

/** The title of an entry by its id; the id itself while the entry is missing. */
export function titleById(
	collection: CollectionName,
	id: string,
	{ all }: Pick<Catalogue, 'all'>,
): string {
	// A union of maps has no common `get`.
	const map: ReadonlyMap<string, Entry> = all[collection];
	const entry = map.get(id);
	return entry ? titleOf(entry) : id;
}
