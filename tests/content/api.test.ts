import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { Dotprompt } from 'dotprompt';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { API_VERSION } from '#schemas/api.ts';
import { type CollectionName, collectionNames, collections } from '#schemas/index.ts';
import { tier } from '#schemas/vocabularies.ts';
import { listFiles } from '../site/support/pages.ts';
import { catalogue, sites } from '../site/support/sites.ts';
import { contractFaults, documentPaths } from '../support/api-contract.ts';

const { dist, root: folder } = sites;
const files = listFiles(dist);
const root = `api/v${API_VERSION}`;
const paged = collectionNames.filter((name) => collections[name].pages);

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(dist, file), 'utf8'));
const idsOf = (name: CollectionName) => [...catalogue.all[name].keys()].sort();

const indexSchema = z.object({
	api: z.literal(API_VERSION),
	collections: z.array(z.object({ name: z.string(), entries: z.number() })),
});
const listSchema = z.object({
	api: z.literal(API_VERSION),
	entries: z.array(z.object({ id: z.string(), title: z.string(), summary: z.string() })),
});
const entrySchema = z.object({ api: z.literal(API_VERSION), id: z.string(), data: z.unknown() });

test('every JSON file can be read', () => {
	const found = files.filter((file) => file.endsWith('.json'));
	expect(found.length).toBeGreaterThan(paged.length);
	for (const file of found) expect(() => readJson(file), file).not.toThrow();
});

test('every document is what its served schema says, and says no more', async () => {
	const paths = documentPaths(files);
	expect(paths.length).toBeGreaterThan(paged.length);
	expect(await contractFaults(paths, readJson)).toEqual([]);
});

test('every file of the API stands under its version', () => {
	expect(files.filter((file) => file.startsWith('api/') && !file.startsWith(`${root}/`))).toEqual(
		[],
	);
});

test('the index names every collection that has pages, and counts its entries', () => {
	const { collections: listed } = indexSchema.parse(readJson(`${root}/index.json`));
	expect(listed.map(({ name, entries }) => [name, entries])).toEqual(
		paged.map((name) => [name, idsOf(name).length]),
	);
});

describe.each(paged)('%s', (name) => {
	const folder = `${root}/${name}/`;

	test('are listed, and each has a file', () => {
		const { entries } = listSchema.parse(readJson(`${root}/${name}.json`));
		expect(entries.map(({ id }) => id).sort()).toEqual(idsOf(name));
		const inFolder = files.filter((file) => file.startsWith(folder));
		expect(inFolder.sort()).toEqual(
			idsOf(name)
				.map((id) => `${folder}${id}.json`)
				.sort(),
		);
	});

	test('keep to the schema that is served beside them', () => {
		const validate = validatorOf(name);
		const wrong = idsOf(name).flatMap((id) => {
			const { data } = entrySchema.parse(readJson(`${folder}${id}.json`));
			return validate(data) ? [] : [{ id, errors: validate.errors }];
		});
		expect(wrong).toEqual([]);
	});
});

describe.each(paged.filter((name) => idsOf(name).length > 0))('the schema of %s', (name) => {
	test('refuses an entry that lacks its title', () => {
		const { data } = entrySchema.parse(readJson(`${root}/${name}/${idsOf(name)[0]}.json`));
		const title = name === 'prompts' ? 'description' : 'title';
		expect(validatorOf(name)({ ...Object(data), [title]: undefined })).toBe(false);
	});
});

test('every pattern comes with its computed tier and the reasons for it', () => {
	const computed = z.object({
		computed: z.object({
			tier: z.enum(tier.values),
			because: z.array(z.unknown()),
			requiredControls: z.array(z.unknown()).min(1),
			reviewDue: z.iso.date(),
		}),
	});
	for (const id of idsOf('patterns')) {
		const { tier: found, because } = computed.parse(
			readJson(`${root}/patterns/${id}.json`),
		).computed;
		// The lowest tier is where nothing raises it.
		expect(because.length > 0, id).toBe(found !== tier.values[0]);
	}
});

describe.each([...catalogue.prompts.values()])('the prompt $id', ({ id, file }) => {
	const source = readFileSync(join(folder, file));

	test('is served byte for byte as it is written', () => {
		expect(readFileSync(join(dist, 'prompts', `${id}.prompt`)).equals(source)).toBe(true);
	});

	test('has examples that say what dotprompt says', async () => {
		const { examples } = messagesSchema.parse(readJson(`prompts/${id}.messages.json`));
		expect(examples.length).toBeGreaterThan(0);
		const engine = new Dotprompt();
		for (const { case: name, input, messages } of examples) {
			const rendered = await engine.render(source.toString('utf8'), { input });
			const expected = rendered.messages.map(({ role, content }) => ({
				role,
				content: content.map((part) => ('text' in part ? part.text : '')).join(''),
			}));
			expect(messages, name).toEqual(expected);
		}
	});
});

const messagesSchema = z.object({
	examples: z.array(
		z.object({
			case: z.string(),
			input: z.record(z.string(), z.unknown()),
			messages: z.array(z.object({ role: z.string(), content: z.string() })),
		}),
	),
});

/** The schema as an editor or a tool reads it: from the served file. */
function validatorOf(name: CollectionName): ValidateFunction {
	const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
	return ajv.compile(Object(readJson(`${root}/schemas/${name}.json`)));
}
