/**
 * Where a build works and what it may build upon. Astro and Vite keep nothing in the checkout, where
 * it could be committed and then be believed by every clone.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import type { Notice } from '#catalogue/read/cache.ts';
import { cacheFolder } from '#catalogue/read/cache-folder.ts';
import { allowCache, contentRoot, loadShared, noticed } from './catalogue.ts';
import { readColours, writeColours } from './highlight-cache.ts';
import { type KeptPart, type KeptPlace, keptAt, versionAt } from './kept-place.ts';
import type { KeptOptions } from './kept-site.ts';

/** Set by the command that builds; `astro build` alone makes everything anew and keeps nothing. */
const { CATALOGUE_WORK: work, CATALOGUE_TARGET: target, CATALOGUE_FAST: fast } = process.env;

/** Whether Astro bundles the code of the pages and no more, for the program that makes the site. */
export const bundlesOnly = Boolean(process.env.CATALOGUE_BUNDLE);

/** Where that program finds the bundle. */
export const bundleFolder: string | undefined = work;

let place: KeptPlace | undefined;

/** Where the build works and what it may keep; undefined before the build has started. */
export const keptPlace = (): KeptPlace | undefined => place;

/** What a part of the build needs to take over from the site before. */
export function keptOptions(part: KeptPart, catalogue: Catalogue): KeptOptions {
	if (!place) throw new Error('The build has not started.');
	return keptAt(place, part, catalogue);
}

/** Files that are made from code alone: scripts, styles, and what stands in `public`. */
async function keepRest(catalogue: Catalogue): Promise<void> {
	const { KeptSite } = await import('./kept-site.ts');
	const rest = new KeptSite(keptOptions('rest', catalogue));
	const { site } = keptOptions('rest', catalogue);
	const bundled = filesUnder(join(site, '_astro')).map((path) => join('_astro', path));
	rest.made('rest', '', [], [...bundled, ...filesUnder(join(process.cwd(), 'public'))]);
	rest.save();
}

const filesUnder = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => relative(folder, join(item.parentPath, item.name)))
		.sort();

/**
 * A build gets a folder that is thrown away with it, a server one in the cache of the user, because
 * to bundle its packages anew at each start takes seconds.
 */
export function workFolder(): AstroIntegration {
	let folder: string | undefined;
	let notice: Notice = () => {};
	let builds = false;
	return {
		name: 'work-folder',
		hooks: {
			'astro:config:setup': ({ command, updateConfig, logger }) => {
				notice = noticeTo(logger);
				builds = command === 'build';
				// What a pipeline says is what a fresh clone says.
				const mayKeep = command !== 'build' || (target && !process.env.CI);
				folder = mayKeep ? openFolder(notice) : undefined;
				if (command === 'dev' || (fast && mayKeep)) allowCache();
				const lasting = command === 'build' ? work : folder;
				const astro = join(lasting ?? passingFolder(), 'astro');
				updateConfig({
					cacheDir: pathToFileURL(`${astro}/`),
					// Files are written from the start, and the folder of a build is empty when it gets it.
					vite: { cacheDir: join(astro, 'vite'), build: { emptyOutDir: !work } },
				});
			},
			'astro:config:done': ({ config }) => {
				// A server, a check and a sync take nothing over, so they need not know the version.
				if (!builds) return;
				place = {
					site: fileURLToPath(config.outDir),
					target,
					before: fast ? target : undefined,
					folder,
					version: versionAt(config),
					notice,
				};
			},
			'astro:build:start': () => {
				if (bundlesOnly) return;
				if (folder && fast && place) readColours(folder, place.version, notice);
			},
			'astro:build:done': async () => {
				if (bundlesOnly || !folder || !place) return;
				writeColours(folder, place.version, notice);
				await keepRest((await loadShared()).catalogue);
			},
		},
	};
}

/** A folder that is gone with the process. */
function passingFolder(): string {
	const made = mkdtempSync(join(tmpdir(), 'catalogue-'));
	process.once('exit', () => rmSync(made, { recursive: true, force: true }));
	return made;
}

function openFolder(notice: Notice): string | undefined {
	const { folder, problem } = cacheFolder(contentRoot());
	if (problem) notice(problem);
	return folder;
}

/** One line in a build: what is wrong with one file of the cache is wrong with the others too. */
function noticeTo(logger: AstroIntegrationLogger): Notice {
	return (line) => {
		if (!noticed()) logger.warn(line);
	};
}
