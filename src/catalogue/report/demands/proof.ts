/** What the policy asks of an evaluation, and what counts as proof. */
import type { Demand } from './demand.ts';

export const PROOF: readonly Demand[] = [
	{
		weight: 'kept',
		what: 'requirements for an evaluation',
		of: ({ evaluation }) => [
			...evaluation.always,
			...evaluation.sensitive.map((name) => `${name} for sensitive patterns`),
			...evaluation.sensitiveMetrics.map((id) => `metric ${id}`),
		],
	},
	{
		weight: 'low',
		what: 'days an old evaluation is only a warning',
		of: ({ evaluation }) => evaluation.staleErrorAfterDays,
	},
	{
		weight: 'high',
		what: 'errors that a good pattern is assumed to make, in per cent of the limit',
		of: ({ evaluation }) => evaluation.power.assumedShare,
	},
	{
		weight: 'high',
		what: 'per cent of good patterns that must get "Met"',
		of: ({ evaluation }) => evaluation.power.chance,
	},
	{
		weight: 'low',
		what: 'per cent by which a bad pattern is assumed to be worse than the limit',
		of: ({ evaluation }) => evaluation.power.worseBy,
	},
	{
		weight: 'low',
		what: 'per cent of bad patterns that may look good by chance',
		of: ({ evaluation }) => evaluation.power.mayPass,
	},
	{
		weight: 'allowed',
		what: 'controls that a passing evaluation proves',
		of: ({ proof }) => proof.evaluation,
	},
	{
		weight: 'allowed',
		what: 'controls that finished training proves',
		of: ({ proof }) => proof.training,
	},
];
