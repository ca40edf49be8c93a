/** The risk tier and what it obliges, computed from the exposure under the policy. */
import type { Condition } from '#schemas/exposure.ts';
import type { Pattern } from '#schemas/pattern.ts';
import type { Policy } from '#schemas/policy.ts';
import { type Tier, tier as tiers } from '#schemas/vocabularies.ts';

type Exposed = Pick<Pattern, 'exposure' | 'techniques'>;

/** Whether every key of a condition holds for a pattern. */
export function holds(condition: Condition, { exposure, techniques }: Exposed): boolean {
	const { technique, ...rest } = condition;
	if (technique && !technique.some((wanted) => techniques.includes(wanted))) return false;
	const answers = new Map<string, string | boolean>(Object.entries(exposure));
	return Object.entries(rest).every(([key, wanted]) => {
		const answer = answers.get(key);
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
 * computeTier(pattern, policy) // => { tier: 'medium', reasons: ['Confidential data passes through it.'], ... }
 */
export function computeTier(pattern: Exposed, policy: Policy): ComputedTier {
	const met = policy.tiers.filter(({ when }) => holds(when, pattern));
	const tier = met.reduce<Tier>((highest, reason) => stricter(highest, reason.tier), 'low');
	return {
		tier,
		reasons: met.filter((reason) => reason.tier === tier).map(({ because }) => because),
		higher: policy.tiers
			.filter((reason) => rank(reason.tier) > rank(tier))
			.map(({ tier: level, because }) => ({ tier: level, because })),
	};
}

/** The tier that applies: the computed one, or a stricter one the author declared. */
export function tierOf(pattern: Exposed & Pick<Pattern, 'tier'>, policy: Policy): Tier {
	return stricter(computeTier(pattern, policy).tier, pattern.tier ?? 'low');
}

const rank = (tier: Tier) => tiers.values.indexOf(tier);
const stricter = (a: Tier, b: Tier): Tier => (rank(a) >= rank(b) ? a : b);

/** Whether a tier is at least another. */
export function atLeast(tier: Tier, least: Tier): boolean {
	return rank(tier) >= rank(least);
}

export interface RequiredControl {
	control: string;
	/** The tier whose baseline demands it, or undefined for a condition. */
	baseline: Tier | undefined;
	/** Why a condition demands it. */
	because: string | undefined;
}

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
	const [year = 0, month = 1, day = 1] = reviewed.split('-').map(Number);
	const months = month - 1 + policy.reviewMonths[tier];
	const target = new Date(Date.UTC(year, months, 1));
	const lastDay = new Date(
		Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0),
	).getUTCDate();
	target.setUTCDate(Math.min(day, lastDay));
	return target.toISOString().slice(0, 10);
}
