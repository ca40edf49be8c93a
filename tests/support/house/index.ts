/**
 * The house catalogue: what the tests of the product read in the place of this repository's content,
 * which every adopter changes. It is made by the scaffold from the least that the schemas accept, so
 * a new required field is filled here by itself.
 */
import { checkFiles } from '#catalogue/load.ts';
import type { Cache } from '#catalogue/model/cache.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { fileDigest } from '#catalogue/model/digest.ts';
import { type Finding, formatFinding } from '#catalogue/model/finding.ts';
import type { Loaded } from '#catalogue/model/loaded.ts';
import { type SourceFile, sourceOf } from '#catalogue/read/files.ts';
import { TODAY } from '../build.ts';
import { patternTexts } from './patterns.ts';
import { LOGO, sharedTexts } from './shared.ts';
import { BASE_TEXTS } from './starter.ts';

const kept = new Map<string, unknown>();
/** Spares parsing the same files for every test. */
export const memory: Cache = {
	get: (key) => kept.get(key),
	set: (key, value) => kept.set(key, value),
	save: () => {},
};

let made: Promise<ReadonlyMap<string, string>> | undefined;

/** Every file of the house catalogue, by path. */
export function houseTexts(): Promise<ReadonlyMap<string, string>> {
	made ??= make();
	return made;
}

async function make(): Promise<ReadonlyMap<string, string>> {
	const texts = new Map([...sharedTexts(), ...BASE_TEXTS, LOGO]);
	const { catalogue } = await checkFiles([...texts].map(fileOf), {
		cache: memory,
		today: TODAY,
	});
	for (const [path, text] of patternTexts(catalogue)) texts.set(path, text);
	return texts;
}

export const houseFiles = async (): Promise<SourceFile[]> => [...(await houseTexts())].map(fileOf);

/** A file as it would be read from disk, with its text so that it can be written. */
export const fileOf = ([path, text]: readonly [path: string, text: string]): SourceFile => {
	if (path === LOGO[0]) return { ...sourceOf(path, Buffer.from(text)), path, text };
	return STARTER.test(path) ? { path, text, asset: fileDigest(Buffer.from(text)) } : { path, text };
};

const STARTER = /^(?:content|patterns\/[^/]+)\/starter\//;

let loaded: Promise<Loaded> | undefined;

/** The house catalogue as the checks read it. */
export function house(): Promise<Loaded> {
	loaded ??= houseFiles().then((all) => checkFiles(all, { cache: memory, today: TODAY }));
	return loaded;
}

export const houseCatalogue = async (): Promise<Catalogue> => (await house()).catalogue;

/** The house catalogue with further files. */
export const withFiles = async (added: readonly MadeFile[]): Promise<Loaded> =>
	checkFiles([...(await houseFiles()), ...added.map(({ path, text }) => fileOf([path, text]))], {
		cache: memory,
		today: TODAY,
	});

interface MadeFile {
	path: string;
	text: string;
}

/** What the checks say only because these files were added, but for the things to fill. */
export async function complaintsAbout(added: readonly MadeFile[]): Promise<string[]> {
	const before = new Set((await house()).findings.map(formatFinding));
	const { findings } = await withFiles(added);
	const others = findings.filter(({ rule }) => rule !== 'to-fill').map(formatFinding);
	return others.filter((text) => !before.has(text));
}

/** The things to fill in these files. */
export async function toFillIn(added: readonly MadeFile[]): Promise<Finding[]> {
	return (await withFiles(added)).findings.filter(({ rule }) => rule === 'to-fill');
}
