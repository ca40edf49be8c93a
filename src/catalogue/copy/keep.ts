/** Keeps what is costly to make and asked for by several: pages, exporters and checksums. */
import type { Catalogue } from '../catalogue.ts';

/** Gives what was made before under the key for the same catalogue, else makes it. */
export type Keep<Value> = (catalogue: Catalogue, key: string, make: () => Value) => Value;

/** A store that lives as long as each catalogue does. */
export function keeper<Value>(): Keep<Value> {
	const stores = new WeakMap<Catalogue, Map<string, Value>>();
	return (catalogue, key, make) => {
		const store = stores.get(catalogue) ?? new Map<string, Value>();
		stores.set(catalogue, store);
		const found = store.get(key) ?? make();
		store.set(key, found);
		return found;
	};
}
