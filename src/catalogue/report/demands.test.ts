import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Policy, policySchema } from '#schemas/policy.ts';
import { minimal } from '#tests/support/minimal.ts';
import { loweredDemands } from './demands.ts';

const policy: Policy = {
	...minimal.policy(),
	conditions: [
		{ when: { regulated: true }, because: 'It is regulated.', controls: ['logging', 'review'] },
	],
};
const lowered = (changes: Partial<Policy>) => loweredDemands(policy, { ...policy, ...changes });
const raised = (changes: Partial<Policy>) => loweredDemands({ ...policy, ...changes }, policy);

test('the same policy lowers nothing, nor do words for people', () => {
	expect(lowered({})).toEqual([]);
	expect(lowered({ version: '9.0.0', owner: 'other', reviewed: '2026-01-01' })).toEqual([]);
});

/** Each change asks less; the same change the other way round asks more, which is not told. */
const CHANGES: [string, Partial<Policy>, string][] = [
	['a reason for a tier goes', { tiers: policy.tiers.slice(1) }, 'Reasons for a higher tier'],
	[
		'a reason reaches only a lower tier',
		{
			tiers: policy.tiers.map((one) => ({ ...one, tier: 'low' as const })),
		},
		'Reasons for a higher tier',
	],
	['a control leaves a baseline', { baselines: { low: [], medium: [], high: [] } }, 'Controls at'],
	['a condition goes', { conditions: [] }, 'Controls under a condition: logging when'],
	['a review comes later', { reviewMonths: { low: 36, medium: 36, high: 36 } }, 'Months between'],
	[
		'a waiver lasts longer',
		{ waivers: { ...policy.waivers, maxDays: { low: 366, medium: 366, high: 366 } } },
		'Days of a waiver at high tier',
	],
	[
		'more can be waived',
		{
			personDecision: {
				...policy.personDecision,
				waivable: [...policy.personDecision.waivable, 'another'],
			},
		},
		'that a waiver can lift: another added',
	],
	[
		'fewer seats approve',
		{ approval: { ...policy.approval, seats: { ...policy.approval.seats, high: [] } } },
		'Seats that approve at high tier',
	],
	[
		'evidence is asked for later',
		{
			evidenceFrom: {
				...policy.evidenceFrom,
				controls: 'portfolio-optimisation',
			},
		},
		'The stage from which controls need evidence',
	],
	[
		'fewer members sign a new roster',
		{ approval: { ...policy.approval, quorum: policy.approval.quorum - 1 } },
		'Members who sign a new roster or policy',
	],
	['a core metric goes', { coreMetrics: [] }, 'Core metrics'],
	[
		'a risk need not be listed',
		{
			portfolioRisks: [
				...policy.portfolioRisks,
				{ risk: 'leak', treatedBy: 'A team of the platform.' },
			],
		},
		'Risks that a pattern need not list: leak added',
	],
	[
		'prompts can name another host',
		{ publicHosts: [...policy.publicHosts, 'spdx.org'] },
		'Hosts that prompts can name: spdx.org added',
	],
	[
		'logs end sooner',
		{ telemetry: { ...policy.telemetry, annexIIIDays: policy.telemetry.annexIIIDays - 1 } },
		'Fewest days of logs',
	],
	['an item leaves the evidence pack', { evidencePack: [] }, 'Items of the evidence pack'],
];

describe('a demand is lowered when', () => {
	test.each(CHANGES)('%s', (_, changes, words) => {
		expect(lowered(changes).join('\n')).toContain(words);
		expect(raised(changes)).toEqual([]);
	});
});

test('a part, or a key of one, that no line weighs is named when it changes', () => {
	// Fields that come with a later schema.
	const later = { ...policy, audits: 'high', models: { ...policy.models, newest: 1 } } as Policy;
	expect(loweredDemands(policy, later)).toEqual([
		'"models.newest" changes. Read it: this report cannot weigh it',
		'"audits" changes. Read it: this report cannot weigh it',
	]);
});

test('every key of the schema is weighed, or known to ask nothing', () => {
	const keys = Object.entries(policySchema.shape).flatMap(([part, field]) =>
		field instanceof z.ZodObject ? Object.keys(field.shape).map((key) => `${part}.${key}`) : [part],
	);
	const unread = keys.filter((path) => {
		const [part = '', key] = path.split('.');
		const value: unknown = Object.entries(policy).find(([name]) => name === part)?.[1];
		const other = key ? { ...(value as object), [key]: undefined } : undefined;
		const changed = Object.fromEntries([...Object.entries(policy), [part, other]]);
		try {
			return loweredDemands(policy, changed as Policy).some((line) =>
				line.includes('cannot weigh'),
			);
		} catch {
			// A line of the table reads it, and stumbles over what is no policy.
			return false;
		}
	});
	expect(unread).toEqual([]);
});
