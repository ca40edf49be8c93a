import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type BuildResult, buildSite } from '#scripts/build-site.ts';
import { Files } from '#tests/support/house/files.ts';
import { HOUSE_FOLDER } from '#tests/support/house/site.ts';

/** What Astro prints when it bundles the code of the pages. */
const BUNDLES = 'Building static entrypoints';

let folder: string;
let root: string;
let outDir: string;

beforeAll(async () => {
	await mkdir(HOUSE_FOLDER, { recursive: true });
	folder = await mkdtemp(join(HOUSE_FOLDER, 'fast-'));
	root = join(folder, 'catalogue');
	outDir = join(folder, 'dist');
	(await Files.house()).write(root);
	const { ok, output } = await build();
	expect(ok, output).toBe(true);
	expect(output).toContain(BUNDLES);
}, 300_000);
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
	vi.unstubAllEnvs();
});

function build({ fast = false, out = outDir } = {}): Promise<BuildResult> {
	vi.stubEnv('CATALOGUE_ROOT', root);
	// A pipeline keeps nothing, and this is about what is kept.
	vi.stubEnv('CI', undefined);
	return buildSite({ cwd: process.cwd(), outDir: out, fast });
}

async function edit(path: string, from: RegExp, to: string): Promise<void> {
	const file = join(root, path);
	const text = await readFile(file, 'utf8');
	expect(text).toMatch(from);
	await writeFile(file, text.replace(from, to));
}

/** Bytes of every file, by its path. */
async function contents(site: string): Promise<Map<string, string>> {
	const found = await readdir(site, { recursive: true, withFileTypes: true });
	const paths = found
		.filter((item) => item.isFile())
		.map((item) => join(item.parentPath, item.name));
	const files = await Promise.all(
		paths.map(async (path) => [path.slice(site.length), await readFile(path, 'base64')] as const),
	);
	return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('a fast build after an edit bundles no code, and writes what a release would', async () => {
	await edit('content/risks/leak.mdx', /^title: .*$/m, 'title: What leaks "out" & away');
	const { ok, output } = await build({ fast: true });
	expect(ok, output).toBe(true);
	expect(output).not.toContain(BUNDLES);
	expect(output).toMatch(/[1-9]\d* pages made, [1-9]\d* as they were/);
	const release = join(folder, 'release');
	expect(await build({ out: release })).toMatchObject({ ok: true });
	expect(await contents(outDir)).toEqual(await contents(release));
}, 300_000);

test.each([
	['fast', true],
	['release', false],
])(
	'a broken entry stops a %s build, and the site that stood stays',
	async (_, fast) => {
		const before = await contents(outDir);
		await edit('content/risks/leak.mdx', /^title:/m, 'tilte:');
		const { ok, output } = await build({ fast });
		await edit('content/risks/leak.mdx', /^tilte:/m, 'title:');
		expect(ok).toBe(false);
		expect(output).toContain('content/risks/leak.mdx:');
		expect(output).toContain('to fix before the site can be built');
		expect(output).not.toMatch(/^\s+at /m);
		expect(await contents(outDir)).toEqual(before);
	},
	300_000,
);

test('code that was kept and then changed is not run: it is bundled anew', async () => {
	const caches = join(process.env.XDG_CACHE_HOME ?? '', 'ai-pattern-catalogue');
	const names = await readdir(caches, { recursive: true });
	const bundles = names.filter((name) => name.endsWith('bundle.json'));
	expect(bundles.length).toBeGreaterThan(0);
	for (const name of bundles) {
		const text = await readFile(join(caches, name), 'utf8');
		await writeFile(join(caches, name), text.replace('const ', 'process.exit(9);const '));
	}
	await edit('content/risks/leak.mdx', /^title: .*$/m, 'title: What leaks');
	const { ok, output } = await build({ fast: true });
	expect(ok, output).toBe(true);
	expect(output).toContain(BUNDLES);
}, 300_000);
