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
	incidents: {
		...minimal.policy().incidents,
		duties: [
			{
				id: 'regulator',
				duty: 'Tell the regulator',
				from: 'A law of the country',
				hours: 72,
				severities: ['sev-1', 'sev-2'],
			},
		],
	},
};
const { power } = policy.evaluation;
const powered = (changes: Partial<typeof power>): Partial<Policy> => ({
	evaluation: { ...policy.evaluation, power: { ...power, ...changes } },
});
const severe = (changes: Partial<Policy['incidents']['severities'][number]>): Partial<Policy> => ({
	incidents: {
		...policy.incidents,
		severities: policy.incidents.severities.map((one) => ({ ...one, ...changes })),
	},
});
const told = (changes: Partial<Policy['incidents']['duties'][number]>): Partial<Policy> => ({
	incidents: {
		...policy.incidents,
		duties: policy.incidents.duties.map((one) => ({ ...one, ...changes })),
	},
});
const gated = (atLeast: number, check?: 'live-uses'): Policy['stages'] =>
	policy.stages.map((one) => ({
		...one,
		gate: [{ criterion: 'It is rehearsed', atLeast, ...(check && { check }) }],
	}));
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
	['a condition goes', { conditions: [] }, 'Controls required in certain cases: logging when'],
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
		'that can be waived: another added',
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
		'The first stage at which controls need evidence',
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
		'Risks that a pattern does not have to list: leak added',
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
	['a good pattern is assumed to be better', powered({ assumedShare: 20 }), 'Errors that a good'],
	['fewer good patterns must be seen', powered({ chance: 60 }), 'Percentage of good patterns'],
	['only far worse patterns must be told', powered({ worseBy: 90 }), 'Percentage by which a bad'],
	['more bad patterns may look good', powered({ mayPass: 20 }), 'Percentage of bad patterns'],
	[
		'a run proves a further control',
		{ proof: { ...policy.proof, evaluation: ['logging'] } },
		'Controls that a passing evaluation proves: logging added',
	],
	[
		'training proves a further control',
		{ proof: { ...policy.proof, training: ['logging'] } },
		'Controls that finished training proves: logging added',
	],
	['an incident can last longer', severe({ containMinutes: 90 }), 'Minutes to contain an incident'],
	['an incident stops no gate', severe({ stopsGates: false }), 'sev-1 stops gates'],
	['a duty has more time', told({ hours: 96 }), 'Hours for the duty "Tell the regulator": 72 → 96'],
	['a duty holds for less', told({ severities: ['sev-1'] }), 'Tell the regulator (sev-2) removed'],
	[
		'a duty goes',
		{ incidents: { ...policy.incidents, duties: [] } },
		'Duties to report an incident: Tell the regulator (sev-1)',
	],
	['a waiver ends with less warning', { flags: { ...policy.flags, waiverDays: 7 } }, 'Days of'],
	['a model ends with less warning', { flags: { ...policy.flags, modelDays: 7 } }, 'Days for'],
	[
		'older values count',
		{ flags: { ...policy.flags, valueMonths: 6 } },
		'Months for which a value',
	],
	['measures start later', { flags: { ...policy.flags, tooEarlyMonths: 6 } }, 'Months in which'],
	['an item leaves the evidence pack', { evidencePack: [] }, 'Items of the evidence pack'],
];

describe('a demand is lowered when', () => {
	test.each(CHANGES)('%s', (_, changes, words) => {
		expect(lowered(changes).join('\n')).toContain(words);
		expect(raised(changes)).toEqual([]);
	});
});

test.each([
	['a criterion goes', gated(2), [], 'pilot: It is rehearsed'],
	['fewer are enough', gated(2, 'live-uses'), gated(1, 'live-uses'), 'pilot: live-uses 2,'],
	['a person says what was worked out', gated(1, 'live-uses'), gated(1), '(worked out)'],
])('a gate asks less when %s', (_, before, after, words) => {
	const [more, less] = [before, after].map((stages): Policy => ({ ...policy, stages }));
	if (!more || !less) throw new Error('two policies are made');
	expect(loweredDemands(more, less).join('\n')).toContain(words);
	expect(loweredDemands(less, more)).toEqual([]);
});

test('a part, or a key of one, that no line weighs is named when it changes', () => {
	// Fields that come with a later schema.
	const later = { ...policy, audits: 'high', models: { ...policy.models, newest: 1 } } as Policy;
	expect(loweredDemands(policy, later)).toEqual([
		'"models.newest" changes. Read it: this report cannot judge it',
		'"audits" changes. Read it: this report cannot judge it',
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
