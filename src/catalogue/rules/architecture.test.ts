import { describe, expect, test } from 'vitest';
import type { Architecture, Pattern } from '#schemas/pattern.ts';
import { entry, problemsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { enforcedAtExists } from './architecture.ts';

const { architecture, controls } = minimal.patterns();
const check = (drawing: Partial<Architecture>, enforcedAt?: Pattern['controls'][0]['enforcedAt']) =>
	problemsOf(
		enforcedAtExists,
		entry('patterns', 'summary', {
			architecture: { ...architecture, ...drawing },
			controls: controls.map((control) => ({ ...control, enforcedAt })),
		}),
	);
const changed = (index: number, change: Partial<Architecture['nodes'][0]>) => ({
	nodes: architecture.nodes.map((node, place) => (place === index ? { ...node, ...change } : node)),
});

test('the minimal drawing holds together', async () => {
	expect(await check({})).toEqual([]);
});

describe('nodes', () => {
	test('have an id each', async () => {
		expect(await check(changed(1, { id: 'data-node' }))).toMatchObject([
			{ path: ['architecture', 'nodes', 1, 'id'], message: 'two nodes have the id "data-node".' },
			{ message: 'no node has the id "model-node".' },
			{ message: 'no node has the id "model-node".' },
			{ message: 'no node has the id "model-node".' },
		]);
	});

	test('stand in a step that exists', async () => {
		expect(await check(changed(0, { step: 3 }))).toMatchObject([
			{
				path: ['architecture', 'nodes', 0, 'step'],
				message: 'step 3 does not exist; there are 2 steps.',
			},
		]);
	});

	test('have a place of their own', async () => {
		expect(await check(changed(0, { layer: 'model' }))).toMatchObject([
			{
				path: ['architecture', 'nodes', 1, 'step'],
				message: '"model-node" is in the same place as "data-node": layer model, step 1.',
			},
		]);
	});

	test.each(['policy', 'observability'])('are never missing in the %s layer', async (layer) => {
		const nodes = architecture.nodes.filter((node) => node.layer !== layer);
		const [first] = await check({ nodes });
		expect(first?.message).toBe(`the drawing has no node in the ${layer} layer.`);
	});
});

test('the small drawing has only nodes of the drawing', async () => {
	const glance = ['data-node', 'model-nod', 'policy-node', 'observability-node'];
	expect(await check({ glance })).toMatchObject([
		{
			path: ['architecture', 'glance', 1],
			message: 'the small drawing has the node "model-nod", which is not in the full drawing.',
			fix: 'Did you mean "model-node"?',
		},
	]);
});

test('a flow joins two nodes that exist', async () => {
	const flows = [{ from: 'data-node', to: 'modal-node', kind: 'data' as const }];
	expect(await check({ flows })).toMatchObject([
		{
			path: ['architecture', 'flows', 0, 'to'],
			message: 'no node has the id "modal-node".',
			fix: 'Did you mean "model-node"?',
		},
	]);
});

describe('a control', () => {
	test('may act at a node, or at a flow', async () => {
		expect(await check({}, 'policy-node')).toEqual([]);
		expect(await check({}, { from: 'data-node', to: 'model-node' })).toEqual([]);
	});

	test('acts at a node that exists', async () => {
		expect(await check({}, 'police-node')).toMatchObject([
			{
				path: ['controls', 0, 'enforcedAt'],
				message:
					'the control "logging" is enforced at "police-node", which is not a node of the drawing.',
				fix: 'Did you mean "policy-node"?',
			},
		]);
	});

	test('acts at a flow that is drawn, in its direction', async () => {
		expect(await check({}, { from: 'model-node', to: 'data-node' })).toMatchObject([
			{
				message:
					'the control "logging" is enforced between "model-node" and "data-node", but no flow joins them.',
				fix: 'Draw the flow, or name the node where it acts.',
			},
		]);
	});
});
