/**
 * Renders the pages of a build that have changed, and takes the others over from the site before.
 *
 * Astro asks this renderer for the list of paths and then for each page, so a page that is taken
 * over is one that Astro never hears of.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer, PathWithRoute } from 'astro';
import { Reads, readAs } from '#catalogue/model/reads.ts';
import { keyOf } from '#catalogue/read/cache.ts';
import { loadShared } from './catalogue.ts';
import { KeptSite } from './kept-site.ts';
import { keptOptions } from './work-folder.ts';

/** What Astro's own renderer has beside its published face: what getStaticPaths gave to a path. */
interface Inner {
	app?: {
		routeCache?: {
			get: (route: unknown) => { staticPaths?: { keyed?: Map<string, { props?: unknown }> } };
		};
	};
}

export function pages(): AstroIntegration {
	let kept: KeptSite | undefined;
	let base = '';
	/** By name of the page: what it is made with beside the catalogue. */
	const withs = new Map<string, string>();
	const counts = { made: 0, kept: 0 };
	return {
		name: 'pages',
		hooks: {
			'astro:config:done': ({ config }) => {
				base = config.base.replace(/\/$/, '');
			},
			'astro:build:start': ({ setPrerenderer }) => {
				setPrerenderer((standard) => ({
					...standard,
					name: 'catalogue',
					async getStaticPaths() {
						const { catalogue } = await loadShared();
						const options = keptOptions('pages', catalogue);
						kept = new KeptSite(options);
						const reads = new Reads();
						const all = await readAs({ reads }, () => standard.getStaticPaths());
						// Which pages there are follows from what the list read.
						kept.made('list of pages', '', [reads], []);
						const assets = readdirSync(join(options.site, '_astro')).sort().join();
						const fresh: PathWithRoute[] = [];
						for (const path of all) {
							const name = nameOf(path.pathname);
							const props = propsOf(path, standard);
							if (props !== undefined) withs.set(name, keyOf(assets, props));
							if (kept.carry(name, withs.get(name) ?? '')) counts.kept += 1;
							else fresh.push(path);
						}
						return fresh;
					},
					async render(request, options) {
						const reads = new Reads();
						const name = nameOf(decodeURI(new URL(request.url).pathname.slice(base.length)));
						return readAs({ reads }, async () => {
							const result = await standard.render(request, options);
							const response = result instanceof Response ? result : result.response;
							// Read here, so that what is rendered late is noted as well.
							const body = await response.arrayBuffer();
							const using = withs.get(name);
							if (using !== undefined) kept?.made(name, using, [reads], [fileOf(name)]);
							counts.made += 1;
							return new Response(body, response);
						});
					},
				}));
			},
			'astro:build:done': ({ logger }) => {
				kept?.save();
				logger.info(`${counts.made} pages made, ${counts.kept} as they were.`);
			},
		},
	};
}

const nameOf = (pathname: string) => pathname.replace(/^\/+|\/+$/g, '');

/** Where Astro writes a page, with a folder for each; the page for a wrong address has none. */
const fileOf = (name: string) => (name === '404' ? '404.html' : join(name, 'index.html'));

/**
 * What the page is given by getStaticPaths, as text to compare; undefined where that is not known,
 * or cannot be written as text, such as a function. Such a page is made each time.
 */
function propsOf({ route, pathname }: PathWithRoute, standard: AstroPrerenderer) {
	if (route.pathname) return '';
	// Astro keeps this beside the face that it publishes, and this version of it is pinned.
	const { app } = standard as Inner;
	const given = app?.routeCache?.get(route)?.staticPaths?.keyed?.get(pathname);
	return given && asText(given.props);
}

/** @internal exported for its test */
export function asText(props: unknown): string | undefined {
	let whole = true;
	const text = JSON.stringify(props ?? null, (_key, value: unknown) => {
		const plain =
			typeof value !== 'object' ||
			value === null ||
			Array.isArray(value) ||
			Object.getPrototypeOf(value) === Object.prototype;
		if (!plain || typeof value === 'function' || typeof value === 'symbol') whole = false;
		return value;
	});
	return whole ? text : undefined;
}
