/** A catalogue that notes what is read of it, and the value of each thing that can be noted. */
import { type CollectionName, collectionNames } from '#schemas/index.ts';
import { digestOf } from './digest.ts';
import type { Entry } from './entry.ts';
import type { Asset, Catalogue, Link, Maps } from './graph.ts';
import { note, readUnnoted } from './reads.ts';
import { sourceDigest } from './source-digest.ts';

/** The entries of a collection; who asks for one has read that one, and no other. */
class NotedMap<Name extends CollectionName> extends Map<string, Entry<Name>> {
	readonly #name: Name;
	constructor(name: Name) {
		super();
		this.#name = name;
	}
	override get(id: string): Entry<Name> | undefined {
		note('entry', this.#name, id);
		return super.get(id);
	}
	override has(id: string): boolean {
		note('has', this.#name, id);
		return super.has(id);
	}
	override get size(): number {
		note('size', this.#name);
		return super.size;
	}
	override keys() {
		note('ids', this.#name);
		return super.keys();
	}
	override values() {
		note('all', this.#name);
		return super.values();
	}
	override entries() {
		note('all', this.#name);
		return super.entries();
	}
	override [Symbol.iterator]() {
		return this.entries();
	}
	override forEach(...args: Parameters<Map<string, Entry<Name>>['forEach']>): void {
		note('all', this.#name);
		super.forEach(...args);
	}
}

/** An empty map for every collection of the registry. */
export function emptyMaps(): Maps {
	// Object.fromEntries loses the literal keys.
	return Object.fromEntries(
		collectionNames.map((name) => [name, new NotedMap(name)]),
	) as unknown as Maps;
}

/** The same catalogue; what is no map notes itself as well when it is read. */
export function notedCatalogue(plain: Catalogue): Catalogue {
	return Object.defineProperties(
		{ ...plain },
		{
			policy: noted('policy', plain.policy),
			organisation: noted('organisation', plain.organisation),
			today: noted('today', plain.today),
			commit: noted('commit', plain.commit),
			assets: noted('assets', plain.assets),
			entries: noted('entries', plain.entries),
			linksFrom: {
				enumerable: true,
				value: (entry: Entry) => {
					note('from', entry.collection, entry.id);
					return plain.linksFrom(entry);
				},
			},
			linksTo: {
				enumerable: true,
				value: (entry: Entry) => {
					note('to', entry.collection, entry.id);
					return plain.linksTo(entry);
				},
			},
			coverage: {
				enumerable: true,
				value: (framework: string, item: string) => {
					note('coverage', framework, item);
					return plain.coverage(framework, item);
				},
			},
			knows: {
				enumerable: true,
				value: (set: string, id: string) => {
					note('knows', set, id);
					return plain.knows(set, id);
				},
			},
			ids: {
				enumerable: true,
				value: (set: string) => {
					note('set', set);
					return plain.ids(set);
				},
			},
		},
	);
}

const noted = (key: string, value: unknown): PropertyDescriptor => ({
	enumerable: true,
	get: () => {
		note(key);
		return value;
	},
});

/** What stands in a folder of the second level, such as `patterns/summary` or `content/starter`. */
export interface Folder {
	entries: Entry[];
	assets: Asset[];
}

const folders = new WeakMap<Catalogue, Map<string, Folder>>();
const NOTHING: Folder = { entries: [], assets: [] };

/** The files of a folder; who asks has read those, and no other. */
export function folderAt(path: string, catalogue: Catalogue): Folder {
	note('folder', path);
	return readUnnoted(() => foldersOf(catalogue)).get(path) ?? NOTHING;
}

/** Every folder, gathered once per catalogue. */
function foldersOf(catalogue: Catalogue): Map<string, Folder> {
	const known = folders.get(catalogue);
	if (known) return known;
	const found = new Map<string, Folder>();
	const at = (file: string): Folder => {
		const path = file.split('/', 2).join('/');
		const folder = found.get(path) ?? { entries: [], assets: [] };
		found.set(path, folder);
		return folder;
	};
	for (const map of Object.values(catalogue.all)) {
		for (const entry of map.values()) at(entry.file).entries.push(entry);
	}
	for (const asset of catalogue.assets) at(asset.file).assets.push(asset);
	folders.set(catalogue, found);
	return found;
}

/** Whether a day is before today (-1), today (0) or after it (1). It is read as that alone. */
export function dayFromToday(day: string, catalogue: Pick<Catalogue, 'today'>): -1 | 0 | 1 {
	note('day', day);
	const today = readUnnoted(() => catalogue.today);
	if (day === today) return 0;
	return day < today ? -1 : 1;
}

type Value = (catalogue: Catalogue, one: string, other: string) => unknown;

/** How each kind of note is answered, for the digest that a later build compares. */
const values: Record<string, Value> = {
	entry: ({ all }, name, id) => entryDigest(mapOf(all, name)?.get(id)),
	has: ({ all }, name, id) => mapOf(all, name)?.has(id),
	size: ({ all }, name) => mapOf(all, name)?.size,
	ids: ({ all }, name) => [...(mapOf(all, name)?.keys() ?? [])],
	all: ({ all }, name) => [...(mapOf(all, name)?.values() ?? [])].map(entryDigest),
	policy: ({ all, policy }) => [[...all.policy.values()].map(entryDigest), policy],
	organisation: ({ all, organisation }) => [
		[...all.organisation.values()].map(entryDigest),
		organisation,
	],
	today: ({ today }) => today,
	commit: ({ commit }) => commit,
	day: (catalogue, day) => dayFromToday(day, catalogue),
	assets: ({ assets }) => assets.map(({ file, digest }) => [file, digest]),
	entries: ({ entries }) => entries.map(entryDigest),
	folder: (catalogue, path) => {
		const { entries, assets } = folderAt(path, catalogue);
		return [entries.map(entryDigest), assets.map(({ file, digest }) => [file, digest])];
	},
	from: (catalogue, name, id) => linkDigests(catalogue, name, id, 'linksFrom'),
	to: (catalogue, name, id) => linkDigests(catalogue, name, id, 'linksTo'),
	coverage: (catalogue, framework, item) =>
		catalogue
			.coverage(framework, item)
			.map(({ entry, relation, note: text }) => [entryDigest(entry), relation, text]),
	knows: (catalogue, set, id) => catalogue.knows(set, id),
	set: (catalogue, set) => catalogue.ids(set),
};

/** A build asks for the digest of each note when it begins and when it ends, for pages and for files. */
const digests = new WeakMap<Catalogue, Map<string, string | undefined>>();

/** The digest of what a note was about, as it is now; undefined for a note of another version. */
export function digestOfNote(key: string, catalogue: Catalogue): string | undefined {
	const known = digests.get(catalogue) ?? new Map<string, string | undefined>();
	digests.set(catalogue, known);
	if (known.has(key)) return known.get(key);
	const [kind = '', one = '', other = ''] = key.split('\t');
	const value = values[kind];
	const digest =
		value && readUnnoted(() => digestOf(JSON.stringify(value(catalogue, one, other) ?? null)));
	known.set(key, digest);
	return digest;
}

const mapOf = (all: Maps, name: string): Map<string, Entry> | undefined =>
	// A name that is no collection is of another version, and has no map.
	(all as Partial<Record<string, Map<string, Entry>>>)[name];

/** An entry that thousands cite is in as many lists. */
const entryDigests = new WeakMap<Entry, string>();

/**
 * Data, place and prose of an entry all come from its path, its text and the file beside it; only
 * its status can come from signatures.
 */
function entryDigest(entry: Entry | undefined): string | undefined {
	if (!entry) return undefined;
	const known = entryDigests.get(entry);
	if (known) return known;
	const made = digestOf(
		JSON.stringify([
			entry.collection,
			entry.id,
			entry.file,
			sourceDigest(entry),
			entry.beside && [entry.beside.file, digestOf(entry.beside.source)],
			'status' in entry.data && entry.data.status,
		]),
	);
	entryDigests.set(entry, made);
	return made;
}

function linkDigests(
	catalogue: Catalogue,
	name: string,
	id: string,
	way: 'linksFrom' | 'linksTo',
): unknown {
	const entry = mapOf(catalogue.all, name)?.get(id);
	const digest = ({ from, to, path }: Link) => [entryDigest(way === 'linksTo' ? from : to), path];
	return entry && catalogue[way](entry).map(digest);
}
