import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '#catalogue/load.ts';
import { keysAt } from '#catalogue/model/schema-walk.ts';
import { collectionNames, collections, writtenSchema } from '#schemas/index.ts';
import { soundFiles, TODAY } from '#tests/support/build.ts';
import { houseCatalogue } from '#tests/support/house/index.ts';
import { editorFiles, editorSchema } from './editor.ts';

const filesFor = async (
	texts: Record<string, string | undefined>,
	root = 'file:///work%20place/',
) => {
	const loaded = await checkFiles(soundFiles(texts), { today: TODAY });
	return new Map(editorFiles(loaded, new URL(root)).map(({ path, text }) => [path, text]));
};
const manifestOf = (files: ReadonlyMap<string, string>) =>
	JSON.parse(files.get('.astro/collections/collections.json') ?? '');

test('every collection has a schema', async () => {
	const files = await filesFor({});
	for (const name of collectionNames)
		expect([...files.keys()]).toContain(`.astro/collections/${name}.schema.json`);
});

test('a reference offers every id of its set with the title of the entry', async () => {
	const schema = (await filesFor({})).get('.astro/collections/policy.schema.json') ?? '';
	const { coreMetrics, owner } = JSON.parse(schema).properties;
	expect(coreMetrics.items.enum).toContain('adoption');
	expect(coreMetrics.items.enumDescriptions[0]).toBe('An entry');
	expect(owner).toMatchObject({
		enum: expect.arrayContaining(['office']),
		errorMessage:
			'There is no team with this id. Run `npm run validate`: it suggests the nearest id and adds new ids to this list.',
	});
});

test('no entry of a sound catalogue is refused by the schema of its collection', async () => {
	const catalogue = await houseCatalogue();
	const ajv = new Ajv({ strict: false });
	addFormats.default(ajv);
	const refused: string[] = [];
	for (const name of collectionNames) {
		// A record of what once was may cite what is gone.
		if (collections[name].frozen) continue;
		const accepts = ajv.compile(editorSchema(name, catalogue));
		const written = new Set(keysAt(writtenSchema(name), []));
		const own = (data: object) =>
			Object.fromEntries(
				Object.entries(data)
					.filter(([key]) => written.has(key))
					// Signatures make an entry approved; its file says that it is proposed.
					.map(([key, value]) => [
						key,
						key === 'status' && value === 'approved' ? 'proposed' : value,
					]),
			);
		for (const { file, data } of catalogue.all[name].values())
			if (!accepts(own(data))) refused.push(`${file} ${ajv.errorsText(accepts.errors)}`);
	}
	expect(catalogue.patterns.size).toBeGreaterThan(0);
	expect(refused).toEqual([]);
});

describe('the list of files for the Astro extension', () => {
	test('holds addresses in lower case without escapes', async () => {
		const { entries } = manifestOf(await filesFor({}, 'file:///C:/Work%20Place/'));
		expect(entries).toMatchObject({
			'file:///c:/work place/patterns/summary/pattern.mdx': 'patterns',
			'file:///c:/work place/content/risks/leak.mdx': 'risks',
		});
	});

	test('holds a file that was not accepted', async () => {
		const { entries } = manifestOf(
			await filesFor({ 'content/risks/leak.mdx': '---\na: 1\n---\n' }),
		);
		expect(entries).toMatchObject({ 'file:///work place/content/risks/leak.mdx': 'risks' });
	});

	test('leaves out a file that has no place', async () => {
		const { entries } = manifestOf(await filesFor({ 'content/stray.txt': 'stray' }));
		expect(Object.keys(entries).join()).not.toContain('stray');
	});
});
