/** Astro as a bundler alone: it bundles the code of the pages and keeps it, and renders none. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { keepBundle, type PageStyles } from './kept-bundle.ts';
import { bundleFolder, keptPlace } from './work-folder.ts';

export function bundle(): AstroIntegration {
	let site = '';
	let styles: PageStyles = [];
	const keep = () => {
		const place = keptPlace();
		if (!place) throw new Error('The build has not started.');
		const { folder, version, notice } = place;
		const from = join(site, '.prerender');
		// Without this one there is nothing to render with.
		const problem = keepBundle(from, styles, { folder: bundleFolder, version });
		if (problem) throw new Error(problem);
		const notKept = keepBundle(from, styles, { folder, version });
		if (notKept) notice(notKept);
	};
	return {
		name: 'bundle',
		hooks: {
			'astro:config:done': ({ config }) => {
				site = fileURLToPath(config.outDir);
			},
			'astro:build:setup': ({ pages }) => {
				styles = Array.from(pages, ([page, { styles }]): PageStyles[number] => [page, { styles }]);
			},
			'astro:build:start': ({ setPrerenderer }) => {
				setPrerenderer((standard) => ({
					...standard,
					name: 'bundle',
					// The modules of the pages are left alone: to run them reads the content.
					setup: async () => {},
					async getStaticPaths() {
						keep();
						return [];
					},
				}));
			},
		},
	};
}
