/** Two projects: `unit` needs no build, `site` reads a built site. */
import { defineConfig } from 'vitest/config';

const ignored = [
	'**/node_modules/**',
	'dist/**',
	'.cache/**',
	'content/starter/**',
	'patterns/*/starter/**',
];

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					// Commands call git and read the whole content; a busy machine takes its time.
					testTimeout: 60_000,
					hookTimeout: 60_000,
					include: ['{schemas,src,scripts}/**/*.test.ts', 'tests/*.test.ts'],
					exclude: ignored,
				},
			},
			{
				test: {
					name: 'site',
					include: ['tests/site/**/*.test.ts'],
					exclude: ignored,
					globalSetup: ['tests/site/support/build-site.ts'],
					// Whole-site checks read thousands of files.
					testTimeout: 60_000,
				},
			},
		],
	},
});
