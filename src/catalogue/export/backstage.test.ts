import {
	componentEntityV1alpha1Validator,
	DefaultNamespaceEntityPolicy,
	type Entity,
	EntityPolicies,
	FieldFormatEntityPolicy,
	groupEntityV1alpha1Validator,
	type KindValidator,
	locationEntityV1alpha1Validator,
	NoForeignRootFieldsEntityPolicy,
	resourceEntityV1alpha1Validator,
	SchemaValidEntityPolicy,
	systemEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { skillAiResourceEntityV1alpha1Validator } from '@backstage/catalog-model/alpha';
import { load, loadAll } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { contextOf } from '#catalogue/copy/context.ts';
import { catalogueOf, entry, soundEntries } from '#tests/support/build.ts';
import { houseCatalogue } from '#tests/support/house/index.ts';
import { exportFiles } from '../copy/index.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { fileDigest } from '../model/digest.ts';
import { nameOf, OURS } from './backstage/form.ts';
import { backstage } from './backstage.ts';

const url = (path: string) => `https://host.example/ai${path}`;
const policies = EntityPolicies.allOf([
	new DefaultNamespaceEntityPolicy(),
	new SchemaValidEntityPolicy(),
	new FieldFormatEntityPolicy(),
	new NoForeignRootFieldsEntityPolicy(),
]);
const validators: Record<string, KindValidator> = {
	Component: componentEntityV1alpha1Validator,
	Group: groupEntityV1alpha1Validator,
	Location: locationEntityV1alpha1Validator,
	Resource: resourceEntityV1alpha1Validator,
	System: systemEntityV1alpha1Validator,
	AiResource: skillAiResourceEntityV1alpha1Validator,
};

async function textsOf(catalogue: Catalogue): Promise<Map<string, string>> {
	const files = [...backstage.files(contextOf(catalogue, url))];
	const texts = files.map(async ({ path, body }) => [path, String(await body())] as const);
	return new Map(await Promise.all(texts));
}

/** Every document of every YAML file, read as Backstage reads it. */
function entitiesIn(texts: ReadonlyMap<string, string>): Entity[] {
	return [...texts]
		.filter(([path]) => path.endsWith('.yaml'))
		.flatMap(([, text]) => parseAllDocuments(text).map((document) => document.toJSON()));
}

const entitiesOf = async (catalogue: Catalogue) => entitiesIn(await textsOf(catalogue));
const pick = (entities: readonly Entity[], kind: string, name: string) =>
	entities.find((one) => one.kind === kind && one.metadata.name === name);

const asset = (file: string, text: string) => ({ file, text, digest: fileDigest(text) });
const withStarter = (...entries: readonly Entry[]): Catalogue => ({
	...catalogueOf(...entries),
	assets: [
		asset('content/starter/README.template.md', '# {{title}}\n'),
		asset('content/starter/.ci/check.yml', 'check\n'),
		asset('patterns/summary/starter/controls.json', '[]\n'),
	],
});

test('every entity of the content is accepted by the catalogue of Backstage', async () => {
	const entities = await entitiesOf(await houseCatalogue());
	expect(entities.filter(({ kind }) => kind === 'AiResource').length).toBeGreaterThan(3);
	for (const entity of entities) {
		const { kind, metadata } = entity;
		await expect(policies.enforce(entity), `${kind} ${metadata.name}`).resolves.toBeDefined();
		if (kind === 'Template') continue;
		await expect(validators[kind]?.check(entity), `${kind} ${metadata.name}`).resolves.toBe(true);
	}
});

test('no two entities of a kind share a name, and every owner is one of the groups', async () => {
	const entities = await entitiesOf(await houseCatalogue());
	const names = entities.map(({ kind, metadata }) => `${kind}:${metadata.name}`);
	expect(new Set(names).size).toBe(names.length);
	const groups = entities.filter(({ kind }) => kind === 'Group');
	const refs = new Set(groups.map(({ metadata }) => `group:default/${metadata.name}`));
	for (const { spec } of entities) if (spec?.owner) expect(refs).toContain(spec.owner);
});

describe('a pattern', () => {
	test('is a resource and a skill, bound to its content', async () => {
		const catalogue = catalogueOf(...soundEntries());
		const entities = await entitiesOf(catalogue);
		expect(pick(entities, 'Resource', 'summary')).toMatchObject({
			metadata: {
				annotations: {
					[`${OURS}/version`]: '1.0.0',
					[`${OURS}/digest`]: expect.stringMatching(/^[0-9a-f]{64}$/),
					[`${OURS}/tier`]: 'low',
				},
				links: [{ url: 'https://host.example/ai/patterns/summary/' }],
			},
			spec: { type: 'ai-pattern', owner: 'group:default/office' },
		});
		expect(pick(entities, 'AiResource', 'summary')).toMatchObject({ spec: { type: 'skill' } });
	});

	test('that is deprecated says so, names its successor, and starts nothing new', async () => {
		const old = entry('patterns', 'summary', { status: 'deprecated', successor: 'other' });
		const entities = await entitiesOf(withStarter(old));
		expect(pick(entities, 'Resource', 'summary')).toMatchObject({
			metadata: { annotations: { [`${OURS}/successor`]: 'other' } },
			spec: { lifecycle: 'deprecated' },
		});
		expect(entities.map(({ kind }) => kind)).not.toContain('Template');
		expect(entities.find(({ kind }) => kind === 'Location')?.spec).toEqual({
			type: 'url',
			targets: ['https://host.example/ai/backstage/patterns/summary.yaml'],
		});
	});

	test('that is withdrawn is absent', async () => {
		const entities = await entitiesOf(
			withStarter(entry('patterns', 'summary', { status: 'withdrawn' })),
		);
		expect(entities.map(({ kind }) => kind)).not.toContain('Resource');
		expect(entities.map(({ kind }) => kind)).not.toContain('Template');
	});

	test('with the longest id keeps a name of its own that Backstage takes', async () => {
		const ids = ['a', 'b'].map((end) => `${'long-'.repeat(12)}abc${end}`);
		const entities = await entitiesOf(catalogueOf(...ids.map((id) => entry('patterns', id))));
		const found = entities.filter(({ kind }) => kind === 'Resource');
		expect(new Set(found.map(({ metadata }) => metadata.name)).size).toBe(2);
		for (const entity of found) await expect(policies.enforce(entity)).resolves.toBeDefined();
		expect(nameOf('short')).toBe('short');
	});
});

test('a use case is a component that depends on its pattern', async () => {
	const entities = await entitiesOf(catalogueOf(...soundEntries()));
	expect(pick(entities, 'Component', 'office-summary')).toMatchObject({
		spec: { dependsOn: ['resource:default/summary'] },
	});
});

describe('a template', () => {
	const catalogue = withStarter(...soundEntries());

	test('is found through the one location, as its pattern is', async () => {
		const entities = await entitiesOf(catalogue);
		expect(entities.find(({ kind }) => kind === 'Location')?.spec).toMatchObject({
			targets: [
				'https://host.example/ai/backstage/patterns/summary.yaml',
				'https://host.example/ai/backstage/templates/summary/template.yaml',
			],
		});
	});

	test('fetches every file of the starter from where the site serves it', async () => {
		const template = pick(await entitiesOf(catalogue), 'Template', 'summary');
		const steps = template?.spec?.steps;
		const [first] = Array.isArray(steps) ? steps : [];
		// The shape is that of our own step; Backstage types it as any JSON.
		const { each } = first as unknown as { each: { url: string; path: string }[] };
		const served = new Set(exportFiles({ catalogue, url }).map(({ path }) => url(`/${path}`)));
		expect(each.map(({ path }) => path)).toContain('.ci/check.yml');
		for (const file of each) expect(served, file.path).toContain(file.url);
	});

	test('describes the copy by a file that is YAML once the portal has filled it', async () => {
		const text = (await textsOf(catalogue)).get('backstage/templates/summary/component.yaml.njk');
		const filled = text?.replaceAll(/\$\{\{ values\.(\w+) \| dump \}\}/g, (_, name) =>
			JSON.stringify(`${name}: "it" # \n`),
		);
		expect(load(filled ?? '')).toMatchObject({
			kind: 'Component',
			metadata: { description: 'description: "it" # \n' },
			spec: { owner: 'owner: "it" # \n', dependsOn: ['resource:default/summary'] },
		});
	});
});

describe('hostile text', () => {
	const nasty = 'a: b # "c" \'d\'\n---\nkind: Group\u0000\u001b[2J\u2028\u202e\ud800 *x &y !!z';
	const hostile = entry('patterns', 'summary', { title: nasty, summary: `- ${nasty}` });

	test('comes out as one line of valid YAML, whoever reads it', async () => {
		const texts = await textsOf(withStarter(hostile));
		const clean = 'a: b # "c" \'d\' --- kind: Group [2J *x &y !!z';
		for (const [path, text] of texts) {
			if (!path.endsWith('.yaml')) continue;
			const documents = parseAllDocuments(text);
			expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
			expect(loadAll(text)).toEqual(documents.map((document) => document.toJSON()));
		}
		const entities = entitiesIn(texts);
		expect(pick(entities, 'Resource', 'summary')?.metadata.title).toBe(clean);
		expect(entities.filter(({ kind }) => kind === 'Group')).toHaveLength(
			withStarter().organisation.teams.length,
		);
	});

	test('is never where Backstage works out an expression', async () => {
		const title = '${' + '{ secrets.token }}';
		const catalogue = withStarter(entry('patterns', 'summary', { title, summary: title }));
		const template = pick(await entitiesOf(catalogue), 'Template', 'summary');
		const { steps, output } = template?.spec ?? {};
		expect(JSON.stringify([steps, output])).not.toContain('secrets');
		const component = (await textsOf(catalogue)).get(
			'backstage/templates/summary/component.yaml.njk',
		);
		expect(component).not.toContain('secrets');
	});
});
