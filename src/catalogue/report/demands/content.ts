/** What the policy asks of the content of a pattern, its gates, its telemetry and its evidence pack. */
import { tier } from '#schemas/vocabularies.ts';
import { byTier, type Demand, TIERS } from './demand.ts';

export const CONTENT: readonly Demand[] = [
	{
		weight: 'low',
		what: 'the lowest tier at which a prompt must offer a way not to answer',
		of: ({ prompts }) => tier.rank(prompts.abstainFrom) + 1,
	},
	...byTier(
		'high',
		'injection cases of each prompt',
		({ prompts }, at) => prompts.attackCases?.[at] ?? 0,
	),
	{ weight: 'kept', what: 'core metrics', of: (policy) => policy.coreMetrics },
	{
		weight: 'allowed',
		what: 'risks that a pattern does not have to list',
		of: ({ portfolioRisks }) => portfolioRisks.map(({ risk }) => risk),
	},
	{
		weight: 'allowed',
		what: 'hosts that prompts can name',
		of: ({ publicHosts }) => publicHosts,
	},
	{
		weight: 'kept',
		what: 'conditions of the gates',
		of: ({ stages }) =>
			stages.flatMap((one) =>
				one.gate.flatMap(({ criterion, check, atLeast = 0 }) => [
					`${one.stage}: ${criterion}`,
					...(check ? [`${one.stage}: ${criterion} (worked out)`] : []),
					// One item for each that is needed, so that a higher number only adds items.
					...Array.from(
						{ length: check ? atLeast : 0 },
						(_, at) => `${one.stage}: ${check} ${at + 1}`,
					),
				]),
			),
	},
	{
		weight: 'kept',
		what: 'requirements of the telemetry contract',
		of: ({ telemetry }) => [
			...telemetry.mandatory,
			...telemetry.sensitiveControls.map((id) => `control ${id}`),
			...telemetry.signals.flatMap(({ what, fields, sensitive }) => [
				...fields.map((field) => `${what}: ${field}`),
				...(sensitive ? [`${what}: redacted`] : []),
			]),
		],
	},
	{
		weight: 'high',
		what: 'fewest days of logs in an area of Annex III',
		of: ({ telemetry }) => telemetry.annexIIIDays,
	},
	{
		weight: 'low',
		what: 'most days that a field is kept',
		of: ({ telemetry }) => telemetry.mostDays,
	},
	{
		weight: 'kept',
		what: 'items of the evidence pack',
		of: ({ evidencePack }) =>
			evidencePack.flatMap(({ item, from }) =>
				TIERS.slice(tier.rank(from)).map((at) => `${item} (${at})`),
			),
	},
];
