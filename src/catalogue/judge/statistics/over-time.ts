/**
 * Whether an alarm or a gate over several periods can tell a good pattern from a bad one. Both
 * compare the rate of a period with a limit, as a dashboard does; no interval is taken.
 */
import type { Target } from '#schemas/measure.ts';
import type { Policy } from '#schemas/policy.ts';
import { rangeOf } from '../target.ts';
import { badRate, goodRate } from './decide.ts';
import { shareRange } from './interval.ts';
import { MOST_CASES, passChance } from './power.ts';

type Power = Policy['evaluation']['power'];

/** A limit, the cases of a period, and how many periods in a row it takes. */
export interface OverTime {
	limit: Target;
	cases: number;
	periods: number;
}

export interface Odds {
	/** How often the good pattern gets what it should. */
	good: number;
	/** How often the bad one gets what it should not. */
	bad: number;
	/** The rates that are assumed. */
	goodRate: number;
	badRate: number;
	/** Whether both are as the policy asks. */
	decided: boolean;
	/** Fewest cases in a period that would do; undefined where no number does. */
	needed: number | undefined;
}

/** A gate: every one of the periods must be within the limit. */
export const gateOdds = (gate: OverTime, power: Power): Odds | undefined =>
	oddsOf(gate, power, (within) => within ** gate.periods, {
		good: (chance) => chance >= power.chance / 100,
		bad: (chance) => chance <= power.mayPass / 100,
	});

/** An alarm: raised when every one of the periods is outside the limit. */
export const alarmOdds = (alarm: OverTime, power: Power): Odds | undefined =>
	oddsOf(alarm, power, (within) => (1 - within) ** alarm.periods, {
		good: (chance) => chance <= power.mayPass / 100,
		bad: (chance) => chance >= power.chance / 100,
	});

function oddsOf(
	{ limit, cases }: OverTime,
	power: Power,
	chanceOf: (within: number) => number,
	asked: Record<'good' | 'bad', (chance: number) => boolean>,
): Odds | undefined {
	const range = rangeOf(limit, undefined, 'range');
	if (!range) return undefined;
	const allowed = shareRange(range);
	const rates = { good: goodRate(allowed, power), bad: badRate(allowed, power) };
	const { bad: worse } = rates;
	if (worse === undefined) return undefined;
	const at = (n: number) => ({
		good: chanceOf(passChance(allowed, n, rates.good)),
		bad: chanceOf(passChance(allowed, n, worse)),
	});
	const isDecided = (n: number) => {
		const { good, bad } = at(n);
		return asked.good(good) && asked.bad(bad);
	};
	return {
		...at(cases),
		goodRate: rates.good,
		badRate: worse,
		decided: isDecided(cases),
		needed: firstThatHolds(isDecided),
	};
}

/** The fewest cases from a series of round numbers; chances move in steps, so each is tried. */
function firstThatHolds(holds: (n: number) => boolean): number | undefined {
	for (let n = 10; n <= MOST_CASES; n += stepAt(n)) if (holds(n)) return n;
	return undefined;
}

const stepAt = (n: number) => (n < 100 ? 10 : 10 ** Math.floor(Math.log10(n)));
