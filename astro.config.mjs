// How the site is built: a folder per page, every style and script in a file of its own.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { readAddress } from './src/catalogue/model/address.ts';
import { integrations } from './src/site/integrations.ts';
import { leanStyle } from './src/site/lean-style.ts';

const root = process.env.CATALOGUE_ROOT ?? fileURLToPath(new URL('.', import.meta.url));
const page = join(root, 'content/organisation.yaml');
// Without the page the check of the content says so, as for any other file.
const organisation = existsSync(page) ? readFileSync(page, 'utf8') : '';

// Every page names its sheets, scripts and font, and nobody reads those names: a digest is enough.
const fileNames = {
	entryFileNames: '_astro/[hash].js',
	chunkFileNames: '_astro/[hash].js',
	assetFileNames: '_astro/[hash][extname]',
};

export default defineConfig({
	...readAddress(organisation, process.env.CATALOGUE_URL),
	trailingSlash: 'always',
	// The content security policy allows no inline style and no inline script.
	build: { format: 'directory', inlineStylesheets: 'never' },
	devToolbar: { enabled: false },
	integrations: await integrations(),
	vite: {
		// Vite makes the sheets small, for browsers that know light-dark(), which is a colour in both themes.
		plugins: [tailwindcss({ optimize: false })],
		css: { postcss: { plugins: [leanStyle] } },
		build: {
			assetsInlineLimit: 0,
			cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
			// A sheet that pages and scripts both name is one file only if both builds name it alike.
			rolldownOptions: { output: { assetFileNames: fileNames.assetFileNames } },
		},
		environments: { client: { build: { rolldownOptions: { output: fileNames } } } },
	},
});
