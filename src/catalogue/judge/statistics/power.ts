/** What a number of cases can decide: the chance that a limit passes, and the cases it needs. */

import { atMostChance, betweenChance } from './distribution.ts';
import type { Interval } from './interval.ts';
import { wilson } from './interval.ts';

/** Most cases that are looked at: nobody labels more, so the answer is "more than that". */
export const MOST_CASES = 50_000;

/** Shares are compared in whole hits; 0.04 × 100 is not quite 4 in binary. */
const SLACK = 1e-9;

/**
 * The chance that a rate measured on n cases is within the limit, when p is the true rate.
 *
 * @example
 * passChance({ low: 0, high: 0.04 }, 70, 0.06) // => 0.2013…, one time in five
 */
export function passChance(allowed: Interval, n: number, p: number): number {
	const from = Math.max(0, Math.ceil(allowed.low * n - SLACK));
	const to = Math.min(n, Math.floor(allowed.high * n + SLACK));
	return betweenChance(from, to, n, p);
}

/** The chance that n cases give the verdict "met", when p is the true rate. */
export function metChance(allowed: Interval, n: number, p: number): number {
	const isMet = (k: number) => {
		const { low, high } = wilson(k, n);
		return low >= allowed.low && high <= allowed.high;
	};
	// The interval only moves up with k, so the counts that are met lie side by side.
	const from = firstWhere(0, n + 1, (k) => wilson(k, n).low >= allowed.low);
	const to = firstWhere(0, n + 1, (k) => k > n || wilson(k, n).high > allowed.high) - 1;
	return from <= to && isMet(from) && isMet(to) ? betweenChance(from, to, n, p) : 0;
}

/** The smallest whole number from which on a growing condition is true; `end` if it never is. */
function firstWhere(start: number, end: number, holds: (at: number) => boolean): number {
	let low = start;
	let high = end;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}

/**
 * The smallest number of cases with which "met" has at least this chance, when p is the true
 * rate; undefined if no number up to `MOST_CASES` has it.
 *
 * @example
 * casesNeeded({ low: 0.98, high: 1 }, 1, 0.8) // => 189: none of 189 attacks gets through
 */
export function casesNeeded(allowed: Interval, p: number, chance: number): number | undefined {
	if (p < allowed.low || p > allowed.high) return undefined;
	if (allowed.low <= 0) return casesForAtMost(allowed.high, p, chance);
	// "At least 98% held" is "at most 2% not held".
	if (allowed.high >= 1) return casesForAtMost(1 - allowed.low, 1 - p, chance);
	for (let n = 1; n <= MOST_CASES / 10; n++) if (metChance(allowed, n, p) >= chance) return n;
	return undefined;
}

/**
 * For one upper limit: with k hits allowed, the fewest cases with which k hits are met give the
 * best chance, since every further case only adds hits. So it is enough to count up k.
 */
function casesForAtMost(limit: number, p: number, chance: number): number | undefined {
	let n = 1;
	for (let k = 0; ; k++) {
		const enough = firstWhere(Math.max(n, k + 1), MOST_CASES + 1, (size) => {
			return wilson(k, size).high <= limit + SLACK * SLACK;
		});
		if (enough > MOST_CASES) return undefined;
		n = enough;
		if (atMostChance(k, n, p) >= chance) return n;
	}
}

/** A number of cases as people say it: up to the next ten, or to one leading figure from 100. */
export function roundCases(n: number): number {
	const step = n <= 100 ? 10 : 10 ** Math.floor(Math.log10(n - 1));
	return Math.ceil(n / step) * step;
}
