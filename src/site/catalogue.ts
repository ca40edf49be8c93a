/** The catalogue for pages: loaded once per process, shared by loader, pages, search and files. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { helperAt } from '#catalogue/load/thread.ts';
import type { CheckOptions } from '#catalogue/load.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { readCommit } from '#catalogue/model/commit.ts';
import type { Loaded } from '#catalogue/model/loaded.ts';
import { openCache } from '#catalogue/read/cache.ts';

interface Shared {
	loaded: Promise<Loaded> | undefined;
	/** Whether what an earlier run worked out may be read. */
	kept: boolean;
	/** Whether it was said already that something kept is not used. */
	noticed: boolean;
}

/**
 * Astro runs the configuration, the loader and the bundled pages as separate module graphs of one
 * process; a registered symbol is the one thing they share. Without it each would read every file.
 */
const SHARED = Symbol.for('ai-pattern-catalogue');

function shared(): Shared {
	const registry = globalThis as { [SHARED]?: Shared };
	registry[SHARED] ??= { loaded: undefined, kept: false, noticed: false };
	return registry[SHARED];
}

/** Where `patterns/` and `content/` are: the project itself, or CATALOGUE_ROOT for another set. */
export function contentRoot(): string {
	return process.env.CATALOGUE_ROOT ?? process.cwd();
}

type Hear = CheckOptions['hear'];

/**
 * Catalogue and findings; read from disk the first time, and again after `forget`.
 *
 * @param hear what to do with the catalogue while the rules still run, where this is the first time
 */
export function loadShared(hear?: Hear): Promise<Loaded> {
	const state = shared();
	state.loaded ??= load(state.kept, hear);
	return state.loaded;
}

/** By its place in the project: this code may have been bundled. */
const READER = pathToFileURL(join(process.cwd(), 'src/catalogue/load/worker.ts'));

async function load(kept: boolean, hear: Hear): Promise<Loaded> {
	const root = contentRoot();
	const cache = openCache(root, (line) => {
		if (!noticed()) console.warn(line);
	});
	// Who bundles the code of the pages, and reads no content, need not start all that reads it.
	const { loadCatalogue } = await import('#catalogue/load.ts');
	// A release reads everything anew, and leaves what it has read for the fast builds after it.
	return loadCatalogue(root, {
		cache: kept ? cache : { ...cache, get: () => undefined },
		commit: readCommit(process.env.CATALOGUE_COMMIT),
		helper: helperAt(READER),
		hear,
	});
}

/** Whether a notice about what is kept was given before this one; it is given once. */
export function noticed(): boolean {
	const before = shared().noticed;
	shared().noticed = true;
	return before;
}

/** Lets what an earlier run worked out be read; before the catalogue is loaded. */
export function allowCache(): void {
	shared().kept = true;
}

/** Drops what was read, because a file has changed. */
export function forget(): void {
	shared().loaded = undefined;
}

/** The catalogue, for pages. */
export async function getCatalogue(): Promise<Catalogue> {
	return (await loadShared()).catalogue;
}
