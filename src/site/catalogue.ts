/** The catalogue for pages: loaded once per process, shared by loader, pages, search and files. */

import { loadCatalogue } from '#catalogue/load.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import type { Loaded } from '#catalogue/model/loaded.ts';

interface Shared {
	loaded: Promise<Loaded> | undefined;
}

/**
 * Astro runs the configuration, the loader and the bundled pages as separate module graphs of one
 * process; a registered symbol is the one thing they share. Without it each would read every file.
 */
const SHARED = Symbol.for('ai-pattern-catalogue');

function shared(): Shared {
	const registry = globalThis as { [SHARED]?: Shared };
	registry[SHARED] ??= { loaded: undefined };
	return registry[SHARED];
}

/** Where `patterns/` and `content/` are: the project itself, or CATALOGUE_ROOT for another set. */
export function contentRoot(): string {
	return process.env.CATALOGUE_ROOT ?? process.cwd();
}

/** Catalogue and findings; read from disk the first time, and again after `forget`. */
export function loadShared(): Promise<Loaded> {
	const state = shared();
	state.loaded ??= loadCatalogue(contentRoot());
	return state.loaded;
}

/** Drops what was read, because a file has changed. */
export function forget(): void {
	shared().loaded = undefined;
}

/** The catalogue, for pages. */
export async function getCatalogue(): Promise<Catalogue> {
	return (await loadShared()).catalogue;
}
