import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import type { Asset, Catalogue } from '../model/catalogue.ts';
import { digestOfBytes, fileDigest } from '../model/digest.ts';
import { downloads } from './downloads.ts';

const url = (path: string) => `https://host.example/ai${path}`;
const asset = (file: string, text: string): Asset => ({ file, text, digest: fileDigest(text) });
const entries = [entry('patterns'), entry('prompts'), entry('cases'), entry('models')];
const bare = catalogueOf(...entries, entry('withdrawn', 'patterns.old'));
const catalogue: Catalogue = {
	...bare,
	assets: [
		asset('content/starter/README.template.md', '# {{title}}\n'),
		asset('patterns/summary/starter/.ci/check.yml', 'run: it\n'),
	],
};
const filesOf = (from: Catalogue) =>
	new Map([...downloads.files(contextOf(from, url))].map((file) => [file.path, file]));
const files = filesOf(catalogue);
const bodyOf = async (path: string) => (await files.get(path)?.body()) ?? '';
const bytesOf = async (path: string) => {
	const body = await bodyOf(path);
	return typeof body === 'string' ? new TextEncoder().encode(body) : body;
};

test('a pattern without a starter offers its prompts, and answers to copies all the same', () => {
	expect([...filesOf(bare).keys()]).toEqual([
		'patterns/summary/summary-prompts.zip',
		'patterns/summary/SHA256SUMS',
		'api/v1/copies/summary.json',
		'prompts/ask.SHA256SUMS',
		'api/v1/copies/old.json',
	]);
});

test('the checksums are those of the archives', async () => {
	const lines = String(await bodyOf('patterns/summary/SHA256SUMS'))
		.trim()
		.split('\n');
	expect(lines).toHaveLength(3);
	for (const line of lines) {
		const [digest, name] = line.split('  ');
		expect(digestOfBytes(await bytesOf(`patterns/summary/${name}`))).toBe(digest);
	}
});

describe('single files', () => {
	test('each is served as it stands in the archive', async () => {
		const zip = unzipSync(await bytesOf('patterns/summary/summary-starter.zip'));
		const answer = JSON.parse(String(await bodyOf('api/v1/copies/summary.json')));
		expect(answer.files.length).toBe(Object.keys(zip).length - 1);
		for (const { path, from, digest, size } of answer.files) {
			const served = String(await bodyOf(from));
			expect([fileDigest(served), Buffer.byteLength(served)]).toEqual([digest, size]);
			expect(new TextDecoder().decode(zip[`summary/${path}`])).toBe(served);
		}
	});

	test('a hidden file is served under a name that hosts do not refuse', async () => {
		expect(await bodyOf('patterns/summary/starter/dot-ci/check.yml')).toBe('run: it\n');
		expect([...files.keys()].filter((path) => /(^|\/)\./.test(path))).toEqual([]);
	});
});

test('a second run makes the same bytes', async () => {
	const again = filesOf({ ...catalogue });
	for (const path of ['patterns/summary/summary-starter.zip', 'patterns/summary/SHA256SUMS']) {
		expect(await again.get(path)?.body()).toEqual(await bodyOf(path));
	}
});
