/** The entry that follows another: of the same collection, there, and another one. */
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { didYouMean } from '#catalogue/words/suggest.ts';
import { UsageError } from '../run.ts';

export function requireSuccessor(
	{ collection, id }: Entry,
	successor: string | undefined,
	catalogue: Catalogue,
): void {
	if (successor === undefined) return;
	if (successor === id) {
		throw new UsageError(`"${id}" cannot follow itself.`, 'Choose another entry, or none.');
	}
	const map: ReadonlyMap<string, Entry> = catalogue.all[collection];
	if (map.has(successor)) return;
	const others = [...map.keys()].filter((known) => known !== id);
	throw new UsageError(
		`the successor "${successor}" is not in ${collection}.`,
		didYouMean(successor, others, 'Check the id.'),
	);
}
