/** What the policy asks once a pattern is in use: incidents, flags, the queue, reviews and models. */
import type { Policy } from '#schemas/policy.ts';
import { queueKind, severity, tier } from '#schemas/vocabularies.ts';
import { byTier, type Demand } from './demand.ts';

export const UPKEEP: readonly Demand[] = [
	{
		weight: 'kept',
		what: 'requirements for an incident',
		of: ({ incidents }) =>
			incidents.severities.flatMap((one) => [
				`${one.severity}: ${one.means}`,
				...(one.stopsGates ? [`${one.severity} stops gates`] : []),
			]),
	},
	...severity.values.map(
		(level): Demand => ({
			weight: 'low',
			what: `minutes to contain an incident of ${level}`,
			of: ({ incidents }) =>
				incidents.severities.find((one) => one.severity === level)?.containMinutes ?? 0,
		}),
	),
	{
		weight: 'kept',
		what: 'duties to report an incident',
		of: ({ incidents }) =>
			incidents.duties.flatMap(({ duty, severities }) =>
				severities.map((level) => `${duty} (${level})`),
			),
	},
	{
		weight: 'high',
		what: 'days of warning before a waiver ends',
		of: ({ flags }) => flags.waiverDays,
	},
	{
		weight: 'high',
		what: 'days for which the portfolio warns before a model retires',
		of: ({ flags }) => flags.modelDays,
	},
	{
		weight: 'high',
		what: 'days that the review queue looks ahead',
		of: ({ queue }) => queue.aheadDays,
	},
	{
		weight: 'low',
		what: 'days that a seat has to sign a version',
		of: ({ queue }) => queue.signDays,
	},
	{
		weight: 'low',
		what: 'days that a new council has to sign what was there before it',
		of: ({ queue }) => queue.firstSignDays,
	},
	{
		weight: 'kept',
		what: 'kinds of items that come before the council',
		of: ({ queue }) =>
			queueKind.values.filter((kind) => queue.kinds[kind].agenda).map(queueKind.label),
	},
	{
		weight: 'kept',
		what: 'items of every agenda',
		of: ({ queue: { agenda } }) => [...agenda.opening, ...agenda.closing].map(({ item }) => item),
	},
	{
		weight: 'low',
		what: 'months for which a value of a measure counts',
		of: ({ flags }) => flags.valueMonths,
	},
	{
		weight: 'low',
		what: 'months in which a use need not be measured',
		of: ({ flags }) => flags.tooEarlyMonths,
	},
	...byTier('low', 'months between reviews', ({ reviewMonths }, at) => reviewMonths[at]),
	{
		weight: 'low',
		what: 'days an overdue review is only a warning',
		of: ({ overdue }) => overdue.errorAfterDays,
	},
	{
		weight: 'low',
		what: 'the lowest tier at which an overdue review is an error',
		of: ({ overdue }) => tier.rank(overdue.errorFrom) + 1,
	},
	{
		weight: 'high',
		what: 'days of warning before a model retires',
		of: ({ models }) => models.retirementWarnDays,
	},
	{
		weight: 'low',
		what: 'days a retired model is only a warning',
		of: ({ models }) => models.errorAfterDays,
	},
	{
		weight: 'low',
		what: 'percentage of high-tier patterns on one supplier',
		of: ({ models }) => models.mostOnOneSupplier,
	},
];

/** Hours of each duty that stays; one that goes is told by the table. */
export const hoursOf = ({ incidents }: Policy): Demand[] =>
	incidents.duties.map(({ id, duty }) => ({
		weight: 'low',
		what: `hours for the duty "${duty}"`,
		of: (policy) => policy.incidents.duties.find((one) => one.id === id)?.hours ?? 0,
	}));
