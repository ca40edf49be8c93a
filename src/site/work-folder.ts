/**
 * Where Astro and Vite keep what they work with: never in the checkout, where it could be committed
 * and then be believed by every clone.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cacheFolder } from '#catalogue/read/cache-folder.ts';
import { allowCache, contentRoot } from './catalogue.ts';

/** The folder of the site before this build, when it may be built upon; a release has none. */
export const siteBefore = (): string | undefined => process.env.CATALOGUE_BEFORE || undefined;

/**
 * A build gets a folder that is thrown away with it, a server one in the cache of the user, because
 * to bundle its packages anew at each start takes seconds.
 */
export function workFolder(): AstroIntegration {
	return {
		name: 'work-folder',
		hooks: {
			'astro:config:setup': ({ command, updateConfig, logger }) => {
				const fresh = () => process.env.CATALOGUE_WORK ?? mkdtempSync(join(tmpdir(), 'catalogue-'));
				let folder: string | undefined;
				if (command === 'dev') {
					const kept = cacheFolder(contentRoot());
					if (kept.problem) logger.warn(kept.problem);
					folder = kept.folder;
				}
				if (command === 'dev' || siteBefore()) allowCache();
				const astro = join(folder ?? fresh(), 'astro');
				updateConfig({
					cacheDir: pathToFileURL(`${astro}/`),
					vite: { cacheDir: join(astro, 'vite') },
				});
			},
		},
	};
}
