/**
 * The files of the exporters as an Astro integration: written in a build, answered in dev.
 *
 * There are several for every entry. Through the router of a build each costs as much as a small
 * page, so they are written straight to the disk, by the same code that `catalogue export` runs.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { exportFiles } from '#catalogue/copy/index.ts';
import type { ExportFile } from '#catalogue/export/exporter.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { loadShared } from './catalogue.ts';
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
	return {
		name: 'files',
		hooks: {
			'astro:config:done': (done) => {
				config = done.config;
			},
			'astro:build:done': async ({ dir, logger }) => {
				const made = await make();
				const folders = new Set<string>();
				for (const { path, body } of made) {
					const file = fileURLToPath(new URL(path, dir));
					const folder = dirname(file);
					if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
					folders.add(folder);
					writeFileSync(file, await body());
				}
				logger.info(`${made.length} files for tools.`);
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
