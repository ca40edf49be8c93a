import { expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { downloads } from '#catalogue/copy/downloads.ts';
import { documentNames } from '#schemas/api.ts';
import { policySchema } from '#schemas/policy.ts';
import { contractFaults, documentPaths } from '#tests/support/api-contract.ts';
import { catalogueOf, entry, soundEntries } from '#tests/support/build.ts';
import { api } from './api.ts';

const url = (path: string) => `https://host.example/ai${path}`;
const gone = entry('withdrawn', 'risks.old', { successor: 'leak' });
const context = contextOf(
	catalogueOf(...soundEntries(), gone, entry('withdrawn', 'patterns.older')),
	url,
);
const files = new Map(
	[...api.files(context), ...downloads.files(context)].map((file) => [file.path, file]),
);
const read = async (path: string) => JSON.parse(String(await files.get(path)?.body()));

test('every document is what its served schema says, and says no more', async () => {
	const paths = documentPaths(files.keys());
	expect(paths).toContain('api/v1/patterns/summary.json');
	expect(paths).toContain('api/v1/copies/older.json');
	expect(await contractFaults(paths, read)).toEqual([]);
});

test('a document that lacks a field, or holds one nobody described, is found', async () => {
	const broken = async (path: string) => {
		const value = await read(path);
		if (path === 'api/v1/index.json') return { ...value, policy: undefined };
		return path === 'api/v1/risks.json' ? { ...value, more: 1 } : value;
	};
	expect(await contractFaults(['api/v1/index.json', 'api/v1/risks.json'], broken)).toEqual([
		expect.stringContaining("api/v1/index.json: data must have required property 'policy'"),
		'api/v1/index.json holds what the document "index" does not say.',
		'api/v1/risks.json holds what the document "list" does not say.',
	]);
});

test('the index names the schema of every kind of document, and each is served', async () => {
	const { documents } = await read('api/v1/index.json');
	expect(documents.map(({ name }: { name: string }) => name)).toEqual(documentNames);
	for (const { schema, about } of documents) {
		expect(about).not.toBe('');
		expect((await read(schema.slice(url('/').length))).$id).toBe(schema);
	}
});

test('the policy is served whole, with the team behind each seat', async () => {
	const policy = await read('api/v1/policy.json');
	expect(policySchema.safeParse(policy.data).success).toBe(true);
	expect(policy).toMatchObject({ api: 1, version: policy.data.version });
	expect(policy.council[0]).toEqual({
		seat: 'technology',
		label: 'Technology',
		team: expect.any(String),
	});
	expect((await read('api/v1/index.json')).policyJson).toBe(url('/api/v1/policy.json'));
});

test('what was withdrawn is told from what was never there', async () => {
	const { entries } = await read('api/v1/withdrawn.json');
	expect(entries[0]).toEqual({
		collection: 'risks',
		id: 'old',
		title: 'An old risk',
		withdrawn: '2026-11-01',
		because: 'It was the same as another one.',
		successor: 'leak',
		page: url('/risks/old/'),
	});
});

test('a line of an index names the page and the other names people search for', async () => {
	const { entries } = await read('api/v1/patterns.json');
	expect(entries[0]).toMatchObject({ aliases: [], page: url('/patterns/summary/') });
});

test('a prompt names its pattern and every version, with the text of those that are kept', async () => {
	expect(await read('api/v1/prompts/ask.json')).toMatchObject({
		pattern: 'summary',
		versions: [
			{ version: '1.0.0', current: true, source: url('/prompts/ask.prompt') },
			{ version: '0.9.0', current: false, source: url('/prompts/ask@0.9.0.prompt') },
		],
	});
});
