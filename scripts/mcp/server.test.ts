import { Client } from '@modelcontextprotocol/client';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { readerOf } from '#catalogue/mcp/reader.ts';
import { type CatalogueSource, SourceError } from '#catalogue/mcp/source.ts';
import type { ExportContext } from '#catalogue/model/context.ts';
import { collections } from '#schemas/index.ts';
import { catalogueSource } from '#scripts/mcp/folder.ts';
import { createServer } from '#scripts/mcp/server.ts';
import { catalogueOf, entry, soundEntries, TODAY } from '#tests/support/build.ts';
import { mild } from '#tests/support/exposure.ts';

const url = (path: string) => `https://host.example/ai${path}`;
const gone = entry('withdrawn', 'patterns.old', { successor: 'summary' });
const context: ExportContext = contextOf(catalogueOf(...soundEntries(), gone), url);
const asked: string[] = [];
const inMemory = catalogueSource('a folder', context);
const source: CatalogueSource = {
	...inMemory,
	read: (path) => {
		asked.push(path);
		return inMemory.read(path);
	},
};

async function connect(from: CatalogueSource): Promise<Client> {
	const reader = readerOf(from);
	const server = createServer(reader, await readerOf(inMemory).index(), () => TODAY);
	const [here, there] = InMemoryTransport.createLinkedPair();
	const client = new Client({ name: 'test', version: '1.0.0' });
	await Promise.all([server.connect(there), client.connect(here)]);
	return client;
}

let client: Client;
beforeAll(async () => {
	client = await connect(source);
});

async function call(name: string, args: Record<string, unknown>, to = client) {
	const result = await to.callTool({ name, arguments: args });
	const [first] = result.content;
	return {
		text: first?.type === 'text' ? first.text : '',
		data: result.structuredContent,
		isError: result.isError === true,
	};
}

test('every tool only reads, and describes each of its fields', async () => {
	const { tools } = await client.listTools();
	expect(tools.map(({ name }) => name)).toEqual([
		'search',
		'get_pattern',
		'get_prompt',
		'obligations',
		'get_entry',
		'check_manifest',
		'portfolio',
		'coverage',
		'queue',
		'evidence',
	]);
	for (const { name, annotations, inputSchema, outputSchema } of tools) {
		expect(annotations?.readOnlyHint, name).toBe(true);
		expect(outputSchema, name).toBeDefined();
		for (const [field, schema] of Object.entries(inputSchema.properties ?? {})) {
			expect(schema, `${name} ${field}`).toHaveProperty('description');
		}
	}
});

test('the instructions say whose catalogue it is', () =>
	expect(client.getInstructions()).toContain('https://host.example/ai/'));

describe('search', () => {
	test('finds an entry with its page, and says how many there are', async () => {
		const { data } = await call('search', { query: 'logging', collection: ['controls'] });
		expect(data).toMatchObject({
			total: 1,
			results: [{ id: 'logging', page: 'https://host.example/ai/controls/logging/' }],
		});
	});

	const listed = soundEntries().filter(({ collection }) => collections[collection].pages).length;

	test('caps the answer and keeps the total', async () => {
		const { data } = await call('search', { limit: 2 });
		expect(data).toMatchObject({ results: [{}, {}] });
		expect(data).toHaveProperty('total', listed);
	});

	test('refuses a facet that does not exist', async () => {
		const { isError, text } = await call('search', { colour: ['red'] });
		expect(isError).toBe(true);
		expect(text).toContain('colour');
	});
});

describe('get_pattern', () => {
	test('gives the pattern with the sections that are asked for', async () => {
		const { data, text } = await call('get_pattern', { id: 'summary', sections: ['controls'] });
		expect(data).toMatchObject({ id: 'summary', tier: 'low', sections: [{ id: 'controls' }] });
		expect(text).toContain('## Controls\n\n1 of 1 required');
	});

	test('names the nearest id, and says of a withdrawn one why it is gone', async () => {
		expect((await call('get_pattern', { id: 'sumary' })).text).toBe(
			'There is no pattern "sumary". Did you mean "summary"?',
		);
		expect(await call('get_pattern', { id: 'old' })).toMatchObject({
			isError: true,
			text: 'The pattern "old" was withdrawn on 2026-11-01: It was the same as another one. Use "summary" instead.',
		});
	});
});

describe('get_prompt', () => {
	test('without values gives the template and what each variable takes', async () => {
		const { data } = await call('get_prompt', { id: 'ask' });
		expect(data).toMatchObject({
			version: '1.0.0',
			variables: [{ name: 'question', required: true }],
			template: [{ role: 'system' }, { role: 'user', content: '{{question}}' }],
		});
	});

	test('with values gives the messages', async () => {
		const { data } = await call('get_prompt', { id: 'ask', variables: { question: 'Why?' } });
		expect(data).toMatchObject({
			messages: [
				{ role: 'system', content: '\nAnswer in one sentence.\n' },
				{ role: 'user', content: '\nWhy?' },
			],
		});
	});

	test('refuses what the form of the page refuses, all at once', async () => {
		const { isError, text } = await call('get_prompt', { id: 'ask', variables: { other: 1 } });
		expect(isError).toBe(true);
		expect(text.split('\n')).toEqual([
			'The prompt "ask" is not filled:',
			'other (other): the prompt "ask" has no such variable. It has question.',
			'Question (question): Enter some text.',
		]);
	});

	test('knows released versions, and only those', async () => {
		const released = await call('get_prompt', { id: 'ask', version: '0.9.0' });
		expect(released.data).toMatchObject({ version: '0.9.0', template: [{}, {}] });
		expect((await call('get_prompt', { id: 'ask', version: '0.8.0' })).text).toBe(
			'The prompt "ask" has no version "0.8.0" that was kept. There are: 1.0.0, 0.9.0.',
		);
	});
});

test('obligations computes tier and controls by the policy', async () => {
	const { data } = await call('obligations', { ...mild, data: 'confidential' });
	expect(data).toMatchObject({
		tier: 'medium',
		because: ['Its data is confidential.'],
		controls: [{ control: 'logging' }],
	});
});

test('an answer that is missing is asked for by name', async () => {
	const { isError, text } = await call('obligations', { data: 'internal' });
	expect(isError).toBe(true);
	expect(text).toContain('personalData');
});

describe('check_manifest', () => {
	const manifest = {
		form: 1,
		site: url('/'),
		answer: '../../../etc/passwd',
		pattern: 'summary',
		title: 'Summary',
		version: '1.0.0',
		digest: 'abc',
		status: 'approved',
		tier: 'low',
		obligations: [{ control: 'logging', title: 'An entry' }],
		files: {},
		filled: {},
	};
	const check = (changes: object) =>
		call('check_manifest', { manifest: JSON.stringify({ ...manifest, ...changes }) });

	test('gives the verdict that the check of the copy gives, and never reads the path it names', async () => {
		asked.length = 0;
		const { data, text } = await check({});
		expect(data).toMatchObject({ verdict: 'current', version: '1.0.0' });
		expect(text).toContain('1.0.0: current. Nothing to do.');
		expect(asked).toContain('api/v1/copies/summary.json');
		expect(asked.join()).not.toContain('passwd');
	});

	test('names a control that is required now', async () => {
		const { data, text } = await check({ obligations: [] });
		expect(data).toMatchObject({ verdict: 'obligations' });
		expect(text).toContain('Now required: An entry (logging).');
	});

	test('says why a withdrawn pattern must not run', async () => {
		const { data, text } = await check({ pattern: 'old' });
		expect(data).toMatchObject({ verdict: 'withdrawn' });
		expect(text).toContain('It was the same as another one.');
	});

	test('says when the copy is of another catalogue', async () =>
		expect((await check({ site: 'https://other.example/' })).text).toContain(
			'The copy names the catalogue at https://other.example/',
		));

	test.each([
		['not json', 'catalogue.json is not JSON.'],
		['{"form":2}', 'catalogue.json.form is 2.'],
		[JSON.stringify({ ...manifest, pattern: '../x' }), 'There is no pattern "../x".'],
		[JSON.stringify({ ...manifest, files: 3 }), 'catalogue.json.files'],
	])('refuses %s in one line', async (text, message) => {
		const result = await call('check_manifest', { manifest: text });
		expect(result).toMatchObject({ isError: true, text: expect.stringContaining(message) });
	});
});

describe('a hostile client', () => {
	const hostile = [
		'../../etc/passwd',
		'__proto__',
		'constructor',
		'a/../../b',
		'%2e%2e',
		'x\u0000',
	];

	test.each(hostile)('cannot reach a file by the id %j', async (id) => {
		asked.length = 0;
		expect(await call('get_pattern', { id })).toMatchObject({ isError: true });
		expect(await call('get_prompt', { id, version: '../1' })).toMatchObject({ isError: true });
		expect(await call('get_entry', { collection: 'risks', id })).toMatchObject({ isError: true });
		expect(new Set(asked)).toEqual(
			new Set(['patterns', 'prompts', 'risks', 'withdrawn'].map((name) => `api/v1/${name}.json`)),
		);
	});

	test.each(['catalogue://risks/../policy', 'catalogue://approvals/summary', 'file:///etc/passwd'])(
		'cannot read %s as a resource',
		async (uri) => expect(client.readResource({ uri })).rejects.toThrow(),
	);
});

test('an entry is a resource too', async () => {
	const { contents } = await client.readResource({ uri: 'catalogue://controls/logging' });
	expect(contents[0]).toMatchObject({ mimeType: 'application/json' });
	const { resources } = await client.listResources();
	expect(resources.map(({ uri }) => uri)).toEqual(['catalogue://patterns/summary']);
});

test('a catalogue that cannot be read is one line in the answer', async () => {
	const broken = await connect({
		name: 'a site',
		read: async () => {
			throw new SourceError('https://host.example/ gave no answer.');
		},
		bytes: inMemory.bytes,
	});
	expect(await call('search', { query: 'x' }, broken)).toEqual({
		text: 'https://host.example/ gave no answer.',
		data: undefined,
		isError: true,
	});
});

describe('portfolio', () => {
	test('gives each use with its controls, and how many were left out', async () => {
		const { data, text } = await call('portfolio', {});
		expect(data).toMatchObject({ uses: [{ id: 'office-summary' }], more: 0 });
		expect(text).toContain('controls proven');
	});

	test('names the use that was meant', async () => {
		const { isError, text } = await call('portfolio', { use: 'office-sumary' });
		expect([isError, text]).toEqual([true, expect.stringContaining('office-summary')]);
	});
});

describe('evidence', () => {
	test('lists the packs with what is missing in each', async () => {
		const { data, text } = await call('evidence', {});
		expect(data).toMatchObject({
			packs: expect.arrayContaining([expect.objectContaining({ id: 'office-summary' })]),
		});
		expect(text).toContain('of 1 held');
	});

	test('reads one pack: items with who supplies them, ten questions, the archive', async () => {
		const { data, text } = await call('evidence', { subject: 'office-summary' });
		expect(data).toMatchObject({
			items: [{ state: 'missing', toDo: { who: expect.any(String) } }],
			archive: { digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
		});
		expect(text).toContain('To do: ');
	});

	test('names the pack that was meant', async () => {
		const { isError, text } = await call('evidence', { subject: 'use-cases/office-sumary' });
		expect([isError, text]).toEqual([true, expect.stringContaining('use-cases/office-summary')]);
	});
});

test('coverage lists the gaps with what closes each, and where each map is', async () => {
	const { data, text } = await call('coverage', { limit: 1 });
	expect(data).toMatchObject({ summary: expect.any(String), maps: expect.any(Array) });
	expect(text).toContain('CSV: https://host.example/ai/');
});

describe('queue', () => {
	test('says what to do, with what happens if nobody acts', async () => {
		const { data, text } = await call('queue', { limit: 1 });
		expect(data).toMatchObject({ items: [{ start: expect.any(String) }] });
		expect(text).toContain('If late: ');
	});

	test('keeps to a seat', async () => {
		const { data } = await call('queue', { seat: 'technology' });
		expect(data).toMatchObject({ items: expect.any(Array) });
		const seats = JSON.stringify(data).match(/"seats":\[[^\]]*\]/g) ?? [];
		expect(seats.filter((one) => !one.includes('technology'))).toEqual([]);
	});
});
