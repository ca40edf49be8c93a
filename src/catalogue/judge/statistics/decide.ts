/** Whether a limit can be decided with a number of cases, at the rates that the policy names. */
import type { Target } from '#schemas/measure.ts';
import type { Policy } from '#schemas/policy.ts';
import { rangeOf } from '../target.ts';
import { type Interval, shareRange } from './interval.ts';
import { casesNeeded, metChance, passChance, roundCases } from './power.ts';

type Power = Policy['evaluation']['power'];

export interface Decision {
	/** Whether a good pattern gets the verdict "met" often enough with these cases. */
	decided: boolean;
	/** The limit in words. */
	limit: string;
	/** Rate that a good pattern is assumed to have, in words. */
	assumedRate: string;
	/** Rate of a bad one, in words; undefined where none is worse by the share of the policy. */
	badRate: string | undefined;
	/** How often the bad one looks good if only the rate is compared. */
	badPasses: number;
	/** Number of cases that would do, rounded up; undefined where none does. */
	needed: number | undefined;
}

/** The limit, judged; undefined for a limit that needs a baseline. */
export function decidable(limit: Target, cases: number, power: Power): Decision | undefined {
	const range = rangeOf(limit, undefined, 'range');
	if (!range) return undefined;
	const allowed = shareRange(range);
	const good = goodRate(allowed, power);
	const bad = badRate(allowed, power);
	const chance = power.chance / 100;
	const needed = needs(allowed, good, chance);
	return {
		decided: metChance(allowed, cases, good) >= chance,
		limit: limitWords(limit),
		assumedRate: percent(good),
		badRate: bad === undefined ? undefined : percent(bad),
		badPasses: bad === undefined ? 0 : passChance(allowed, cases, bad),
		needed: needed === undefined ? undefined : roundUp(needed, allowed, good, chance),
	};
}

/** A round number that does decide it: the chance falls a little each time one more hit is allowed. */
function roundUp(needed: number, allowed: Interval, good: number, chance: number): number {
	let cases = roundCases(needed);
	while (metChance(allowed, cases, good) < chance) cases = roundCases(cases + 1);
	return cases;
}

const memory = new Map<string, number | undefined>();

/** Many patterns have the same limits; the answer is worked out once. */
function needs(allowed: Interval, good: number, chance: number): number | undefined {
	const key = `${allowed.low} ${allowed.high} ${good} ${chance}`;
	if (!memory.has(key)) memory.set(key, casesNeeded(allowed, good, chance));
	return memory.get(key);
}

/** A good pattern makes a share of the errors that the limit allows; in a range it is in the middle. */
export function goodRate({ low, high }: Interval, { assumedShare }: Power): number {
	const share = assumedShare / 100;
	if (low <= 0) return high * share;
	return high >= 1 ? 1 - (1 - low) * share : (low + high) / 2;
}

/** A bad one is worse than the limit by the share of the policy. */
export function badRate({ low, high }: Interval, { worseBy }: Power): number | undefined {
	const more = 1 + worseBy / 100;
	const rate = high < 1 ? high * more : 1 - (1 - low) * more;
	return rate > 0 && rate < 1 && rate !== high && rate !== low ? rate : undefined;
}

export const percent = (share: number) => `${Number((share * 100).toFixed(1))}%`;

function limitWords(limit: Target): string {
	if ('atLeast' in limit) return `at least ${limit.atLeast}%`;
	if ('atMost' in limit) return `${limit.atMost}%`;
	return 'from' in limit ? `${limit.from} to ${limit.to}%` : '';
}
