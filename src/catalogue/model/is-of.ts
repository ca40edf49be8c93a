/** Tells the collection of an entry. Apart from catalogue.ts, since code in the browser asks it too. */
import type { CollectionName } from '#schemas/index.ts';
import type { Entry } from './catalogue.ts';

/**
 * Whether an entry is one of a collection, and so which data it has.
 *
 * @example
 * isOf('patterns', entry) && entry.data.risks
 */
export function isOf<Name extends CollectionName>(name: Name, entry: Entry): entry is Entry<Name> {
	return entry.collection === name;
}
