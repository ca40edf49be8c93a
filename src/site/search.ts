/** Search for `astro dev`, as an Astro integration: the built site holds the same index. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AstroIntegration } from 'astro';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { loadShared } from './catalogue.ts';
import { indexCatalogue, SEARCH_FOLDER, type SearchFiles } from './search-index.ts';

const TYPES = new Map([
	['js', 'text/javascript; charset=utf-8'],
	['json', 'application/json; charset=utf-8'],
]);

/** Serves the index of the catalogue; in a build, the thread for files writes it. */
export function search(): AstroIntegration {
	let base = '/';
	return {
		name: 'search',
		hooks: {
			'astro:config:done': ({ config }) => {
				base = config.base.replace(/\/*$/, '/');
			},
			'astro:server:setup': ({ server, logger }) => {
				const current = keepCurrent();
				server.middlewares.use((request, response, next) => {
					const name = fileName(request, base);
					if (name === undefined) return next();
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
