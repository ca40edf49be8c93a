/** What a team can take of a pattern as one archive, made once per catalogue. */

import type { SiteUrl } from '../model/address.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { digestOfBytes } from '../model/digest.ts';
import { keeper } from '../model/keep.ts';
import { type BundleFile, tgzOf, zipOf } from './archive.ts';
import { promptFiles } from './prompt-formats.ts';
import { starterFiles } from './starter/assemble.ts';

type Pattern = Entry<'patterns'>;

/** An archive that is offered. */
export interface Offer {
	kind: 'starter-zip' | 'starter-tar' | 'prompts-zip';
	/** Name of the file. */
	name: string;
	/** Path under the site, without a leading slash. */
	path: string;
	type: string;
}

/** An archive as it is, with what a team checks it by. */
export interface Download extends Offer {
	bytes: Uint8Array;
	/** SHA-256 of the bytes. */
	digest: string;
}

/** The archives of a pattern, in the order they are offered. */
export function offersOf({ id }: Pattern, hasStarter: boolean): Offer[] {
	const offer = (kind: Offer['kind'], name: string, type: string): Offer => ({
		kind,
		name,
		path: `patterns/${id}/${name}`,
		type,
	});
	return [
		...(hasStarter
			? [
					offer('starter-zip', `${id}-starter.zip`, 'application/zip'),
					offer('starter-tar', `${id}-starter.tgz`, 'application/gzip'),
				]
			: []),
		offer('prompts-zip', `${id}-prompts.zip`, 'application/zip'),
	];
}

/** The address of the site stands in the files, so a bundle belongs to one address. */
const keyOf = ({ id }: Pattern, url: SiteUrl) => `${id} ${url('/')}`;

const keepStarter = keeper<BundleFile[]>('starter');
const keepDownloads = keeper<Promise<Download[]>>('downloads');

/** Files of the starter, in order of path; empty where the pattern has none. */
export const starterBundle = (pattern: Pattern, catalogue: Catalogue, url: SiteUrl): BundleFile[] =>
	keepStarter(catalogue, keyOf(pattern, url), () => starterFiles(pattern, catalogue, url));

/** The archives of a pattern, with their bytes and digests. */
export const downloadsOf = (
	pattern: Pattern,
	catalogue: Catalogue,
	url: SiteUrl,
): Promise<Download[]> =>
	keepDownloads(catalogue, keyOf(pattern, url), () => makeDownloads(pattern, catalogue, url));

async function makeDownloads(
	pattern: Pattern,
	catalogue: Catalogue,
	url: SiteUrl,
): Promise<Download[]> {
	const { id } = pattern;
	const starter = starterBundle(pattern, catalogue, url);
	const prompts = await promptFiles(pattern, catalogue, url);
	const make = {
		'starter-zip': () => zipOf(id, starter),
		'starter-tar': () => tgzOf(id, starter),
		'prompts-zip': () => zipOf(`${id}-prompts`, prompts),
	} satisfies Record<Offer['kind'], () => Uint8Array>;
	return offersOf(pattern, starter.length > 0).map((offer) => {
		const bytes = make[offer.kind]();
		return { ...offer, bytes, digest: digestOfBytes(bytes) };
	});
}

/** What `sha256sum -c` reads, beside the archives. */
export const checksums = (downloads: readonly Pick<Download, 'digest' | 'name'>[]): string =>
	downloads.map(({ digest, name }) => `${digest}  ${name}\n`).join('');
