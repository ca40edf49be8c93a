import { describe, expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
import { entry, problemsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { highTierTrio } from './high-tier-trio.ts';

const highTier = {
	controls: ['logging', 'override'],
	gate: 'approval-gate',
	actions: ['write' as const],
};
const policy = entry('policy', 'policy', { highTier });
const { architecture, controls, connectors, exposure } = minimal.patterns();
const [logging] = controls;
const [use] = connectors;
const [model, ...others] = architecture.nodes.filter(({ layer }) => layer !== 'data');

/** A high pattern with these controls; a place after the id is where it is enforced. */
const pattern = (ids: Record<string, string | undefined>, more: Partial<Pattern> = {}) =>
	entry('patterns', 'summary', {
		tier: 'high',
		controls: Object.entries(ids).flatMap(([control, enforcedAt]) =>
			logging ? [{ ...logging, control, enforcedAt }] : [],
		),
		...more,
	});
const messages = async (...args: Parameters<typeof pattern>) =>
	(await problemsOf(highTierTrio, policy, pattern(...args))).map(({ message }) => message);

const both = { logging: undefined, override: undefined };
/** The model writes into "crm", which stands behind the policy node or beside it. */
const writing = (from: string): Partial<Pattern> => ({
	connectors: use ? [{ ...use, connector: 'crm', access: 'write' }] : [],
	architecture: {
		...architecture,
		nodes: [
			...(model ? [model] : []),
			...others,
			...architecture.nodes
				.filter(({ layer }) => layer === 'data')
				.map((node) => ({ ...node, connector: 'crm' })),
		],
		flows: [
			{ from: 'model-node', to: 'policy-node', kind: 'data' },
			{ from, to: 'data-node', kind: 'data' },
		],
	},
});

describe('the three controls', () => {
	test('stand in every pattern of high tier', async () => {
		expect(await messages({ logging: undefined })).toEqual([
			'the control "override" is missing. Every high-tier pattern must have it.',
		]);
		expect(await messages(both)).toEqual([]);
	});

	test('are not asked of medium tier', async () => {
		expect(await messages({}, { tier: 'medium' })).toEqual([]);
	});

	test('carry no control a waiver could name', async () => {
		const [problem] = await problemsOf(highTierTrio, policy, pattern({}));
		expect(problem?.control).toBeUndefined();
	});
});

describe('an action', () => {
	test('needs the gate, by its effect or by what it writes', async () => {
		const approved = { exposure: { ...exposure, effect: 'acts-with-approval' as const } };
		const missing = [
			'the control "approval-gate" is missing. Every high-tier pattern must have it.',
		];
		expect(await messages(both, approved)).toEqual(missing);
		expect(await messages(both, writing('policy-node'))).toEqual(missing);
	});

	test('needs the gate at a place of the drawing', async () => {
		const gated = { ...both, 'approval-gate': undefined };
		expect(await messages(gated, writing('policy-node'))).toEqual([
			'the control "approval-gate" is not enforced anywhere in the drawing.',
		]);
	});

	test('passes the gate on every road from the model', async () => {
		const gated = { ...both, 'approval-gate': 'policy-node' };
		expect(await messages(gated, writing('policy-node'))).toEqual([]);
		expect(await messages(gated, writing('model-node'))).toEqual([
			'data reaches "data-node" from the model without passing the control "approval-gate".',
		]);
	});

	test('is a write: what is only read needs no gate before it', async () => {
		const { connectors: uses = [], ...drawing } = writing('model-node');
		const reads = uses.map((one) => ({ ...one, access: 'read' as const }));
		const approved = { ...exposure, effect: 'acts-with-approval' as const };
		const gated = { ...both, 'approval-gate': 'policy-node' };
		expect(await messages(gated, { ...drawing, connectors: reads, exposure: approved })).toEqual(
			[],
		);
	});

	test('shows in the drawing where it is written', async () => {
		const gated = { ...both, 'approval-gate': 'policy-node' };
		const { connectors: uses = [] } = writing('policy-node');
		expect(await messages(gated, { connectors: uses })).toEqual([
			'"crm" is written to, but no data flows into any of its nodes.',
		]);
	});
});
