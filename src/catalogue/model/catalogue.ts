/** The catalogue in memory: entries by id, and the links between them both ways. Built once. */

import { type CollectionName, collections } from '#schemas/index.ts';
import type { Entry } from './entry.ts';
import type { Catalogue, Coverage, Link, Maps, Surroundings } from './graph.ts';
import { emptyMaps, notedCatalogue } from './noted.ts';
import { referencesOf } from './references.ts';
import { type Path, valuesAt } from './schema-walk.ts';

export type { Asset, Catalogue, Coverage, Link, Maps, Surroundings } from './graph.ts';
export type { Entry };

/**
 * Builds the maps and the graph from accepted entries.
 *
 * @param known ids of entries that exist but were not accepted, so that a reference to one of them
 *   is not called dangling as well
 */
export function buildCatalogue(
	entries: readonly Entry[],
	defaults: Surroundings,
	known: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): Catalogue {
	const all = emptyMaps();
	const sets = new Map<string, Set<string>>();
	for (const entry of entries) {
		(all[entry.collection] as Map<string, Entry>).set(entry.id, entry);
		addTo(sets, entry.collection, entry.id);
		const { defines } = collections[entry.collection];
		for (const [set, idsOf] of Object.entries(defines ?? {})) {
			// `defines` is typed for its own collection; here the collection is only known at run time.
			for (const id of (idsOf as (data: unknown) => readonly string[])(entry.data))
				addTo(sets, set, id);
		}
	}
	const from = new Map<Entry, Link[]>();
	const to = new Map<Entry, Link[]>();
	const covered = new Map<string, Coverage[]>();
	const link = (source: Entry, target: Entry | undefined, path: Path) => {
		if (!target) return;
		const made: Link = { from: source, to: target, path };
		push(from, source, made);
		push(to, target, made);
	};
	for (const entry of entries) {
		for (const reference of referencesOf(entry)) {
			if (reference.kind === 'id') {
				link(entry, entryOf(all, reference.to, reference.id), reference.path);
			} else {
				push(covered, `${reference.to}#${reference.id}`, coverageOf(entry, reference.path));
			}
		}
		for (const { collection, id } of entry.bodyLinks) link(entry, entryOf(all, collection, id), []);
	}
	return notedCatalogue({
		entries,
		...all,
		policy: [...all.policy.values()][0]?.data ?? defaults.policy,
		organisation: [...all.organisation.values()][0]?.data ?? defaults.organisation,
		today: defaults.today,
		commit: defaults.commit,
		assets: defaults.assets ?? [],
		all,
		linksFrom: (entry) => from.get(entry) ?? [],
		linksTo: (entry) => to.get(entry) ?? [],
		coverage: (framework, item) => covered.get(`${framework}#${item}`) ?? [],
		knows: (set, id) => sets.get(set)?.has(id) === true || known.get(set)?.has(id) === true,
		ids: (set) => [...new Set([...(sets.get(set) ?? []), ...(known.get(set) ?? [])])],
	});
}

function entryOf(all: Maps, collection: string, id: string): Entry | undefined {
	const map: Map<string, Entry> | undefined = isCollection(collection)
		? all[collection]
		: undefined;
	return map?.get(id);
}

/** Whether a word is the name of a collection. */
export function isCollection(name: string): name is CollectionName {
	return Object.hasOwn(collections, name);
}

function coverageOf(entry: Entry, path: Path): Coverage {
	const parent = path.slice(0, -1).map(String);
	const field = (key: string) => {
		const value = valuesAt(entry.data, [...parent, key])[0]?.value;
		return typeof value === 'string' ? value : undefined;
	};
	return { entry, relation: field('relation'), note: field('note') };
}

function addTo(sets: Map<string, Set<string>>, set: string, id: string): void {
	const ids = sets.get(set) ?? new Set();
	ids.add(id);
	sets.set(set, ids);
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
	const values = map.get(key);
	if (values) values.push(value);
	else map.set(key, [value]);
}
