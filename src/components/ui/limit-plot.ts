/** Geometry of a plot of a result beside its limit: distances in, positions on a 320 wide drawing out. */
import type { Plot } from '#catalogue/pages/blocks.ts';

const MIDDLE = 160;
const HALF = 150;

/**
 * Where the interval and the estimate are; what is beyond the scale is at its end.
 *
 * @example
 * plotPlaces({ low: -5, at: 0, high: 20, reach: 10, verdict: 'not-resolved' }) // => { low: 85, at: 160, high: 310 }
 */
export function plotPlaces({ low, at, high, reach }: Plot) {
	const place = (distance: number) => {
		const share = Math.min(1, Math.max(-1, distance / reach));
		return Math.round(MIDDLE + share * HALF);
	};
	return { low: place(low), at: place(at), high: place(high) };
}
