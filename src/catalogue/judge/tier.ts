/** The risk tier and what it obliges, computed from the exposure under the policy. */
import type { Condition, Exposure } from '#schemas/exposure.ts';
import type { Pattern } from '#schemas/pattern.ts';
import type { Policy } from '#schemas/policy.ts';
import {
	type Stage,
	stage as stages,
	type Technique,
	type Tier,
	tier as tiers,
} from '#schemas/vocabularies.ts';
import { addMonths } from '../words/calendar.ts';

/** Why a control or a limit is required whatever the tier says. */
export const ABOUT_PERSON = 'It influences a decision about a person.';
/** Why a control of the high-tier set is required. */
export const ALL_HIGH_TIER = 'Every high-tier pattern must have it.';

/** What pages and commands say in place of reasons if none applies. */
export const NO_REASON = 'No reason for a higher tier applies.';

/** What the policy looks at. An answer that is not given yet meets no condition. */
export interface Exposed {
	exposure: Partial<Exposure>;
	techniques: readonly Technique[];
}

/** A condition with its further keys in a list: it is asked of every pattern, for every reason. */
interface Asked {
	technique: Condition['technique'];
	answers: readonly [key: string, wanted: unknown][];
}

const asked = new WeakMap<Condition, Asked>();

function askedBy(condition: Condition): Asked {
	const known = asked.get(condition);
	if (known) return known;
	const { technique, ...rest } = condition;
	const made = { technique, answers: Object.entries(rest) };
	asked.set(condition, made);
	return made;
}

/** Whether every key of a condition holds for a pattern. */
export function holds(condition: Condition, { exposure, techniques }: Exposed): boolean {
	const { technique, answers } = askedBy(condition);
	if (technique && !technique.some((wanted) => techniques.includes(wanted))) return false;
	const given: Readonly<Partial<Record<string, string | boolean>>> = exposure;
	return answers.every(([key, wanted]) => {
		const answer = given[key];
		return Array.isArray(wanted) ? wanted.some((value) => value === answer) : wanted === answer;
	});
}

export interface ComputedTier {
	tier: Tier;
	/** Why: the reasons for this tier. Empty for low. */
	reasons: string[];
	/** What would raise it: reasons for higher tiers that do not hold. */
	higher: { tier: Tier; because: string }[];
}

/**
 * The tier a pattern has by its exposure: the highest with a reason that holds, else low.
 *
 * @example
 * computeTier(pattern, policy) // => { tier: 'medium', reasons: ['It uses confidential data.'], ... }
 */
export function computeTier(pattern: Exposed, policy: Policy): ComputedTier {
	const met = policy.tiers.filter(({ when }) => holds(when, pattern));
	const tier = met.reduce<Tier>((highest, reason) => stricter(highest, reason.tier), 'low');
	return {
		tier,
		reasons: met.filter((reason) => reason.tier === tier).map(({ because }) => because),
		higher: policy.tiers
			.filter((reason) => tiers.rank(reason.tier) > tiers.rank(tier))
			.map(({ tier: level, because }) => ({ tier: level, because })),
	};
}

/** The tier that applies: the computed one, or a stricter one the author declared. */
export function tierOf(pattern: Exposed & Pick<Pattern, 'tier'>, policy: Policy): Tier {
	return stricter(computeTier(pattern, policy).tier, pattern.tier ?? 'low');
}

const stricter = (a: Tier, b: Tier): Tier => (tiers.rank(a) >= tiers.rank(b) ? a : b);

/** Whether a tier is at least another. */
export function atLeast(tier: Tier, least: Tier): boolean {
	return tiers.rank(tier) >= tiers.rank(least);
}

/** Whether a stage is at, or beyond, another. */
export function hasReached(stage: Stage, least: Stage): boolean {
	return stages.rank(stage) >= stages.rank(least);
}

export interface RequiredControl {
	control: string;
	/** The tier whose baseline demands it, or undefined for a condition. */
	baseline: Tier | undefined;
	/** Why a condition demands it. */
	because: string | undefined;
}

/**
 * Why a control is required, as a sentence.
 *
 * @example
 * demandWords({ baseline: 'medium', because: undefined }) // => 'Medium tier and above.'
 */
export const demandWords = ({
	baseline,
	because,
}: {
	baseline?: Tier | undefined;
	because?: string | undefined;
}): string => (baseline ? `${tiers.label(baseline)} tier and above.` : (because ?? ''));

/** Every control the policy demands of a pattern, each once, with the first reason for it. */
export function requiredControls(
	pattern: Exposed & Pick<Pattern, 'tier'>,
	policy: Policy,
): RequiredControl[] {
	const tier = tierOf(pattern, policy);
	const required = new Map<string, RequiredControl>();
	const demand = (item: RequiredControl) => {
		if (!required.has(item.control)) required.set(item.control, item);
	};
	for (const level of tiers.values) {
		if (!atLeast(tier, level)) continue;
		for (const control of policy.baselines[level]) {
			demand({ control, baseline: level, because: undefined });
		}
	}
	for (const { when, because, controls } of policy.conditions) {
		if (!holds(when, pattern)) continue;
		for (const control of controls) demand({ control, baseline: undefined, because });
	}
	return [...required.values()];
}

/** When the next full review is due: the last one plus the months of the tier. */
export function reviewDue(reviewed: string, tier: Tier, policy: Policy): string {
	return addMonths(reviewed, policy.reviewMonths[tier]);
}

/** The same for a pattern as it is. */
export const nextReview = (
	{ data }: { data: Exposed & Pick<Pattern, 'tier' | 'reviewed'> },
	{ policy }: { policy: Policy },
): string => reviewDue(data.reviewed, tierOf(data, policy), policy);

/** Whether a pattern acts on a system: after approval, or through a connector it writes to. */
export function acts(
	pattern: Pick<Exposed, 'exposure'> & Pick<Pattern, 'connectors'>,
	policy: Policy,
): boolean {
	return (
		pattern.exposure.effect === 'acts-with-approval' ||
		pattern.connectors.some(({ access }) => policy.highTier.actions.includes(access))
	);
}

type Judged = Exposed & Pick<Pattern, 'tier' | 'connectors'>;

/**
 * Controls a pattern needs whatever the baselines say: those of high tier and those of a decision
 * about a person. Each has a rule of its own that says why (high-tier-trio, person-decision).
 */
export function firmControls(pattern: Judged, policy: Policy): Set<string> {
	const { highTier, personDecision } = policy;
	const high = tierOf(pattern, policy) === 'high';
	return new Set([
		...(high ? highTier.controls : []),
		...(high && acts(pattern, policy) ? [highTier.gate] : []),
		...(pattern.exposure.decidesAboutPerson ? personDecision.controls : []),
	]);
}

/** Controls that no waiver lifts for this pattern. */
export function unwaivableControls(pattern: Judged, policy: Policy): Set<string> {
	const { neverControls, neverControlsAt } = policy.waivers;
	const waivable = pattern.exposure.decidesAboutPerson ? policy.personDecision.waivable : [];
	const firm = [...firmControls(pattern, policy)].filter((id) => !waivable.includes(id));
	return new Set([...neverControls, ...neverControlsAt[tierOf(pattern, policy)], ...firm]);
}
