import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { nodeLeads, storyOf } from './pattern-drawing.ts';

const { architecture, controls } = minimal.patterns();
const catalogue = catalogueOf(
	entry('controls', 'logging', { title: 'Logging' }),
	entry('connectors', 'gateway', { title: 'Model gateway' }),
);
const [data, model, policy, log] = architecture.nodes;
const [control] = controls;
const lead = (id: string | undefined, change: object, enforcedAt?: string) => {
	const nodes = architecture.nodes.map((node) => (node.id === id ? { ...node, ...change } : node));
	const used = control && enforcedAt ? [{ ...control, enforcedAt }] : [];
	const leads = nodeLeads({ architecture: { ...architecture, nodes }, controls: used }, catalogue);
	return leads.find(({ node }) => node === id);
};

test('a check leads to its control, also where it has a connector', () =>
	expect(lead(policy?.id, { connector: 'gateway' }, policy?.id)).toMatchObject({
		to: '/controls/logging/',
		name: 'P1 The policy: Logging',
	}));

test('a call leads to its prompt, a store to its connector', () => {
	expect(lead(model?.id, { prompt: 'ask', connector: 'gateway' }, model?.id)).toMatchObject({
		to: '/prompts/ask/',
		name: 'M1 The model: prompt ask',
	});
	expect(lead(data?.id, { connector: 'gateway' })).toMatchObject({
		to: '/connectors/gateway/',
		name: 'D1 The data: Model gateway',
	});
});

test('a box named after what it leads to does not say the name twice', () =>
	expect(lead(data?.id, { title: 'Model Gateway', connector: 'gateway' })).toMatchObject({
		to: '/connectors/gateway/',
		name: 'D1 Model Gateway',
	}));

test('a box with nothing of its own leads to its row in the table', () =>
	expect(lead(log?.id, {})).toMatchObject({ to: '#node-V1', name: 'V1 The observability' }));

test('every step is told once, in order, by a story that is not longer than the steps', () => {
	const counts = fc
		.integer({ min: 2, max: 12 })
		.chain((steps) => fc.tuple(fc.constant(steps), fc.integer({ min: 1, max: steps })));
	fc.assert(
		fc.property(counts, ([steps, sentences]) => {
			const told = storyOf({
				...architecture,
				steps: Array.from({ length: steps }, (_, at) => `Step ${at}`),
				story: Array.from({ length: sentences }, (_, at) => `Sentence ${at}.`),
			});
			expect(told.flatMap((one) => one.steps)).toEqual(
				Array.from({ length: steps }, (_, at) => at + 1),
			);
		}),
	);
});

test('a longer story keeps every sentence at a step that exists', () => {
	const told = storyOf({ ...architecture, steps: ['A', 'B'], story: ['1', '2', '3', '4', '5'] });
	expect(told.map(({ steps }) => steps.length)).toEqual([1, 1, 1, 1, 1]);
	expect(told.flatMap(({ steps }) => steps).every((step) => step >= 1 && step <= 2)).toBe(true);
});
