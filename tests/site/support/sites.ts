/** The built site that a test looks at: that of the house catalogue, or that of the content. */
import { inject } from 'vitest';
import { loadCatalogue } from '#catalogue/load.ts';

export interface Sites {
	/** Folder of the catalogue. */
	root: string;
	/** Its built site. */
	dist: string;
	/** Where that says it is served, with a slash at the end. */
	url: string;
	/** The same site for another address, with a base path. */
	based?: { dist: string; url: string };
	/** The same catalogue built once more, with nothing kept from the first build. */
	again?: string;
}

declare module 'vitest' {
	interface ProvidedContext {
		sites: Sites;
	}
}

export const sites = inject('sites');

/** Path before that of a page: `/`, or the base path with slashes. */
export const baseOf = (url: string): string => new URL(url).pathname;

/** Every address the site is built for, for `describe.each`. */
export const places: readonly (readonly [where: string, dist: string, url: string])[] = [
	['at its address', sites.dist, sites.url],
	...(sites.based ? ([['under a base path', sites.based.dist, sites.based.url]] as const) : []),
];

export const { catalogue } = await loadCatalogue(sites.root);
