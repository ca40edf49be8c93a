import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { allCommands } from '#scripts/commands/index.ts';
import { run } from '#scripts/run.ts';
import { listFiles } from './support/pages.ts';
import { places, sites } from './support/sites.ts';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'catalogue-export-'));
});
afterEach(async () => {
	vi.unstubAllEnvs();
	await rm(folder, { recursive: true });
});

/** What no exporter makes: pages, what the bundler writes, the search index, and hand-made files. */
const OTHERS = /\.html$|^_astro\/|^pagefind\//;
const handMade = new Set(listFiles('public'));

test.each(places)(
	'export writes the files of the site %s, byte for byte',
	async (_where, site, url) => {
		vi.stubEnv('CATALOGUE_URL', url);
		const said: string[] = [];
		const out = join(folder, 'files');
		const io = {
			cwd: sites.root,
			out: (line: string) => said.push(line),
			error: (line: string) => said.push(line),
		};
		expect([await run(await allCommands(), ['export', '--out', out], io), said]).toEqual([
			0,
			[expect.stringContaining(' files in ')],
		]);

		const written = listFiles(out);
		const served = listFiles(site).filter((file) => !OTHERS.test(file) && !handMade.has(file));
		expect(written).toEqual(served);
		for (const file of written) {
			const [exported, fromSite] = await Promise.all(
				[out, site].map((where) => readFile(join(where, file))),
			);
			expect(exported?.equals(fromSite ?? Buffer.of()), file).toBe(true);
		}
	},
);
