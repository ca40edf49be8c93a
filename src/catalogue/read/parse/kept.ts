/** Parsing with a memory: a sound file that was parsed before is not parsed again. */

import type { Cache } from '../../model/cache.ts';
import type { Entry } from '../../model/catalogue.ts';
import { digestOf } from '../../model/digest.ts';
import { withDigest } from '../../model/source-digest.ts';
import { keyUnder } from '../cache.ts';
import { type ParsedFile, type Place, parseEntry } from './entry.ts';

/** What of an entry comes from its text; the rest comes from its path. The prose is its end. */
type Kept = Pick<
	Entry,
	'data' | 'bodyLine' | 'bodyLinks' | 'fragments' | 'headings' | 'pictures'
> & { bodyLength: number };

/**
 * Like `parseEntry`. Files with findings are read anew each time, since they are about to change.
 *
 * @param digest of the source, where it is known
 */
export function parseKept(
	place: Place,
	source: string,
	cache: Cache,
	digest = digestOf(source),
): ParsedFile {
	const key = entryKey(digest, place.collection);
	// The key names schemas and parser, so what is kept is what they would make.
	const kept = cache.get(key) as Kept | undefined;
	if (kept) {
		const { bodyLength, ...rest } = kept;
		const body = source.slice(source.length - bodyLength);
		const entry = withDigest({ ...place, source, body, ...rest }, digest);
		return { entry, findings: [] };
	}
	const parsed = parseEntry(place, source);
	if (parsed.entry && parsed.findings.length === 0) {
		const { data, body, bodyLine, bodyLinks, fragments, headings, pictures } = parsed.entry;
		const rest = { data, bodyLine, bodyLinks, fragments, headings, pictures };
		cache.set(key, { ...rest, bodyLength: body.length } satisfies Kept);
	}
	if (parsed.entry) withDigest(parsed.entry, digest);
	return parsed;
}

/** The key under which an entry is kept, by the digest of its file. */
export const entryKey = (digest: string, collection: string): string =>
	keyUnder(digest, 'entry', collection);
