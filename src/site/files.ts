/**
 * The files of the exporters as an Astro integration: written in a build, answered in dev.
 *
 * There are several for every entry. Through the router of a build each costs as much as a small
 * page, so they are written straight to the disk, by the same code that `catalogue export` runs.
 */
import type { AstroConfig, AstroIntegration } from 'astro';
import { exportFiles } from '#catalogue/copy/index.ts';
import type { ExportFile } from '#catalogue/export/exporter.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { loadShared, noticed } from './catalogue.ts';
import { usePacked } from './context.ts';
import { type FilesThread, startFiles } from './files-thread.ts';
import { giveBack } from './give-back.ts';
import { withBase } from './urls.ts';

/** Serves what the exporters make, under the paths they give. */
export function files(): AstroIntegration {
	let config: Pick<AstroConfig, 'base' | 'site'> = { base: '/', site: undefined };
	const make = async (): Promise<ExportFile[]> => {
		const { catalogue } = await loadShared();
		const url = (path: string) => new URL(withBase(config.base, path), config.site).href;
		return exportFiles({ catalogue, url });
	};
	/** By address, for the server: listed anew when the content was read anew. */
	let served: { of: Catalogue; files: Map<string, ExportFile> } | undefined;
	const find = async (asked: string): Promise<ExportFile | undefined> => {
		const { catalogue } = await loadShared();
		if (served?.of !== catalogue) {
			const made = await make();
			const files = new Map(made.map((file) => [withBase(config.base, `/${file.path}`), file]));
			served = { of: catalogue, files };
		}
		return served.files.get(asked);
	};
	let thread: FilesThread | undefined;
	return {
		name: 'files',
		hooks: {
			'astro:config:done': (done) => {
				config = done.config;
			},
			'astro:build:start': async () => {
				// A build that stops on its way, for whatever reason, must not count as done.
				process.exitCode = 1;
				const { catalogue } = await loadShared();
				thread = startFiles(catalogue, config);
				usePacked(thread.packed);
			},
			'astro:build:done': async ({ logger }) => {
				// The pages are made, and the process that indexes may still run.
				giveBack();
				const done = await thread?.finish();
				for (const line of done?.notices ?? []) if (!noticed()) logger.warn(line);
				logger.info(`${done?.files} files for tools, ${done?.made} made.`);
				logger.info(
					done?.indexed ? `${done.indexed} files of the search.` : 'The search is as it was.',
				);
				// All that can fail is done.
				process.exitCode = 0;
			},
			'astro:server:setup': ({ server }) => {
				server.middlewares.use((request, response, next) => {
					const [asked = ''] = (request.url ?? '').split('?');
					// A page ends in a slash, and what the bundler serves of its own has an @ in front. Astro's
					// server turns away a name without an ending before it comes here, such as SHA256SUMS.
					if (asked.endsWith('/') || asked.startsWith('/@')) return next();
					find(asked)
						.then(async (file) => {
							if (!file) return next();
							response.setHeader('content-type', file.type);
							response.end(await file.body());
						})
						.catch(next);
				});
			},
		},
	};
}
