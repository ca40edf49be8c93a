/**
 * What a change of the policy asks less of. Each line of the table is one demand, read the same from
 * both policies; a part of the policy that no line reads is named when it changes, as we cannot tell.
 */
import type { Policy } from '#schemas/policy.ts';
import { stage, tier } from '#schemas/vocabularies.ts';
import { capital } from '../words/phrase.ts';

/**
 * How a change is weighed: of a list that is `kept` every item that goes asks less, of one that is
 * `allowed` every item that comes. A number that must be high asks less when it falls.
 */
type Weight = 'kept' | 'allowed' | 'high' | 'low';

interface Demand {
	/** The key of the policy it reads. */
	part: keyof Policy;
	weight: Weight;
	what: string;
	/** Items of a list, or one number. */
	of: (policy: Policy) => readonly string[] | number;
}

const TIERS = ['low', 'medium', 'high'] as const;
const place = (one: (typeof tier.values)[number]) => tier.values.indexOf(one);
const stagePlace = (one: (typeof stage.values)[number]) => stage.values.indexOf(one);

/** A demand for each tier, with the words of the tier behind it. */
const byTier = (
	part: keyof Policy,
	weight: Weight,
	what: string,
	of: (policy: Policy, at: (typeof TIERS)[number]) => readonly string[] | number,
): Demand[] =>
	TIERS.map((at) => ({
		part,
		weight,
		what: `${what} at ${at} tier`,
		of: (policy) => of(policy, at),
	}));

const DEMANDS: readonly Demand[] = [
	{
		part: 'tiers',
		weight: 'kept',
		what: 'reasons for a higher tier',
		of: ({ tiers }) =>
			tiers.flatMap(({ tier: reached, when }) =>
				// A reason for a high tier that becomes one for medium is gone from high.
				TIERS.slice(1, place(reached) + 1).map((at) => `${at}: ${JSON.stringify(when)}`),
			),
	},
	...byTier('baselines', 'kept', 'controls', ({ baselines }, at) =>
		TIERS.slice(0, place(at) + 1).flatMap((below) => baselines[below]),
	),
	{
		part: 'conditions',
		weight: 'kept',
		what: 'controls under a condition',
		of: ({ conditions }) =>
			conditions.flatMap(({ when, controls }) =>
				controls.map((control) => `${control} when ${JSON.stringify(when)}`),
			),
	},
	{
		part: 'highTier',
		weight: 'kept',
		what: 'demands of every pattern of high tier',
		of: ({ highTier }) => [
			...highTier.controls,
			`gate ${highTier.gate}`,
			...highTier.actions.map((action) => `action ${action}`),
		],
	},
	{
		part: 'personDecision',
		weight: 'kept',
		what: 'controls for a decision about a person',
		of: ({ personDecision }) => personDecision.controls,
	},
	{
		part: 'personDecision',
		weight: 'allowed',
		what: 'controls for a decision about a person that a waiver can lift',
		of: ({ personDecision }) => personDecision.waivable,
	},
	...(['controls', 'baselines', 'training'] as const).map(
		(name): Demand => ({
			part: 'evidenceFrom',
			weight: 'low',
			what: `the stage from which ${name} need evidence`,
			of: ({ evidenceFrom }) => stagePlace(evidenceFrom[name]) + 1,
		}),
	),
	{ part: 'training', weight: 'kept', what: 'training topics', of: ({ training }) => training },
	{
		part: 'evaluation',
		weight: 'kept',
		what: 'demands of an evaluation',
		of: ({ evaluation }) => [
			...evaluation.always,
			...evaluation.sensitive.map((name) => `${name} for sensitive patterns`),
			...evaluation.sensitiveMetrics.map((id) => `metric ${id}`),
		],
	},
	{
		part: 'evaluation',
		weight: 'low',
		what: 'days an old evaluation is only a warning',
		of: ({ evaluation }) => evaluation.staleErrorAfterDays,
	},
	...byTier(
		'reviewMonths',
		'low',
		'months between reviews',
		({ reviewMonths }, at) => reviewMonths[at],
	),
	{
		part: 'overdue',
		weight: 'low',
		what: 'days an overdue review is only a warning',
		of: ({ overdue }) => overdue.errorAfterDays,
	},
	{
		part: 'overdue',
		weight: 'low',
		what: 'the lowest tier at which an overdue review is an error',
		of: ({ overdue }) => place(overdue.errorFrom) + 1,
	},
	{
		part: 'models',
		weight: 'high',
		what: 'days of warning before a model retires',
		of: ({ models }) => models.retirementWarnDays,
	},
	{
		part: 'models',
		weight: 'low',
		what: 'days a retired model is only a warning',
		of: ({ models }) => models.errorAfterDays,
	},
	{
		part: 'models',
		weight: 'low',
		what: 'per cent of high-tier patterns on one supplier',
		of: ({ models }) => models.mostOnOneSupplier,
	},
	...byTier('approval', 'kept', 'seats that approve', ({ approval }, at) => approval.seats[at]),
	...byTier('waivers', 'low', 'days of a waiver', ({ waivers }, at) => waivers.maxDays[at]),
	{
		part: 'waivers',
		weight: 'kept',
		what: 'rules and controls that no waiver lifts',
		of: ({ waivers }) => [
			...waivers.neverRules,
			...waivers.neverControls,
			...TIERS.flatMap((at) =>
				waivers.neverControlsAt[at].map((control) => `${control} at ${at} tier`),
			),
		],
	},
	{
		part: 'prompts',
		weight: 'low',
		what: 'the lowest tier at which a prompt offers a way not to answer',
		of: ({ prompts }) => place(prompts.abstainFrom) + 1,
	},
	{ part: 'coreMetrics', weight: 'kept', what: 'core metrics', of: (policy) => policy.coreMetrics },
	{
		part: 'portfolioRisks',
		weight: 'allowed',
		what: 'risks that a pattern need not list',
		of: ({ portfolioRisks }) => portfolioRisks.map(({ risk }) => risk),
	},
	{
		part: 'publicHosts',
		weight: 'allowed',
		what: 'hosts that prompts can name',
		of: ({ publicHosts }) => publicHosts,
	},
	{
		part: 'stages',
		weight: 'kept',
		what: 'conditions of the gates',
		of: ({ stages }) => stages.flatMap((one) => one.gate.map((text) => `${one.stage}: ${text}`)),
	},
	{
		part: 'telemetry',
		weight: 'kept',
		what: 'demands of the telemetry contract',
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
		part: 'telemetry',
		weight: 'high',
		what: 'fewest days of logs in an area of Annex III',
		of: ({ telemetry }) => telemetry.annexIIIDays,
	},
	{
		part: 'telemetry',
		weight: 'low',
		what: 'most days that a field is kept',
		of: ({ telemetry }) => telemetry.mostDays,
	},
	{
		part: 'evidencePack',
		weight: 'kept',
		what: 'items of the evidence pack',
		of: ({ evidencePack }) =>
			evidencePack.flatMap(({ item, from }) =>
				TIERS.slice(place(from)).map((at) => `${item} (${at})`),
			),
	},
];

/** Parts that ask nothing of a pattern. */
const NO_DEMAND: ReadonlySet<string> = new Set(['version', 'owner', 'reviewed', 'language']);

/** What the second policy asks less of than the first, a line each; empty where it asks no less. */
export function loweredDemands(before: Policy, after: Policy): string[] {
	const lowered = DEMANDS.flatMap(({ what, weight, of }) =>
		lowerings(what, weight, of(before), of(after)),
	);
	const read = new Set<string>(DEMANDS.map(({ part }) => part));
	const unweighed = Object.entries({ ...before, ...after }).filter(([part]) => {
		if (read.has(part) || NO_DEMAND.has(part)) return false;
		return valueAt(before, part) !== valueAt(after, part);
	});
	return [
		...lowered,
		...unweighed.map(([part]) => `"${part}" changes. Read it: this report cannot weigh it`),
	];
}

const valueAt = (policy: Policy, part: string) =>
	JSON.stringify(Object.entries(policy).find(([name]) => name === part)?.[1]);

function lowerings(
	what: string,
	weight: Weight,
	was: readonly string[] | number,
	is: readonly string[] | number,
): string[] {
	if (typeof was === 'number' || typeof is === 'number') {
		if (was === is) return [];
		const fell = Number(is) < Number(was);
		const asksLess = weight === 'high' ? fell : !fell;
		return asksLess ? [`${capital(what)}: ${was} → ${is}`] : [];
	}
	const [kept, other] = weight === 'allowed' ? [is, was] : [was, is];
	const gone = [...new Set(kept)].filter((item) => !other.includes(item));
	if (gone.length === 0) return [];
	const verb = weight === 'allowed' ? 'added' : 'removed';
	return [`${capital(what)}: ${gone.join(', ')} ${verb}`];
}
