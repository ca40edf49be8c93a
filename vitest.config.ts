/**
 * Three projects. `unit` needs no build; `site` reads that of the house catalogue, which is made for
 * the tests of the product; `content` reads that of the content of this repository.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

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
// The programs that tests start are the same code again and again: it is read once for all of them.
const env = { XDG_CACHE_HOME: caches, NODE_COMPILE_CACHE: join(caches, 'code') };

/**
 * Files that start other programs come first: each start copies the tables of the memory that the
 * worker holds, and that grows from file to file.
 */
class ProgramsFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		const { root } = this.ctx.config;
		const isLate = ({ moduleId }: TestSpecification) =>
			/^\/(?:schemas|src)\//.test(moduleId.slice(root.length));
		return sorted.toSorted((a, b) => Number(isLate(a)) - Number(isLate(b)));
	}
}

const built = {
	env,
	exclude: ignored,
	// The pages of a site are read once for all files of a worker.
	isolate: false,
	setupFiles: ['tests/support/leave-as-found.ts'],
	// Whole-site checks read thousands of files.
	testTimeout: 60_000,
};

export default defineConfig({
	test: {
		// Vitest would leave one processor to itself, and needs little of it.
		maxWorkers: '100%',
		sequence: { sequencer: ProgramsFirst },
		projects: [
			{
				test: {
					name: 'unit',
					env,
					// Most of the time went into reading the same modules for every file.
					isolate: false,
					setupFiles: ['tests/support/leave-as-found.ts'],
					// Commands call git and read the whole content; a busy machine takes its time.
					testTimeout: 60_000,
					hookTimeout: 60_000,
					include: ['{schemas,src,scripts}/**/*.test.ts', 'tests/*.test.ts'],
					exclude: ignored,
				},
			},
			{
				test: {
					...built,
					name: 'site',
					include: ['tests/{site,content}/**/*.test.ts'],
					// These are about what the content says.
					exclude: [...ignored, 'tests/content/{questions,example-data,starter-words}.test.ts'],
					globalSetup: ['tests/site/support/house-site.ts'],
				},
			},
			{
				test: {
					...built,
					name: 'content',
					include: ['tests/content/**/*.test.ts'],
					globalSetup: ['tests/site/support/content-site.ts'],
				},
			},
		],
	},
});
