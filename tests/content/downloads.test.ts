/** What a team or its tools take from the site: every byte is the one that was promised. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gunzipSync, strFromU8, unzipSync } from 'fflate';
import { parseTar } from 'nanotar';
import { describe, expect, test } from 'vitest';
import { digestOf, digestOfBytes, fileDigest } from '#catalogue/model/digest.ts';
import { hasStarter } from '#catalogue/model/starter.ts';
import { listFiles, named, readPages } from '../site/support/pages.ts';
import { catalogue, places } from '../site/support/sites.ts';

const patterns = [...catalogue.patterns.keys()];
const starters = [...catalogue.patterns.values()]
	.filter((pattern) => hasStarter(pattern, catalogue))
	.map(({ id }) => id);
const SKILLS = '.well-known/agent-skills';

/** Files of an archive by their path in it. */
function unpack(file: string, bytes: Uint8Array): Map<string, string> {
	const entries = file.endsWith('.zip')
		? Object.entries(unzipSync(bytes))
		: parseTar(gunzipSync(bytes)).map(({ name, data }) => [name, data ?? Uint8Array.of()] as const);
	return new Map(entries.map(([path, data]) => [path, strFromU8(data)]));
}

/** Whether a path names a file below the folder, however a client joins the two. */
const staysInside = (path: string, folder = '') =>
	path.startsWith(folder) &&
	path === posix.normalize(path) &&
	!/^(?:\.\.)?(?:\/|$)|[\\:\0]/.test(path);

describe.each(places)('the site %s', (_where, folder, url) => {
	const bytesOf = (file: string) => readFileSync(join(folder, file));
	const textOf = (file: string) => bytesOf(file).toString('utf8');
	const jsonOf = (file: string) => JSON.parse(textOf(file));
	const files = listFiles(folder);
	const archives = files.filter((file) => /\.(?:zip|tgz)$/.test(file));
	/** Digest and file of each line, as `sha256sum -c` reads it. */
	const sumsIn = (file: string) =>
		textOf(file)
			.trimEnd()
			.split('\n')
			.map((line) => /^([0-9a-f]{64}) {2}(\S+)$/.exec(line)?.slice(1) ?? [line]);
	/** What such a file must hold for these files beside it. */
	const sumsOf = (beside: readonly string[]) =>
		beside.map((file) => [digestOfBytes(bytesOf(file)), posix.basename(file)]);
	const starterOf = (id: string) => {
		const file = `patterns/${id}/${id}-starter.zip`;
		return unpack(file, bytesOf(file));
	};

	test.each(patterns)('has the checksum of every archive of %s', (id) => {
		const beside = archives.filter((file) => posix.dirname(file) === `patterns/${id}`);
		expect(beside).toHaveLength(starters.includes(id) ? 3 : 1);
		expect(sumsIn(`patterns/${id}/SHA256SUMS`).sort()).toEqual(sumsOf(beside).sort());
	});

	test.each([...catalogue.prompts.keys()])('has the checksum of every format of %s', (id) => {
		const format = /^[^/]+\.(?:prompt|messages\.json|txt|promptfooconfig\.yaml|skill\.zip)$/;
		const beside = files
			.filter((file) => new RegExp(`^prompts/${id}[.@]`).test(file))
			.filter((file) => format.test(posix.basename(file)));
		expect(beside.length).toBeGreaterThanOrEqual(5);
		expect(sumsIn(`prompts/${id}.SHA256SUMS`).sort()).toEqual(sumsOf(beside).sort());
	});

	test.each(patterns)('shows the checksums of %s on the page to copy it', (id) => {
		const page = readPages(folder).find(({ path }) => path === `/patterns/${id}/copy/`);
		const shown = page ? named(page, 'tr').map((row) => row.text()) : [];
		for (const [digest = '', name = ''] of sumsIn(`patterns/${id}/SHA256SUMS`)) {
			const row = shown.find((text) => text.includes(name));
			expect(row, name).toContain(digest);
			if (name.endsWith('.tgz')) expect(page?.html).toContain(`${digest}  ${name}`);
		}
	});

	test('has no archive with a path that leaves its folder', () => {
		expect(archives.length).toBeGreaterThan(patterns.length);
		for (const file of archives) {
			const name = posix.basename(file).replace(/(-starter)?\.(?:zip|tgz)$/, '');
			// A skill is unpacked into a folder that the client names.
			const own = /^(?:patterns|evidence)\//.test(file) ? `${name}/` : '';
			const paths = [...unpack(file, bytesOf(file)).keys()];
			expect(paths.length, file).toBeGreaterThan(0);
			expect(paths.filter((path) => !staysInside(path, own))).toEqual([]);
			if (!own) expect(paths, file).toContain('SKILL.md');
		}
	});

	test('has evidence packs whose every file has its checksum, and whose digest is on their page', () => {
		const packs = archives.filter((file) => file.startsWith('evidence/'));
		// A catalogue with nothing approved and nothing recorded has no pack to offer.
		if (catalogue.approvals.size > 0) expect(packs.length).toBeGreaterThan(0);
		for (const file of packs) {
			const own = `${posix.basename(file, '.zip')}/`;
			const files = unpack(file, bytesOf(file));
			const sums = files.get(`${own}SHA256SUMS`) ?? '';
			const stated = sums
				.trim()
				.split('\n')
				.map((line) => line.split('  '));
			expect(stated.map(([, path]) => `${own}${path}`).sort(), file).toEqual(
				[...files.keys()].filter((path) => !path.endsWith('/SHA256SUMS')).sort(),
			);
			for (const [digest, path] of stated)
				expect(digestOf(files.get(`${own}${path}`) ?? ''), path).toBe(digest);
			const { archive } = jsonOf(`api/v1/${posix.dirname(file)}.json`);
			expect(archive.digest, file).toBe(digestOfBytes(bytesOf(file)));
		}
	});

	test('has skills with the digests that their index states', () => {
		const { skills } = jsonOf(`${SKILLS}/index.json`);
		const stated = skills.map((skill: { url: string; digest: string }) => [
			new URL(skill.url, `${url}${SKILLS}/index.json`).href,
			skill.digest,
		]);
		const actual = archives
			.filter((file) => file.startsWith(`${SKILLS}/`))
			.map((file) => [url + file, `sha256:${digestOfBytes(bytesOf(file))}`]);
		expect(actual).toHaveLength(patterns.length + 1);
		expect(stated.sort()).toEqual(actual.sort());
	});

	test.each(starters)('gives the same files of %s as zip, as tgz and to shadcn', (id) => {
		const zip = starterOf(id);
		const tar = `patterns/${id}/${id}-starter.tgz`;
		expect(unpack(tar, bytesOf(tar))).toEqual(zip);
		const items: { target: string; content: string }[] = jsonOf(`r/${id}.json`).files;
		const written = items.map(
			({ target, content }) => [target.replace(/^~\//, ''), content] as const,
		);
		expect(new Map(written)).toEqual(zip);
		expect(items.filter(({ target }) => !target.startsWith(`~/${id}/`))).toEqual([]);
	});

	test('lists exactly the items that it serves in its registry', () => {
		const items: { name: string }[] = jsonOf('r/registry.json').items;
		const served = files.filter((file) => /^r\/(?!registry\.json)/.test(file));
		expect(items.map(({ name }) => `r/${name}.json`).sort()).toEqual(served);
		expect(served).toHaveLength(starters.length);
	});

	test.each(starters)('answers a copy of %s with files that it serves', (id) => {
		const zip = starterOf(id);
		const { answer, site, files: taken } = JSON.parse(zip.get(`${id}/catalogue.json`) ?? '');
		expect(site).toBe(url);
		const served: { path: string; digest: string; from: string }[] = jsonOf(answer).files;
		expect(Object.fromEntries(served.map(({ path, digest }) => [path, digest]))).toEqual(taken);
		expect(served).toHaveLength(zip.size - 1);
		for (const { path, digest, from } of served) {
			expect(existsSync(join(folder, from)), from).toBe(true);
			expect(fileDigest(textOf(from)), from).toBe(digest);
			expect(textOf(from), from).toBe(zip.get(`${id}/${path}`));
		}
	});
});
