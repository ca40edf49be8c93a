/** Parsing with a memory: a sound file that was parsed before is not parsed again. */

import type { Cache } from '../../model/cache.ts';
import type { Entry } from '../../model/catalogue.ts';
import { keyOf } from '../cache.ts';
import { type ParsedFile, type Place, parseEntry } from './entry.ts';

/** What of an entry comes from its text; the rest comes from its path. */
type Kept = Pick<
	Entry,
	'data' | 'body' | 'bodyLine' | 'bodyLinks' | 'fragments' | 'headings' | 'pictures'
>;

/** Like `parseEntry`. Files with findings are read anew each time, since they are about to change. */
export function parseKept(place: Place, source: string, cache: Cache): ParsedFile {
	const key = keyOf('entry', place.collection, source);
	// The key names schemas and parser, so what is kept is what they would make.
	const kept = cache.get(key) as Kept | undefined;
	if (kept) return { entry: { ...place, source, ...kept }, findings: [] };
	const parsed = parseEntry(place, source);
	if (parsed.entry && parsed.findings.length === 0) {
		const { data, body, bodyLine, bodyLinks, fragments, headings, pictures } = parsed.entry;
		const made: Kept = { data, body, bodyLine, bodyLinks, fragments, headings, pictures };
		cache.set(key, made);
	}
	return parsed;
}
