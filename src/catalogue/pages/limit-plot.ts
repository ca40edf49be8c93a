/** How far a result is from its limit: estimate and interval on one scale for all limits of a run. */
import type { LimitResult } from '../judge/records/evaluation.ts';
import { type Range, rangeOf } from '../judge/target.ts';
import type { Plot } from './blocks.ts';

/**
 * The distance from the nearest end of what is allowed: more is better, 0 is the limit itself.
 *
 * @example
 * distance(91, { from: 88 }) // => 3
 * distance(7, { to: 6 }) // => -1
 */
export function distance(
	value: number,
	{ from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Range,
): number {
	return Math.min(value - from, to - value);
}

/** Ends of the scale, from which the smallest that holds every interval is taken. */
const REACHES = [5, 10, 20, 50, 100];

/** Where the scale of a run ends; what is beyond the last is drawn at its end. */
export function reachOf(results: readonly LimitResult[]): number {
	const most = Math.max(
		0,
		...results.flatMap((result) => {
			const { low, high } = distancesOf(result);
			return [Math.abs(low), Math.abs(high)];
		}),
	);
	return REACHES.find((reach) => reach >= most) ?? 100;
}

/** The plot of a result on that scale. */
export const plotOf = (result: LimitResult, reach: number): Plot => ({
	...distancesOf(result),
	reach,
	verdict: result.verdict,
});

/**
 * Estimate and interval as distances, in points: a percentage as it is, any other unit in percent
 * of its limit, so that all rows share a scale.
 */
function distancesOf({ limit, target, value, interval }: LimitResult) {
	const range = rangeOf(target, undefined, 'range') ?? {};
	const { from, to } = range;
	const size = limit.unit === '%' ? 100 : Math.abs(from ?? to ?? 0) || 1;
	const points = (one: number) => (distance(one, range) / size) * 100;
	const ends = [points(interval.low), points(interval.high)];
	// Between two ends the distance is largest in the middle.
	const middle = from === undefined || to === undefined ? undefined : (from + to) / 2;
	const inside = middle !== undefined && interval.low < middle && middle < interval.high;
	return {
		low: Math.min(...ends),
		at: points(value),
		high: Math.max(...ends, ...(inside ? [points(middle)] : [])),
	};
}
