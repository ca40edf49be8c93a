/** Keeps what is costly to make and asked for by several: pages, exporters and checksums. */
import type { Catalogue } from './catalogue.ts';
import { type Reads, readApart, useAgain } from './reads.ts';

/** Gives what was made before under the key for the same catalogue, else makes it. */
export type Keep<Value> = (catalogue: Catalogue, key: string, make: () => Value) => Value;

/** What was made, and what it was made of. */
interface Made {
	value: unknown;
	reads: Reads;
}

type Stores = Map<string, WeakMap<Catalogue, Map<string, Made>>>;

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
 * A store that lives as long as each catalogue does.
 *
 * @param name one for each thing that is kept, so that two stores never meet
 */
export function keeper<Value>(name: string): Keep<Value> {
	return (catalogue, key, make) => {
		const stores = storesOf();
		const store = stores.get(name) ?? new WeakMap<Catalogue, Map<string, Made>>();
		stores.set(name, store);
		const kept = store.get(catalogue) ?? new Map<string, Made>();
		store.set(catalogue, kept);
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
