// How the site is built: a folder per page, every style and script in a file of its own.
import { readFileSync } from 'node:fs';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { parseAddress } from './src/site/address.ts';

const organisation = readFileSync(new URL('./content/organisation.yaml', import.meta.url), 'utf8');

export default defineConfig({
	...parseAddress(organisation, process.env.CATALOGUE_URL),
	trailingSlash: 'always',
	// The content security policy allows no inline style and no inline script.
	build: { format: 'directory', inlineStylesheets: 'never' },
	devToolbar: { enabled: false },
	vite: {
		plugins: [tailwindcss()],
		build: { assetsInlineLimit: 0 },
	},
});
