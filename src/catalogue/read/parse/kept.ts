/** Parsing with a memory: a sound file that was parsed before is not parsed again. */

import type { Cache } from '../../model/cache.ts';
import type { Entry } from '../../model/catalogue.ts';
import { keyOf } from '../cache.ts';
import { type ParsedFile, type Place, parseEntry } from './entry.ts';

/** What of an entry comes from its text; the rest comes from its path. The prose is its end. */
type Kept = Pick<
	Entry,
	'data' | 'bodyLine' | 'bodyLinks' | 'fragments' | 'headings' | 'pictures'
> & { bodyLength: number };

/** Like `parseEntry`. Files with findings are read anew each time, since they are about to change. */
export function parseKept(place: Place, source: string, cache: Cache): ParsedFile {
	const key = keyOf('entry', place.collection, source);
	// The key names schemas and parser, so what is kept is what they would make.
	const kept = cache.get(key) as Kept | undefined;
	if (kept) {
		const { bodyLength, ...rest } = kept;
		const body = source.slice(source.length - bodyLength);
		return { entry: { ...place, source, body, ...rest }, findings: [] };
	}
	const parsed = parseEntry(place, source);
	if (parsed.entry && parsed.findings.length === 0) {
		const { data, body, bodyLine, bodyLinks, fragments, headings, pictures } = parsed.entry;
		const rest = { data, bodyLine, bodyLinks, fragments, headings, pictures };
		cache.set(key, { ...rest, bodyLength: body.length } satisfies Kept);
	}
	return parsed;
}
