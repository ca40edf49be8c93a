/** Turns a path of the site into an address; the only place that knows the base path. */

/**
 * The path as a browser on this site must ask for it.
 *
 * @example
 * href('/patterns/') // => '/ai/patterns/' when the site is served under /ai/
 */
export function href(path: string): string {
	return withBase(import.meta.env.BASE_URL, path);
}

/** The path under a given base; `href` is this with the base of the build. */
export function withBase(base: string, path: string): string {
	if (!path.startsWith('/') || path.startsWith('//')) {
		throw new Error(`"${path}" is not a path of this site: it must start with one slash.`);
	}
	return base.endsWith('/') ? base.slice(0, -1) + path : base + path;
}

/** The full address of a path, origin and base included, for files that leave the site. */
export function absolute(path: string): string {
	return new URL(href(path), import.meta.env.SITE).href;
}
