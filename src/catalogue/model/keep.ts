/** Keeps what is costly to make and asked for by several: pages, exporters and checksums. */
import type { Catalogue } from './catalogue.ts';

/** Gives what was made before under the key for the same catalogue, else makes it. */
export type Keep<Value> = (catalogue: Catalogue, key: string, make: () => Value) => Value;

type Stores = Map<string, WeakMap<Catalogue, Map<string, unknown>>>;

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
		const store = stores.get(name) ?? new WeakMap<Catalogue, Map<string, unknown>>();
		stores.set(name, store);
		const kept = store.get(catalogue) ?? new Map<string, unknown>();
		store.set(catalogue, kept);
		// A name belongs to one caller, which gives its type.
		const found = (kept.get(key) as Value | undefined) ?? make();
		kept.set(key, found);
		return found;
	};
}
