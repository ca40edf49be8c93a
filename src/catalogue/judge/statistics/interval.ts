/** Intervals at 95%, and what they say about a limit: met, not met, or not resolved. */
import type { LimitVerdict } from '#schemas/vocabularies.ts';
import type { Range } from '../target.ts';
import { quantileT } from './distribution.ts';

/** The half width of the normal distribution that contains 95%. */
const Z = 1.959963984540054;

/** A range of shares from 0 to 1, or of scores. */
export interface Interval {
	low: number;
	high: number;
}

/**
 * The Wilson score interval at 95% of k in n: where the true share probably lies.
 *
 * @example
 * wilson(3, 84) // => { low: 0.0122…, high: 0.0998… }
 */
export function wilson(k: number, n: number): Interval {
	const share = k / n;
	const squared = Z * Z;
	const middle = (share + squared / (2 * n)) / (1 + squared / n);
	const half =
		(Z / (1 + squared / n)) * Math.sqrt((share * (1 - share)) / n + squared / (4 * n * n));
	// With no hit, or with hits only, the end is exact; rounding would leave a trace.
	return { low: k === 0 ? 0 : middle - half, high: k === n ? 1 : middle + half };
}

/** The interval at 95% of a mean, by Student's t. */
export function meanInterval(mean: number, deviation: number, n: number): Interval {
	const half = (quantileT(0.95, n - 1) * deviation) / Math.sqrt(n);
	return { low: mean - half, high: mean + half };
}

/** Met if the whole interval is allowed, not met if none of it is, else not resolved. */
export function verdictOf(interval: Interval, allowed: Range): LimitVerdict {
	const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = allowed;
	if (interval.low >= from && interval.high <= to) return 'met';
	return interval.high < from || interval.low > to ? 'not-met' : 'not-resolved';
}

/** A range of percentages as shares from 0 to 1. */
export const shareRange = ({ from = 0, to = 100 }: Range): Interval => ({
	low: Math.max(0, from / 100),
	high: Math.min(1, to / 100),
});
