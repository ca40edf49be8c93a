/** Digest of the text of an entry, worked out once: several rules keep what they found under it. */

import { digestOf } from './digest.ts';
import type { Entry } from './entry.ts';

const known = new WeakMap<Entry, string>();

/** SHA-256 of the whole file of an entry, and of the one beside it. */
export function sourceDigest(entry: Entry): string {
	const digest = known.get(entry) ?? digestOf(entry.source + (entry.beside?.source ?? ''));
	known.set(entry, digest);
	return digest;
}
