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

/** What was made, and what it was made of. */
interface Made {
	value: unknown;
	reads: Reads;
}

type Stores = Map<string, WeakMap<Owner, Map<string, Made>>>;

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
 */
export function keeper<Value>(name: string): Keep<Value> {
	return (owner, key, make) => {
		const stores = storesOf();
		const store = stores.get(name) ?? new WeakMap<Owner, Map<string, Made>>();
		stores.set(name, store);
		const kept = store.get(owner) ?? new Map<string, Made>();
		store.set(owner, kept);
		const found = kept.get(key);
		if (found) {
			useAgain(found.reads);
			// A name belongs to one caller, which gives its type.
			return found.value as Value;
		}
		const made = readApart(make);
		kept.set(key, made);
		return made.value;
	};
}
