/** Search as an Astro integration: the built site and `astro dev` serve the same index. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AstroIntegration } from 'astro';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { Reads, readAs } from '#catalogue/model/reads.ts';
import { loadShared } from './catalogue.ts';
import { KeptSite } from './kept-site.ts';
import { indexCatalogue, SEARCH_FOLDER, type SearchFiles } from './search-index.ts';
import { keptOptions } from './work-folder.ts';

const TYPES = new Map([
	['js', 'text/javascript; charset=utf-8'],
	['json', 'application/json; charset=utf-8'],
]);

/**
 * Indexes the catalogue before pages render, because the index needs no page: beside them, it would
 * hold its memory when they hold most of theirs. The environment variable CATALOGUE_SEARCH=off leaves
 * it out, to measure a build without it.
 */
export function search(): AstroIntegration {
	const off = process.env.CATALOGUE_SEARCH === 'off';
	let base = '/';
	let kept: KeptSite | undefined;
	let made: number | undefined;
	return {
		name: 'search',
		hooks: {
			'astro:config:done': ({ config }) => {
				base = config.base.replace(/\/*$/, '/');
			},
			'astro:build:start': async () => {
				if (off) return;
				const { catalogue } = await loadShared();
				kept = new KeptSite(keptOptions('search', catalogue));
				if (kept.carry('index', '')) return;
				const reads = new Reads();
				const files = await readAs({ reads }, () => indexCatalogue(catalogue));
				for (const [name, content] of files) kept.write(`${SEARCH_FOLDER}/${name}`, content);
				const paths = [...files.keys()].map((name) => `${SEARCH_FOLDER}/${name}`);
				kept.made('index', '', [reads], paths);
				made = files.size;
			},
			'astro:build:done': ({ logger }) => {
				kept?.save();
				logger.info(
					made === undefined ? 'The index is as it was.' : `${made} files in /${SEARCH_FOLDER}/.`,
				);
				finished();
			},
			'astro:server:setup': ({ server, logger }) => {
				const current = keepCurrent();
				server.middlewares.use((request, response, next) => {
					const name = fileName(request, base);
					if (off || name === undefined) return next();
					current(name).then(
						(content) => respond(response, name, content),
						(error: unknown) => {
							logger.error(asError(error).message);
							next(error);
						},
					);
				});
			},
		},
	};
}

/** Reads files of the newest index; it is made again when the catalogue has been read again. */
function keepCurrent(): (name: string) => Promise<Uint8Array | undefined> {
	let indexed: Catalogue | undefined;
	let files: Promise<SearchFiles> = Promise.resolve(new Map());
	let before: SearchFiles = new Map();
	return async (name) => {
		const { catalogue } = await loadShared();
		if (catalogue !== indexed) {
			indexed = catalogue;
			// One after the other: Pagefind is one process, and the first to end would close it.
			files = files.then(
				(last) => {
					before = last;
					return indexCatalogue(catalogue);
				},
				() => indexCatalogue(catalogue),
			);
			files.catch(() => {
				indexed = undefined;
			});
		}
		// A page that was open before an edit still asks for the files it knows by name.
		return (await files).get(name) ?? before.get(name);
	};
}

/** Name of the file asked for, or undefined when it is none of the index. */
function fileName({ url = '' }: IncomingMessage, base: string): string | undefined {
	const path = url.split('?')[0] ?? '';
	// Astro takes the base off before or after this runs, depending on its version.
	const roots = [`${base}${SEARCH_FOLDER}/`, `/${SEARCH_FOLDER}/`];
	const root = roots.find((candidate) => path.startsWith(candidate));
	return root && path.slice(root.length);
}

function respond(response: ServerResponse, name: string, content: Uint8Array | undefined): void {
	if (!content) {
		response.statusCode = 404;
		response.end();
		return;
	}
	const extension = name.split('.').pop() ?? '';
	response.setHeader('content-type', TYPES.get(extension) ?? 'application/octet-stream');
	response.setHeader('cache-control', 'no-cache');
	response.end(content);
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

/** The last hook of a build has run: only now does the process end well. */
function finished(): void {
	process.exitCode = 0;
}
