/** References as they stand in the data of an entry; the graph and the rules follow them. */
import { type CollectionName, collectionNames, collections } from '#schemas/index.ts';
import type { Entry } from './entry.ts';
import { type Path, type ReferencePlace, referencePlaces, valuesAt } from './schema-walk.ts';

/** Where references stand, per collection; derived from the schemas once. */
const PLACES = new Map<CollectionName, ReferencePlace[]>(
	collectionNames.map((name) => [name, referencePlaces(collections[name].schema)]),
);

/** A reference as it stands in a file, resolved or not. */
export interface Reference {
	entry: Entry;
	path: Path;
	/** Set of ids it must be in, or the framework it names an item of. */
	to: string;
	id: string;
	kind: 'id' | 'item';
}

const found = new WeakMap<Entry, readonly Reference[]>();

/** Every reference of an entry's data; the graph and the rules both need them, so they are kept. */
export function referencesOf(entry: Entry): readonly Reference[] {
	if (collections[entry.collection].frozen) return [];
	const known = found.get(entry);
	if (known) return known;
	const references = readReferences(entry);
	found.set(entry, references);
	return references;
}

function readReferences(entry: Entry): Reference[] {
	const references: Reference[] = [];
	for (const place of PLACES.get(entry.collection) ?? []) {
		for (const { value, path } of valuesAt(entry.data, place.path)) {
			if (typeof value !== 'string') continue;
			if (place.to) references.push({ entry, path, to: place.to, id: value, kind: 'id' });
			if (!place.itemOf) continue;
			const framework = valuesAt(entry.data, siblingPath(path, place.itemOf))[0]?.value;
			if (typeof framework === 'string') {
				references.push({ entry, path, to: framework, id: value, kind: 'item' });
			}
		}
	}
	return references;
}

const siblingPath = (path: Path, key: string) => [...path.slice(0, -1).map(String), key];
