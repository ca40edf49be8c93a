/** Two projects: `unit` needs no build, `site` reads a built site. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const ignored = [
	'**/node_modules/**',
	'dist/**',
	'.cache/**',
	'content/starter/**',
	'patterns/*/starter/**',
];

// The caches of the checkouts that tests make are not those of whoever runs the tests.
const caches = mkdtempSync(join(tmpdir(), 'catalogue-caches-'));
process.on('exit', () => rmSync(caches, { recursive: true, force: true }));
const env = { XDG_CACHE_HOME: caches };

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					env,
					// Commands call git and read the whole content; a busy machine takes its time.
					testTimeout: 60_000,
					hookTimeout: 60_000,
					include: ['{schemas,src,scripts}/**/*.test.ts', 'tests/{*,content/*}.test.ts'],
					exclude: ignored,
				},
			},
			{
				test: {
					name: 'site',
					env,
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
