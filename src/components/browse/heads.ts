/** What the list of a collection says above its filters, beside what every list says. */
import type { CollectionName } from '#schemas/index.ts';
import PatternsHead from './PatternsHead.astro';

const own = { patterns: PatternsHead } satisfies { readonly [Name in CollectionName]?: unknown };

/** The component with what only this list says; undefined where it says nothing more. */
export function headOf(name: CollectionName): typeof PatternsHead | undefined {
	const heads: { readonly [Name in CollectionName]?: typeof PatternsHead } = own;
	return heads[name];
}
