/**
 * What a change of the policy asks less of. Each line of the table is one demand, read the same from
 * both policies; a part of the policy that no line reads is named when it changes, as we cannot tell.
 */
import type { Policy } from '#schemas/policy.ts';
import { queueKind, severity, stage, tier } from '#schemas/vocabularies.ts';
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
		what: 'requirements for every high-tier pattern',
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
			what: `the first stage at which ${name} need evidence`,
			of: ({ evidenceFrom }) => stagePlace(evidenceFrom[name]) + 1,
		}),
	),
	{ part: 'training', weight: 'kept', what: 'training topics', of: ({ training }) => training },
	{
		part: 'evaluation',
		weight: 'kept',
		what: 'requirements for an evaluation',
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
	{
		part: 'evaluation',
		weight: 'high',
		what: 'errors that a good pattern is assumed to make, in per cent of the limit',
		of: ({ evaluation }) => evaluation.power.assumedShare,
	},
	{
		part: 'evaluation',
		weight: 'high',
		what: 'per cent of good patterns that must get "Met"',
		of: ({ evaluation }) => evaluation.power.chance,
	},
	{
		part: 'evaluation',
		weight: 'low',
		what: 'per cent by which a bad pattern is assumed to be worse than the limit',
		of: ({ evaluation }) => evaluation.power.worseBy,
	},
	{
		part: 'evaluation',
		weight: 'low',
		what: 'per cent of bad patterns that may look good by chance',
		of: ({ evaluation }) => evaluation.power.mayPass,
	},
	{
		part: 'proof',
		weight: 'allowed',
		what: 'controls that a passing evaluation proves',
		of: ({ proof }) => proof.evaluation,
	},
	{
		part: 'proof',
		weight: 'allowed',
		what: 'controls that finished training proves',
		of: ({ proof }) => proof.training,
	},
	{
		part: 'incidents',
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
			part: 'incidents',
			weight: 'low',
			what: `minutes to contain an incident of ${level}`,
			of: ({ incidents }) =>
				incidents.severities.find((one) => one.severity === level)?.containMinutes ?? 0,
		}),
	),
	{
		part: 'incidents',
		weight: 'kept',
		what: 'duties to tell of an incident',
		of: ({ incidents }) =>
			incidents.duties.flatMap(({ duty, severities }) =>
				severities.map((level) => `${duty} (${level})`),
			),
	},
	{
		part: 'flags',
		weight: 'high',
		what: 'days of warning before a waiver ends',
		of: ({ flags }) => flags.waiverDays,
	},
	{
		part: 'flags',
		weight: 'high',
		what: 'days for which the portfolio warns before a model retires',
		of: ({ flags }) => flags.modelDays,
	},
	{
		part: 'queue',
		weight: 'high',
		what: 'days that the review queue looks ahead',
		of: ({ queue }) => queue.aheadDays,
	},
	{
		part: 'queue',
		weight: 'low',
		what: 'days that a seat has to sign a version',
		of: ({ queue }) => queue.signDays,
	},
	{
		part: 'queue',
		weight: 'kept',
		what: 'kinds of items that come before the council',
		of: ({ queue }) =>
			queueKind.values.filter((kind) => queue.kinds[kind].agenda).map(queueKind.label),
	},
	{
		part: 'queue',
		weight: 'kept',
		what: 'items of every agenda',
		of: ({ queue: { agenda } }) => [...agenda.opening, ...agenda.closing].map(({ item }) => item),
	},
	{
		part: 'flags',
		weight: 'low',
		what: 'months for which a value of a measure counts',
		of: ({ flags }) => flags.valueMonths,
	},
	{
		part: 'flags',
		weight: 'low',
		what: 'months in which a use need not be measured',
		of: ({ flags }) => flags.tooEarlyMonths,
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
	{
		part: 'approval',
		weight: 'kept',
		what: 'seats that approve a part',
		of: ({ approval }) =>
			Object.entries(approval.parts).flatMap(([part, seats]) =>
				seats.map((seat) => `${seat} for ${part}`),
			),
	},
	{
		part: 'approval',
		weight: 'kept',
		what: 'seats for a starter that replaces a file',
		of: ({ approval }) => approval.replacing,
	},
	{
		part: 'approval',
		weight: 'high',
		what: 'members who sign a new roster or policy',
		of: ({ approval }) => approval.quorum,
	},
	{
		part: 'approval',
		weight: 'low',
		what: 'the lowest tier at which an approval must be signed',
		of: ({ approval }) => place(approval.signedFrom) + 1,
	},
	{
		part: 'approval',
		weight: 'kept',
		what: 'changes that void an approval',
		of: ({ approval }) => approval.voids,
	},
	{
		part: 'approval',
		weight: 'low',
		what: 'days to rely on a part that is not approved',
		of: ({ approval }) => approval.partsGraceDays,
	},
	{
		part: 'approval',
		weight: 'low',
		what: 'days between a signature and the main branch',
		of: ({ approval }) => approval.landingDays,
	},
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
	...byTier(
		'prompts',
		'high',
		'injection cases of each prompt',
		({ prompts }, at) => prompts.attackCases?.[at] ?? 0,
	),
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
		part: 'telemetry',
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

/** Hours of each duty that stays; one that goes is told by the table. */
const hoursOf = ({ incidents }: Policy): Demand[] =>
	incidents.duties.map(({ id, duty }) => ({
		part: 'incidents',
		weight: 'low',
		what: `hours for the duty "${duty}"`,
		of: (policy) => policy.incidents.duties.find((one) => one.id === id)?.hours ?? 0,
	}));

/**
 * What the table reads of each part that is a group; of any other part it reads all. What comes with
 * a later schema is not in here, so a change of it is named.
 */
const READ: Partial<Record<keyof Policy, readonly string[]>> = {
	baselines: TIERS,
	highTier: ['controls', 'gate', 'actions'],
	personDecision: ['controls', 'waivable'],
	evidenceFrom: ['controls', 'baselines', 'training'],
	evaluation: ['always', 'sensitive', 'sensitiveMetrics', 'staleErrorAfterDays', 'power'],
	proof: ['evaluation', 'training'],
	incidents: ['severities', 'duties'],
	flags: ['waiverDays', 'modelDays', 'valueMonths', 'tooEarlyMonths'],
	reviewMonths: TIERS,
	overdue: ['errorAfterDays', 'errorFrom'],
	models: ['retirementWarnDays', 'errorAfterDays', 'mostOnOneSupplier'],
	approval: [
		...['seats', 'parts', 'replacing', 'quorum', 'signedFrom', 'voids', 'partsGraceDays'],
		...['landingDays', 'unsigned'],
	],
	waivers: ['maxDays', 'neverRules', 'neverControls', 'neverControlsAt'],
	queue: ['aheadDays', 'signDays', 'kinds', 'agenda'],
	prompts: ['abstainFrom', 'attackCases'],
	telemetry: [
		...['namespace', 'signals', 'mandatory', 'sensitiveControls', 'annexIIIDays', 'mostDays'],
	],
};

/** Parts that ask nothing of a pattern. */
const NO_DEMAND: ReadonlySet<string> = new Set([
	'version',
	'owner',
	'reviewed',
	'language',
	'maturity',
]);

/** What the second policy asks less of than the first, a line each; empty where it asks no less. */
export function loweredDemands(before: Policy, after: Policy): string[] {
	const lowered = [...DEMANDS, ...hoursOf(before)].flatMap(({ what, weight, of }) =>
		lowerings(what, weight, of(before), of(after)),
	);
	return [
		...lowered,
		...unweighed(before, after).map(
			(part) => `"${part}" changes. Read it: this report cannot weigh it`,
		),
	];
}

/** Parts, and keys of parts, that changed and that the table does not read. */
function unweighed(before: Policy, after: Policy): string[] {
	const parts = new Set<string>(DEMANDS.map(({ part }) => part));
	return Object.keys({ ...before, ...after }).flatMap((part) => {
		if (NO_DEMAND.has(part)) return [];
		const [was, is] = [valueAt(before, part), valueAt(after, part)];
		if (!parts.has(part)) return JSON.stringify(was) === JSON.stringify(is) ? [] : [part];
		if (!isGroup(was) || !isGroup(is)) return [];
		const read = Object.entries(READ).find(([name]) => name === part)?.[1] ?? [];
		return Object.keys({ ...was, ...is })
			.filter((key) => !read.includes(key))
			.filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
			.map((key) => `${part}.${key}`);
	});
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const valueAt = (policy: Policy, part: string): unknown =>
	Object.entries(policy).find(([name]) => name === part)?.[1];

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
