import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadCatalogue } from '#catalogue/load.ts';
import { formatFinding } from '#catalogue/model/finding.ts';
import { buildSite } from '#scripts/build-site.ts';
import { allCommands } from '#scripts/commands/index.ts';
import { run } from '#scripts/run.ts';
import { Files } from '#tests/support/house/files.ts';
import { HOUSE_FOLDER } from '#tests/support/house/site.ts';
import { temporaryFolder } from '#tests/support/repository.ts';
import { addressesOf, openSite } from './support/links.ts';
import { faults, readPages } from './support/pages.ts';
import { sites } from './support/sites.ts';

const house = await Files.house();
let root: string;
let outDir: string;

beforeEach(async () => {
	await mkdir(HOUSE_FOLDER, { recursive: true });
	const folder = await mkdtemp(join(HOUSE_FOLDER, 'build-'));
	root = join(folder, 'catalogue');
	outDir = join(folder, 'dist');
	house.write(root);
	vi.stubEnv('CATALOGUE_ROOT', root);
	return () => rm(folder, { recursive: true });
});
afterEach(() => {
	vi.unstubAllEnvs();
});

/** Output without colours: a pipeline asks for them where a pipe does not. */
async function build() {
	const { ok, output } = await buildSite({ cwd: process.cwd(), outDir });
	return { ok, output: stripVTControlCharacters(output) };
}

/** For people, validate breaks its lines at 80 columns. */
const spaceless = (text: string) => text.replace(/\s+/g, '');

async function validate(): Promise<{ code: number; lines: string[] }> {
	const lines: string[] = [];
	const io = {
		cwd: process.cwd(),
		out: (line: string) => lines.push(line),
		error: (line: string) => lines.push(line),
	};
	return { code: await run(await allCommands(), ['validate', '--root', root], io), lines };
}

test('a broken entry stops the build, which says what validate says and leaves no site', async () => {
	const file = join(root, 'content/risks/leak.mdx');
	await writeFile(file, (await readFile(file, 'utf8')).replace(/^title:/m, 'tilte:'));

	const { code, lines } = await validate();
	const { ok, output } = await build();
	const { findings } = await loadCatalogue(root);
	expect(code).toBe(1);
	expect(findings.map(({ message }) => message).join('\n')).toContain('tilte');
	for (const { message } of findings)
		expect(spaceless(lines.join('\n'))).toContain(spaceless(message));
	expect(output).toContain(findings.map(formatFinding).join('\n'));
	expect(output).not.toMatch(/^\s+at /m);
	expect(ok).toBe(false);
	expect(existsSync(outDir)).toBe(false);
}, 300_000);

test('a catalogue without a pattern is a site without a dead link, in a folder outside the project too', async () => {
	outDir = join(temporaryFolder(), 'dist');
	await rm(join(root, 'patterns'), { recursive: true });
	// What stands on a pattern goes with it.
	for (const name of ['use-cases', 'outcomes', 'incidents', 'records', 'withdrawn']) {
		await rm(join(root, 'content', name), { recursive: true });
	}
	expect(await validate()).toMatchObject({ code: 0 });
	const { ok, output } = await build();
	expect(ok, output).toBe(true);
	expect(output).toMatch(/\[pages\] [1-9]\d* pages made/);
	expect(output).not.toContain('0 page(s)');
	const site = openSite(outDir, sites.url);
	const dead = faults(readPages(outDir), (element, { path }) =>
		addressesOf(element)
			.map((address) => site.follow(address, path))
			.find((target) => typeof target === 'string'),
	);
	expect(dead).toEqual([]);
}, 300_000);
