/** The content of this repository, read once, and what the checks say when files are added to it. */
import { fileURLToPath } from 'node:url';
import { checkFiles } from '#catalogue/load.ts';
import type { Cache } from '#catalogue/model/cache.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { type Finding, formatFinding } from '#catalogue/model/finding.ts';
import type { Loaded } from '#catalogue/model/loaded.ts';
import { readFiles } from '#catalogue/read/files.ts';
import { TODAY } from './build.ts';

const files = readFiles(fileURLToPath(new URL('../../', import.meta.url)));
const kept = new Map<string, unknown>();
const cache: Cache = {
	get: (key) => kept.get(key),
	set: (key, value) => kept.set(key, value),
	save: () => {},
};

let loaded: Promise<Loaded> | undefined;

function load(): Promise<Loaded> {
	loaded ??= checkFiles(files, { cache, today: TODAY });
	return loaded;
}

export const realCatalogue = async (): Promise<Catalogue> => (await load()).catalogue;

/** The real content with further files. */
export function withFiles(added: readonly { path: string; text: string }[]): Promise<Loaded> {
	return checkFiles([...files, ...added], { cache, today: TODAY });
}

/** What the checks say only because these files were added, but for the things to fill. */
export async function complaintsAbout(
	added: readonly { path: string; text: string }[],
): Promise<string[]> {
	const before = new Set((await load()).findings.map(formatFinding));
	const { findings } = await withFiles(added);
	const others = findings.filter(({ rule }) => rule !== 'to-fill').map(formatFinding);
	return others.filter((text) => !before.has(text));
}

/** The things to fill in these files. */
export async function toFillIn(
	added: readonly { path: string; text: string }[],
): Promise<Finding[]> {
	return (await withFiles(added)).findings.filter(({ rule }) => rule === 'to-fill');
}
