/**
 * The digest of what an entry says: the one that approvals, records and manifests all name.
 *
 * A pattern is a folder (digest.ts), everything else one file (part-digest.ts). Both are of what is
 * written, so a later default of a schema changes neither.
 */
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { isOf } from '../../model/is-of.ts';
import { keeper } from '../../model/keep.ts';
import { patternDigest } from './digest.ts';
import { partDigest } from './part-digest.ts';

/** Kept by the map of the entry, so that a look back at an earlier day shares it. */
const keepDigest = keeper<string>('digest of a folder');

/** SHA-256 of the content of an entry, without its upkeep. */
export function contentDigest(entry: Entry, catalogue: Catalogue): string {
	if (!isOf('patterns', entry)) return partDigest(entry);
	return keepDigest(catalogue.patterns, entry.id, () => patternDigest(entry, catalogue));
}
