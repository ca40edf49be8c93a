/** What a team can take of a pattern as one archive, made once per catalogue. */

import { type Archive, type BundleFile, type Offer, offersOf } from '../model/artefacts.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { digestOfBytes } from '../model/digest.ts';
import { keeper } from '../model/keep.ts';
import { tgzOf } from './archive.ts';

import { promptFiles } from './prompt-formats.ts';
import { starterFiles } from './starter/assemble.ts';
import { zipOnce } from './zip-once.ts';

type Pattern = Entry<'patterns'>;

/** An archive with its bytes. */
interface Download extends Archive {
	bytes: Uint8Array;
}

/** Patterns whose files are kept at once, besides those whose sizes and digests are known. */
const ROOM = 128;

/** The files contain the address of the site, so a bundle belongs to one address. */
const keyOf = ({ id }: Pattern, { url }: ExportContext) => `${id} ${url('/')}`;

const keepStarter = keeper<BundleFile[]>('starter', { most: ROOM });
const keepDownloads = keeper<Promise<(Archive | Download)[]>>('downloads', {
	most: ROOM,
	facts: async (made) => (await made).map(archiveFacts),
});

/** Files of the starter, in order of path; empty where the pattern has none. */
export const starterBundle = (pattern: Pattern, context: ExportContext): BundleFile[] =>
	keepStarter(context.catalogue, keyOf(pattern, context), () =>
		starterFiles(pattern, context.catalogue, context.url),
	);

/** An archive without its bytes. */
export const archiveFacts = ({ kind, name, path, type, size, digest }: Archive): Archive => ({
	...{ kind, name, path, type, size, digest },
});

/** The archives of a pattern, with their sizes and digests. */
export const downloadsOf = (pattern: Pattern, context: ExportContext): Promise<Archive[]> =>
	keepDownloads(context.catalogue, keyOf(pattern, context), () => makeDownloads(pattern, context));

/** The bytes of one of them. */
export async function bytesOf(
	pattern: Pattern,
	kind: Offer['kind'],
	context: ExportContext,
): Promise<Uint8Array> {
	const kept = await downloadsOf(pattern, context);
	// The bytes may have made room for those of other patterns.
	const whole = kept.every(hasBytes) ? kept : await makeDownloads(pattern, context);
	const found = whole.find((one) => one.kind === kind);
	if (found) return found.bytes;
	throw new Error(`The archive ${kind} of ${pattern.id} was listed but not made.`);
}

const hasBytes = (archive: Archive): archive is Download => 'bytes' in archive;

async function makeDownloads(pattern: Pattern, context: ExportContext): Promise<Download[]> {
	const { id } = pattern;
	const starter = starterBundle(pattern, context);
	const prompts = await promptFiles(pattern, context);
	const make = {
		'starter-zip': () => zipOnce(id, starter),
		'starter-tar': () => tgzOf(id, starter),
		'prompts-zip': () => zipOnce(`${id}-prompts`, prompts),
	} satisfies Record<Offer['kind'], () => Uint8Array>;
	return offersOf(pattern, starter.length > 0).map((offer) => {
		const bytes = make[offer.kind]();
		return { ...offer, bytes, size: bytes.length, digest: digestOfBytes(bytes) };
	});
}

/** What `sha256sum -c` reads, next to the archives. */
export const checksums = (downloads: readonly Pick<Archive, 'digest' | 'name'>[]): string =>
	downloads.map(({ digest, name }) => `${digest}  ${name}\n`).join('');
