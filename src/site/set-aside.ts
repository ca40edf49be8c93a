/** Takes the site of the last build out of the way instead of deleting it before the new one. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Astro empties the folder of the site and then fills it. On ext4 making a file is slow for some
 * seconds after thousands were deleted: a rebuild of 1,000 patterns spent ten seconds on that. So
 * the old folder is moved into the cache and deleted when the new one is complete.
 */
export function setAside(): AstroIntegration {
	let site = '';
	let aside = '';
	return {
		name: 'set-aside',
		hooks: {
			'astro:config:done': ({ config }) => {
				site = fileURLToPath(config.outDir).replace(/[\\/]+$/, '');
				aside = fileURLToPath(new URL('old-site', config.cacheDir));
			},
			// The content has been checked by now: a catalogue with errors leaves the old site alone.
			'astro:build:start': () => {
				// A site that is published from a branch keeps its `.git`; Astro empties around it.
				if (existsSync(`${site}/.git`)) return;
				moveAside(site, aside);
			},
			'astro:build:done': () => rmSync(aside, { recursive: true, force: true }),
		},
	};
}

/** Moves a folder that exists; where that cannot be done it stays, and Astro empties it. */
export function moveAside(folder: string, to: string): void {
	if (!existsSync(folder)) return;
	rmSync(to, { recursive: true, force: true });
	mkdirSync(dirname(to), { recursive: true });
	try {
		renameSync(folder, to);
	} catch {
		// Another file system, or a folder in use on Windows: slower, not wrong.
	}
}
