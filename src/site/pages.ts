/**
 * Renders the pages of a build that have changed, and takes the others over from the site before.
 *
 * Astro asks this renderer for the list of paths, and then for each page. All pages are written when
 * it asks for the list, which is then empty: for each page Astro prints two lines, asks the disk four
 * times and copies the page twice, which for thousands of pages takes as long as to render them.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroPrerenderer, PathWithRoute } from 'astro';
import { Reads, readAs } from '#catalogue/model/reads.ts';
import { keyOf } from '#catalogue/read/cache.ts';
import { loadShared } from './catalogue.ts';
import { KeptSite } from './kept-site.ts';
import { asText } from './props-text.ts';
import { keptOptions } from './work-folder.ts';

/** What Astro's own renderer has beside its published face: what getStaticPaths gave to a path. */
interface Inner {
	app?: {
		routeCache?: {
			get: (route: unknown) => { staticPaths?: { keyed?: Map<string, { props?: unknown }> } };
		};
	};
}

/**
 * Pages that are rendered at once, because some wait for what they offer to be packed; few, because
 * what each of them is made of lives until it is written.
 */
const AT_ONCE = 4;

type Settings = Pick<AstroConfig, 'base' | 'site' | 'publicDir'>;

export function pages(): AstroIntegration {
	let kept: KeptSite | undefined;
	let settings: Settings | undefined;
	const counts = { made: 0, kept: 0 };
	return {
		name: 'pages',
		hooks: {
			'astro:config:done': ({ config }) => {
				settings = config;
			},
			'astro:build:start': ({ setPrerenderer }) => {
				setPrerenderer((standard) => ({
					...standard,
					name: 'catalogue',
					async getStaticPaths() {
						const given = settings;
						if (!given) throw new Error('The build has no settings.');
						const { catalogue } = await loadShared();
						const options = keptOptions('pages', catalogue);
						const site = new KeptSite(options);
						kept = site;
						const reads = new Reads();
						const all = await readAs({ reads }, () => standard.getStaticPaths());
						// Which pages there are follows from what the list read.
						site.made('list of pages', '', [reads], []);
						const assets = readdirSync(join(options.site, '_astro')).sort().join();
						const fresh: Fresh[] = [];
						for (const path of unique(all)) {
							const name = nameOf(path.pathname);
							const props = propsOf(path, standard);
							const withs = props === undefined ? undefined : keyOf(assets, props);
							if (withs !== undefined && site.carry(name, withs)) counts.kept += 1;
							else fresh.push({ ...path, name, withs });
						}
						await renderEach(byEntry(fresh), (page) => make(page, standard, site, given));
						counts.made = fresh.length;
						return [];
					},
				}));
			},
			'astro:build:done': ({ logger }) => {
				kept?.save();
				kept = undefined;
				logger.info(`${counts.made} pages made, ${counts.kept} as they were.`);
			},
		},
	};
}

/** A page to make. */
interface Fresh extends PathWithRoute {
	name: string;
	/** What it is made with beside the catalogue; undefined where that is not known. */
	withs: string | undefined;
}

/** Each address once: where two routes have one, that of the first stands, as Astro has it. */
function unique(all: readonly PathWithRoute[]): PathWithRoute[] {
	const paths = new Map<string, PathWithRoute>();
	for (const path of all) {
		const name = nameOf(path.pathname);
		if (!paths.has(name)) paths.set(name, path);
	}
	return [...paths.values()];
}

/** The pages of an entry one after the other: what they share is made once, and then let go. */
function byEntry(pages: readonly Fresh[]): Fresh[] {
	const groups = Map.groupBy(pages, ({ name }) => name.split('/', 2).join('/'));
	return [...groups.values()].flat();
}

async function renderEach(
	pages: readonly Fresh[],
	render: (page: Fresh) => Promise<void>,
): Promise<void> {
	// All take from the same list.
	const list = pages.values();
	const take = async () => {
		for (const page of list) await render(page);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, take));
}

async function make(
	{ name, withs, route, pathname }: Fresh,
	standard: AstroPrerenderer,
	site: KeptSite,
	{ base, site: origin = 'http://localhost', publicDir }: Settings,
): Promise<void> {
	const reads = new Reads();
	const path = name === '' ? '/' : `/${name}/`;
	const request = new Request(new URL(base.replace(/\/$/, '') + path, origin));
	const file = fileOf(name);
	const body = await readAs({ reads }, async () => {
		try {
			const result = await standard.render(request, { routeData: route });
			const response = result instanceof Response ? result : result.response;
			if (response.status >= 300 && response.status < 400)
				throw new Error('A page that leads to another has no words of its own.');
			// Read here, so that what is rendered late is noted as well.
			return new Uint8Array(await response.arrayBuffer());
		} catch (error) {
			throw new Error(`The page ${pathname} (${route.component}) cannot be made.`, {
				cause: error,
			});
		}
	});
	if (existsSync(join(fileURLToPath(publicDir), file)))
		throw new Error(`public/${file} has the address of the page ${pathname}.`);
	site.write(file, body);
	if (withs !== undefined) site.made(name, withs, [reads], [file]);
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
