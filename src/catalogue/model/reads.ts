/**
 * Notes what is read from the catalogue while a page or a file is made, so that it is made again
 * when one of these things has changed, and only then.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** What was read: keys of things of the catalogue, and what was made before and used again. */
export class Reads {
	readonly keys = new Set<string>();
	readonly used = new Set<Reads>();

	/** Every key, those of what was used again included. */
	all(): Set<string> {
		const seen = new Set<Reads>([this]);
		const all = new Set<string>();
		// A set hands out what is added while it is walked.
		for (const { keys, used } of seen) {
			for (const part of used) seen.add(part);
			for (const key of keys) all.add(key);
		}
		return all;
	}
}

/** Who reads at this moment; a list of files turns to the next part of itself on the way. */
export interface Reader {
	reads: Reads;
	/** The file of the entry whose part of a list is read at this moment. */
	part?: string | undefined;
}

/** Pages are bundled apart from what loads the catalogue; a registered symbol is what they share. */
const SHARED = Symbol.for('ai-pattern-catalogue.reads');

const storage: AsyncLocalStorage<Reader> = (() => {
	const registry = globalThis as { [SHARED]?: AsyncLocalStorage<Reader> };
	registry[SHARED] ??= new AsyncLocalStorage();
	return registry[SHARED];
})();

/** Notes one thing for whoever reads; for nobody, when nothing is being made. */
export function note(kind: string, one = '', other = ''): void {
	const reader = storage.getStore();
	// Most code runs while nothing is made, and asks for entries by the million.
	if (!reader) return;
	const tail = other === '' ? one : `${one}\t${other}`;
	reader.reads.keys.add(tail === '' ? kind : `${kind}\t${tail}`);
}

/** Notes what another thread has read for whoever reads now. */
export function noteKey(key: string): void {
	storage.getStore()?.reads.keys.add(key);
}

/** Does the work as this reader, and whatever follows from it later too. */
export const readAs = <Value>(reader: Reader, work: () => Value): Value =>
	storage.run(reader, work);

/** Does the work as nobody: what it reads is answered for by another note. */
export const readUnnoted = <Value>(work: () => Value): Value => storage.exit(work);

/** Does the work by itself, and gives what it read; whoever asked for it has read that too. */
export function readApart<Value>(work: () => Value): { value: Value; reads: Reads } {
	const reads = new Reads();
	useAgain(reads);
	return { value: storage.run({ reads }, work), reads };
}

/** Whoever reads now uses something that was made from these. */
export function useAgain(reads: Reads): void {
	storage.getStore()?.reads.used.add(reads);
}

/**
 * Walks entries as parts of a list of files: what is read from one step to the next belongs to the
 * files of that step alone. Everything that they are made of must be read inside the loop.
 */
export function* parts<One extends { collection: string; id: string; file: string }>(
	entries: Iterable<One>,
): Generator<One> {
	const reader = storage.getStore();
	if (!reader) {
		yield* entries;
		return;
	}
	const before = reader.reads;
	const all = readUnnoted(() => [...entries]);
	try {
		for (const entry of all) {
			reader.reads = new Reads();
			reader.part = entry.file;
			note('entry', entry.collection, entry.id);
			yield entry;
		}
	} finally {
		reader.reads = before;
		reader.part = undefined;
	}
}
