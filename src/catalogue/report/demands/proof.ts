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
		what: 'errors that a good pattern is assumed to make, as a percentage of the limit',
		of: ({ evaluation }) => evaluation.power.assumedShare,
	},
	{
		weight: 'high',
		what: 'percentage of good patterns that must get "Met"',
		of: ({ evaluation }) => evaluation.power.chance,
	},
	{
		weight: 'low',
		what: 'percentage by which a bad pattern is assumed to be worse than the limit',
		of: ({ evaluation }) => evaluation.power.worseBy,
	},
	{
		weight: 'low',
		what: 'percentage of bad patterns that can look good by chance',
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
