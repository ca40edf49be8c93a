/** Keeps what is costly to make and asked for by several: pages, exporters and checksums. */
import type { CollectionName } from '#schemas/index.ts';
import type { Catalogue } from './catalogue.ts';
import { type Reads, readApart, useAgain } from './reads.ts';

/**
 * What it is kept for: a catalogue, or one of its maps, which a look back at an earlier day shares.
 */
type Owner = Catalogue | Catalogue[CollectionName];

/** Gives what was made before under the key for the same owner, else makes it. */
export type Keep<Value> = (owner: Owner, key: string, make: () => Value) => Value;

/** How much is kept of what takes room, such as the bytes of archives. */
export interface Room<Value> {
	/** How many are kept whole: those that were asked for last. */
	most: number;
	/** What is kept of the others; nothing, where this is not given. */
	facts?: (value: Value) => Value;
}

/** What was made, and what it was made of. */
interface Made {
	value: unknown;
	reads: Reads;
}

interface Kept {
	made: Map<string, Made>;
	/** Keys of those that are kept whole; the one asked for longest ago is first. */
	whole: Set<string>;
}

type Stores = Map<string, WeakMap<Owner, Kept>>;

/**
 * A build runs its pages and its files as two copies of this module over one catalogue. A registered
 * symbol is what the two share; without it every archive would be made twice.
 */
const SHARED = Symbol.for('ai-pattern-catalogue.kept');

function storesOf(): Stores {
	const registry = globalThis as { [SHARED]?: Stores };
	registry[SHARED] ??= new Map();
	return registry[SHARED];
}

/**
 * A store that lives as long as its owner does.
 *
 * A map kept beside the code would give its second reader the value without what it was made of, and
 * that reader's page would stay as it is when the value changes.
 *
 * @param name one for each thing that is kept, so that two stores never meet
 * @param room for what takes room; else all is kept
 */
export function keeper<Value>(name: string, room?: Room<Value>): Keep<Value> {
	return (owner, key, make) => {
		const stores = storesOf();
		const store = stores.get(name) ?? new WeakMap<Owner, Kept>();
		stores.set(name, store);
		const kept = store.get(owner) ?? { made: new Map(), whole: new Set() };
		store.set(owner, kept);
		const found = kept.made.get(key);
		if (found) {
			if (kept.whole.delete(key)) kept.whole.add(key);
			useAgain(found.reads);
			// A name belongs to one caller, which gives its type.
			return found.value as Value;
		}
		const made = readApart(make);
		kept.made.set(key, made);
		if (room) {
			kept.whole.add(key);
			makeRoom(kept, room);
		}
		return made.value;
	};
}

/** Lets go of what was asked for longest ago. */
function makeRoom<Value>({ made, whole }: Kept, { most, facts }: Room<Value>): void {
	const [oldest] = whole;
	if (whole.size <= most || oldest === undefined) return;
	whole.delete(oldest);
	const one = made.get(oldest);
	// A name belongs to one caller, which gives its type.
	if (one && facts) made.set(oldest, { ...one, value: facts(one.value as Value) });
	else made.delete(oldest);
}
