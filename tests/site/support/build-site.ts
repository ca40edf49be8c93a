/** Builds the site once for all site tests, a second time to compare bytes, and under a base path. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSite } from '#scripts/build-site.ts';

/** Folders of the built sites; a test reads them with `inject('sites')`. */
export interface Sites {
	/** The site as it is published. */
	dist: string;
	/** The same commit built once more, with nothing kept from the first build. */
	again: string;
	/** The site for the address in `baseUrl`. */
	based: string;
	baseUrl: string;
}

declare module 'vitest' {
	interface ProvidedContext {
		sites: Sites;
	}
}

const project = resolve(import.meta.dirname, '../../..');
// Not the system's folder for temporary files: a build runs code that must find node_modules above it.
const cache = join(project, '.cache/site');
const BASE_URL = 'https://host.example/ai/';

/** One after the other: each build takes all of the machine. */
export async function setup({ provide }: TestProject): Promise<void> {
	const dist = await built('CATALOGUE_DIST', 'root', {});
	const again = await built('CATALOGUE_DIST_AGAIN', 'again', {});
	const based = await built('CATALOGUE_DIST_BASE', 'base', { url: BASE_URL });
	provide('sites', { dist, again, based, baseUrl: BASE_URL });
}

/** The folder the caller has built already and names in the environment, or a new build. */
async function built(variable: string, name: string, options: { url?: string }): Promise<string> {
	const given = process.env[variable];
	if (given) {
		const folder = resolve(project, given);
		if (existsSync(join(folder, 'index.html'))) return folder;
		throw new Error(`${variable} is "${given}", and there is no built site in it.`);
	}
	const outDir = join(cache, name);
	const { ok, output } = await buildSite({ cwd: project, outDir, ...options });
	if (!ok) throw new Error(`The build of ${name} failed.\n${output}`);
	return outDir;
}
