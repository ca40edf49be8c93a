/**
 * Where a build works and what it may build upon. Astro and Vite keep nothing in the checkout, where
 * it could be committed and then be believed by every clone.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { digestOf } from '#catalogue/model/digest.ts';
import type { Notice } from '#catalogue/read/cache.ts';
import { cacheFolder } from '#catalogue/read/cache-folder.ts';
import { allowCache, contentRoot, noticed } from './catalogue.ts';
import { readColours, writeColours } from './highlight-cache.ts';
import type { KeptOptions } from './kept-site.ts';
import { siteVersion } from './version.ts';

/** Set by the command that builds; `astro build` alone makes everything anew and keeps nothing. */
const { CATALOGUE_WORK: work, CATALOGUE_TARGET: target, CATALOGUE_FAST: fast } = process.env;

interface Place {
	config: Pick<AstroConfig, 'base' | 'site' | 'outDir'>;
	/** Folder for what is kept between builds. */
	folder: string | undefined;
	version: string;
	notice: Notice;
}

let place: Place | undefined;

/** What a part of the build needs to take over from the site before. */
export function keptOptions(part: string, catalogue: Catalogue): KeptOptions {
	if (!place) throw new Error('The build has not started.');
	const { config, folder, version, notice } = place;
	const site = fileURLToPath(config.outDir);
	const name = `${part}-${digestOf(target ?? site).slice(0, 16)}.json`;
	return {
		catalogue,
		site,
		before: fast ? target : undefined,
		file: folder && join(folder, name),
		version,
		notice,
	};
}

/**
 * A build gets a folder that is thrown away with it, a server one in the cache of the user, because
 * to bundle its packages anew at each start takes seconds.
 */
export function workFolder(): AstroIntegration {
	let folder: string | undefined;
	let notice: Notice = () => {};
	return {
		name: 'work-folder',
		hooks: {
			'astro:config:setup': ({ command, updateConfig, logger }) => {
				notice = noticeTo(logger);
				// What a pipeline says is what a fresh clone says.
				const mayKeep = command === 'dev' || (target && !process.env.CI);
				folder = mayKeep ? openFolder(notice) : undefined;
				if (command === 'dev' || fast) allowCache();
				const served = command === 'dev' ? folder : undefined;
				const astro = join(served ?? work ?? mkdtempSync(join(tmpdir(), 'catalogue-')), 'astro');
				updateConfig({
					cacheDir: pathToFileURL(`${astro}/`),
					// Files are written from the start, and the folder of a build is empty when it gets it.
					vite: { cacheDir: join(astro, 'vite'), build: { emptyOutDir: !work } },
				});
			},
			'astro:config:done': ({ config }) => {
				const { base, site } = config;
				const version = siteVersion(process.cwd(), [base, site ?? '', contentRoot()]);
				place = { config, folder, version, notice };
			},
			'astro:build:start': () => {
				if (folder && fast && place) readColours(folder, place.version, notice);
			},
			'astro:build:done': () => {
				if (folder && place) writeColours(folder, place.version, notice);
			},
		},
	};
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
