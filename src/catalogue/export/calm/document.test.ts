import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { exportFiles } from '#catalogue/copy/index.ts';
import { calm } from '#catalogue/export/calm.ts';
import type { Pattern } from '#schemas/pattern.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { houseCatalogue } from '#tests/support/house/index.ts';
import { minimal } from '#tests/support/minimal.ts';
import { checkCalm } from './check.ts';
import { calmOf } from './document.ts';
import { relationshipIds } from './relationships.ts';
import { requirementOf } from './requirement.ts';

const url = (path: string) => `https://catalogue.example${path}`;
const calmFrom = (overrides: Partial<Pattern> = {}) => {
	const pattern = entry('patterns', 'summary', overrides);
	const known = [entry('controls', 'logging'), entry('connectors', 'gateway')];
	return calmOf(pattern, catalogueOf(pattern, ...known), url);
};

const { architecture, controls, connectors } = minimal.patterns();
const [logging] = controls;
const nodeOf = (document: ReturnType<typeof calmFrom>, id: string) =>
	document.nodes.find((node) => node['unique-id'] === id);

test('a node says what it is, where it stands in the drawing, and what it does', () => {
	const nodes = architecture.nodes.map((node) => ({
		...node,
		kind: 'store' as const,
		note: 'Ours',
	}));
	expect(calmFrom({ architecture: { ...architecture, nodes } }).nodes[0]).toEqual({
		'unique-id': 'data-node',
		'node-type': 'database',
		name: 'The data',
		description: architecture.nodes[0]?.does,
		metadata: {
			reference: 'D1',
			layer: 'data',
			step: 1,
			stepName: 'read',
			kind: 'store',
			note: 'Ours',
			prompt: undefined,
		},
	});
});

test('a connector is an interface of its node, and lines go through it', () => {
	const nodes = architecture.nodes.map((node) =>
		node.id === 'model-node' ? { ...node, connector: 'gateway' } : node,
	);
	const document = calmFrom({ architecture: { ...architecture, nodes } });
	const { connector: _, ...use } = connectors[0] ?? {};
	expect(nodeOf(document, 'model-node')?.interfaces).toEqual([
		{
			'unique-id': 'model-node.gateway',
			connector: 'gateway',
			name: 'An entry',
			page: 'https://catalogue.example/connectors/gateway/',
			uses: [{ auth: minimal.connectors().auth.model, ...use }],
		},
	]);
	expect(document.relationships[0]?.['relationship-type']).toEqual({
		connects: {
			source: { node: 'data-node' },
			destination: { node: 'model-node', interfaces: ['model-node.gateway'] },
		},
	});
	expect(checkCalm(document)).toEqual([]);
});

test('a line to a person is an interaction of that person, taken against its direction', () => {
	const nodes = architecture.nodes.map((node) =>
		node.id === 'model-node' ? { ...node, kind: 'person' as const } : node,
	);
	const { relationships, flows } = calmFrom({ architecture: { ...architecture, nodes } });
	expect(relationships[0]).toMatchObject({
		'relationship-type': { interacts: { actor: 'model-node', nodes: ['data-node'] } },
		metadata: { kind: 'data', from: 'data-node', to: 'model-node' },
	});
	expect(flows?.[0]?.transitions[0]?.direction).toBe('destination-to-source');
});

test('a control stands at its node, at its line, or at the document', () => {
	if (!logging) throw new Error('The minimal pattern has no control.');
	const at = (enforcedAt: Pattern['controls'][number]['enforcedAt']) =>
		calmFrom({ controls: [{ ...logging, enforcedAt }] });
	const ids = (placed: { controls?: object } | undefined) => Object.keys(placed?.controls ?? {});
	expect(ids(nodeOf(at('policy-node'), 'policy-node'))).toEqual(['logging']);
	const line = at({ from: 'data-node', to: 'model-node' });
	expect(line.relationships.map(ids)).toEqual([['logging'], [], []]);
	expect(line.controls).toBeUndefined();
	expect(ids(at(undefined))).toEqual(['logging']);
});

test('a second use of a control at one place is a second requirement', () => {
	if (!logging) throw new Error('The minimal pattern has no control.');
	const twice = [logging, { ...logging, how: 'It is logged a second time.' }];
	const uses = twice.map((use) => ({ ...use, enforcedAt: 'policy-node' }));
	const { controls: found } = nodeOf(calmFrom({ controls: uses }), 'policy-node') ?? {};
	expect(found?.logging?.requirements.map(({ config }) => config.description)).toEqual([
		logging.how,
		'It is logged a second time.',
	]);
});

test('the flow takes data and decisions by step and leaves reports out', () => {
	const nodes = architecture.nodes.map((node) =>
		node.id === 'data-node' ? { ...node, step: 2 } : node,
	);
	const [flow] = calmFrom({ architecture: { ...architecture, nodes } }).flows ?? [];
	expect(
		flow?.transitions.map((transition) => [
			transition['sequence-number'],
			transition['relationship-unique-id'],
			transition.description,
		]),
	).toEqual([
		[1, 'policy-node--model-node', 'read: Policy decides'],
		[2, 'data-node--model-node', 'answer: Data flow'],
	]);
});

test('two lines between the same ends are told apart, and so are ids that hold the word', () => {
	const flows = [
		{ from: 'a', to: 'b-c' },
		{ from: 'a-b', to: 'c' },
		{ from: 'a', to: 'b-c' },
	];
	expect(relationshipIds(flows)).toEqual(['a--b-c', 'a-b--c', 'a--b-c--2']);
});

test('the document says which content it was made of', () => {
	expect(calmFrom().metadata).toMatchObject({
		pattern: 'summary',
		version: '1.0.0',
		digest: expect.stringMatching(/^[0-9a-f]{64}$/),
		tier: 'low',
		page: 'https://catalogue.example/patterns/summary/',
	});
});

test('a drawing with a loose end is not exported', () => {
	const flows = [{ from: 'data-node', to: 'nowhere', kind: 'data' as const }];
	const pattern = entry('patterns', 'summary', { architecture: { ...architecture, flows } });
	const [file] = calm.files(contextOf(catalogueOf(pattern), url));
	expect(() => file?.body()).toThrow('names the node "nowhere", which is not in the document.');
});

test('every real document holds together, and every configuration fits the schema of its control', async () => {
	const catalogue = await houseCatalogue();
	const ajv = new Ajv2020({ strict: false });
	for (const control of catalogue.controls.values()) ajv.addSchema(requirementOf(control, url));
	const faults: string[] = [];
	let configurations = 0;
	for (const pattern of catalogue.patterns.values()) {
		// As a reader gets it, without what is undefined.
		const document: ReturnType<typeof calmOf> = JSON.parse(
			JSON.stringify(calmOf(pattern, catalogue, url)),
		);
		faults.push(...checkCalm(document));
		for (const { controls: placed = {} } of [
			document,
			...document.nodes,
			...document.relationships,
		]) {
			for (const one of Object.values(placed).flatMap(({ requirements }) => requirements)) {
				configurations += 1;
				const accepts = ajv.getSchema(one['requirement-url']);
				if (!accepts?.(one.config)) faults.push(ajv.errorsText(accepts?.errors));
			}
		}
		expect(document.relationships.length).toBe(pattern.data.architecture.flows.length);
	}
	expect(faults).toEqual([]);
	expect(configurations).toBe(
		[...catalogue.patterns.values()].reduce((sum, { data }) => sum + data.controls.length, 0),
	);
});

test('the schema of a control refuses the configuration of another', () => {
	const ajv = new Ajv2020({ strict: false });
	const accepts = ajv.compile(requirementOf(entry('controls', 'logging'), url));
	const config = calmFrom({}).controls?.logging?.requirements[0]?.config ?? {};
	const plain = JSON.parse(JSON.stringify(config));
	expect(accepts(plain)).toBe(true);
	expect(accepts({ ...plain, 'control-id': 'other' })).toBe(false);
	expect(accepts({ ...plain, evidence: undefined })).toBe(false);
});

test('every requirement of every document is a file of the site', async () => {
	const catalogue = await houseCatalogue();
	const paths = new Set(exportFiles({ catalogue, url }).map(({ path }) => url(`/${path}`)));
	const wanted = [...catalogue.patterns.values()].flatMap((pattern) =>
		JSON.stringify(calmOf(pattern, catalogue, url)).match(/"requirement-url":"[^"]+"/g),
	);
	expect(wanted.length).toBeGreaterThan(20);
	expect(
		wanted.filter((found) => !paths.has(found?.slice('"requirement-url":"'.length, -1) ?? '')),
	).toEqual([]);
});
