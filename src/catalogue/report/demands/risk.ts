/** What the policy asks of a pattern by its tier, data and effect, and when it must show evidence. */
import { stage, tier } from '#schemas/vocabularies.ts';
import { byTier, type Demand, TIERS } from './demand.ts';

export const RISK: readonly Demand[] = [
	{
		weight: 'kept',
		what: 'reasons for a higher tier',
		of: ({ tiers }) =>
			tiers.flatMap(({ tier: reached, when }) =>
				// A reason for a high tier that becomes one for medium is gone from high.
				TIERS.slice(1, tier.rank(reached) + 1).map((at) => `${at}: ${JSON.stringify(when)}`),
			),
	},
	...byTier('kept', 'controls', ({ baselines }, at) =>
		TIERS.slice(0, tier.rank(at) + 1).flatMap((below) => baselines[below]),
	),
	{
		weight: 'kept',
		what: 'controls required in certain cases',
		of: ({ conditions }) =>
			conditions.flatMap(({ when, controls }) =>
				controls.map((control) => `${control} when ${JSON.stringify(when)}`),
			),
	},
	{
		weight: 'kept',
		what: 'requirements for every high-tier pattern',
		of: ({ highTier }) => [
			...highTier.controls,
			`gate ${highTier.gate}`,
			...highTier.actions.map((action) => `action ${action}`),
		],
	},
	{
		weight: 'kept',
		what: 'controls for a decision about a person',
		of: ({ personDecision }) => personDecision.controls,
	},
	{
		weight: 'allowed',
		what: 'controls for a decision about a person that can be waived',
		of: ({ personDecision }) => personDecision.waivable,
	},
	...(['controls', 'baselines', 'training'] as const).map(
		(name): Demand => ({
			weight: 'low',
			what: `the first stage at which ${name} need evidence`,
			of: ({ evidenceFrom }) => stage.rank(evidenceFrom[name]) + 1,
		}),
	),
	{ weight: 'kept', what: 'training topics', of: ({ training }) => training },
];
