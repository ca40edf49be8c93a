/** Problems that follow from the text of one entry alone, found once for each text. */
import type { Cache } from '../model/cache.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Problem } from '../model/rule.ts';
import { sourceDigest } from '../model/source-digest.ts';
import { keyUnder } from '../read/cache.ts';

/** A problem without its entry, as it is kept. */
type Kept = Omit<Problem, 'entry'>;

/**
 * What `find` finds in the entry; asked again only when the entry has changed.
 *
 * @param name of the rule, and of the part of it where there are several
 * @param find reads nothing but this entry
 */
export function ofEntry(
	name: string,
	entry: Entry,
	cache: Cache,
	find: () => Iterable<Problem>,
): Problem[] {
	const key = keyUnder(sourceDigest(entry), name, entry.collection);
	// The key names the rule, and the cache the code that made the value.
	const known = cache.get(key) as Kept[] | undefined;
	if (known) return known.map((problem) => ({ ...problem, entry }));
	const found = [...find()];
	cache.set(
		key,
		found.map(({ entry: _, ...problem }) => problem),
	);
	return found;
}
