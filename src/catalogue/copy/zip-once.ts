/**
 * Zips in a build, where the same texts go into many archives: a prompt into those of its pattern,
 * its own and a skill, the common files of starters into each. Each text is deflated once.
 */
import type { BundleFile } from '../model/artefacts.ts';
import { digestOf } from '../model/digest.ts';
import { inOrder } from './archive.ts';
import { type Packed, packText, zipPacked } from './zip.ts';

/** Streams that were made, by the digest of their text; those used longest ago first. */
const streams = new Map<string, Packed>();
let held = 0;

/** Bytes of streams that are held: those of some thousand starters. */
const MOST = 48 * 1024 * 1024;

/** The same bytes as `zipOf`. @throws Error for a path that climbs out */
export const zipOnce = (folder: string, files: readonly BundleFile[]): Uint8Array<ArrayBuffer> =>
	zipPacked(
		folder,
		inOrder(files).map(({ path, text, mode }) => ({ path, mode, packed: packOnce(text) })),
		'where needed',
	);

function packOnce(text: string): Packed {
	const key = digestOf(text);
	const known = streams.get(key);
	if (known) {
		streams.delete(key);
		streams.set(key, known);
		return known;
	}
	const packed = packText(text, 0);
	streams.set(key, packed);
	held += packed.bytes.length;
	for (const [oldest, { bytes }] of streams) {
		if (held <= MOST) break;
		streams.delete(oldest);
		held -= bytes.length;
	}
	return packed;
}
