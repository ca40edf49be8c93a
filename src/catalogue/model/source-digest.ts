/** Digest of the text of an entry, worked out once: what was found in it is kept under it. */

import { digestOf } from './digest.ts';
import type { Entry } from './entry.ts';

const known = new WeakMap<Entry, string>();

/** SHA-256 of the file of an entry; where there is one beside it, of the digests of both. */
export function sourceDigest(entry: Entry): string {
	const { source, beside } = entry;
	const digest =
		known.get(entry) ?? digestOfAll(digestOf(source), beside && digestOf(beside.source));
	known.set(entry, digest);
	return digest;
}

/** The entry, with the digest of its text where that was worked out before. */
export function withDigest(entry: Entry, own: string, beside?: string): Entry {
	known.set(entry, digestOfAll(own, beside));
	return entry;
}

const digestOfAll = (own: string, beside: string | undefined) =>
	beside === undefined ? own : digestOf(own + beside);
