import { expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { fileDigest } from '../model/digest.ts';
import { shadcn } from './shadcn.ts';

const url = (path: string) => `https://host.example/ai${path}`;
const pattern = entry('patterns');
const asset = (file: string, text: string) => ({ file, text, digest: fileDigest(text) });
const catalogue: Catalogue = {
	...catalogueOf(pattern, entry('patterns', 'bare'), entry('prompts'), entry('models')),
	assets: [
		asset('content/starter/README.template.md', '# {{title}}\n'),
		asset('patterns/summary/starter/src/start.ts', 'start();\n'),
	],
};
const files = new Map(
	[...shadcn.files(contextOf(catalogue, url))].map((file) => [file.path, file]),
);
const read = async (path: string) => JSON.parse(String(await files.get(path)?.body()));

test('the registry lists the patterns that have a starter, and no other', async () => {
	expect([...files.keys()]).toEqual(['r/registry.json', 'r/summary.json']);
	const { items } = await read('r/registry.json');
	expect(items.map(({ name, type }: Record<string, string>) => [name, type])).toEqual([
		['summary', 'registry:item'],
	]);
});

test('an item holds every file of the starter, each with a target in a folder of its own', async () => {
	const { files: held } = await read('r/summary.json');
	const expected = contextOf(catalogue, url).artefacts.starter(pattern);
	expect(held).toEqual(
		expected.map(({ path, text }) => ({
			path: `summary/${path}`,
			type: 'registry:file',
			target: `~/summary/${path}`,
			content: text,
		})),
	);
});
