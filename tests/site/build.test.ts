import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadCatalogue } from '#catalogue/load.ts';
import { formatFinding } from '#catalogue/model/finding.ts';
import { buildSite } from '#scripts/build-site.ts';
import { commands } from '#scripts/commands/index.ts';
import { run } from '#scripts/run.ts';
import { publishedUrl } from './support/address.ts';
import { addressesOf, openSite } from './support/links.ts';
import { faults, readPages } from './support/pages.ts';

let root: string;
let outDir: string;

beforeEach(async () => {
	const cache = resolve('.cache/site');
	await mkdir(cache, { recursive: true });
	const folder = await mkdtemp(join(cache, 'build-'));
	root = join(folder, 'catalogue');
	// Under the project: a build runs code from there that must find node_modules above it.
	outDir = join(folder, 'dist');
	await cp('content', join(root, 'content'), { recursive: true });
	vi.stubEnv('CATALOGUE_ROOT', root);
	return () => rm(folder, { recursive: true });
});
afterEach(() => {
	vi.unstubAllEnvs();
});

const build = () => buildSite({ cwd: process.cwd(), outDir });

/** For people, validate breaks its lines at 80 columns. */
const spaceless = (text: string) => text.replace(/\s+/g, '');

async function validate(): Promise<{ code: number; lines: string[] }> {
	const lines: string[] = [];
	const io = {
		cwd: process.cwd(),
		out: (line: string) => lines.push(line),
		error: (line: string) => lines.push(line),
	};
	return { code: await run(commands, ['validate', '--root', root], io), lines };
}

test('a broken entry stops the build, which says what validate says and leaves no site', async () => {
	await cp('patterns', join(root, 'patterns'), { recursive: true });
	const [risk = ''] = await readdir(join(root, 'content/risks'));
	const file = join(root, 'content/risks', risk);
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

test('a catalogue without a pattern is a site without a dead link', async () => {
	await unlinkPatterns(join(root, 'content'));
	expect(await validate()).toMatchObject({ code: 0 });
	const { ok, output } = await build();
	expect(ok, output).toBe(true);
	const site = openSite(outDir, publishedUrl());
	const dead = faults(readPages(outDir), (element, { path }) =>
		addressesOf(element)
			.map((address) => site.follow(address, path))
			.find((target) => typeof target === 'string'),
	);
	expect(dead).toEqual([]);
}, 300_000);

/** Leaves the words of the links to patterns and prompts, and takes the links away. */
async function unlinkPatterns(folder: string): Promise<void> {
	const files = await readdir(folder, { recursive: true });
	for (const file of files.filter((name) => name.endsWith('.mdx'))) {
		const path = join(folder, file);
		const text = await readFile(path, 'utf8');
		await writeFile(path, text.replace(/\[([^\]]*)\]\(\/(?:patterns|prompts)\/[^)]+\)/g, '$1'));
	}
}
