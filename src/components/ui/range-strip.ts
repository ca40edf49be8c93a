/** Geometry of a range strip: numbers in, positions on a 200 by 20 drawing out. */

export interface Measure {
	/** Ends of the scale; one scale per column of strips. */
	min: number;
	max: number;
	/** Target band; leave out the end that is open. */
	from?: number;
	to?: number;
	baseline?: number;
	now?: number;
	/** Ends of the interval around the value. */
	low?: number;
	high?: number;
	/** Whether the value is where it should be, where more than the value itself decides that. */
	verdict?: 'met' | 'not-met' | 'not-resolved';
}

export interface Strip {
	zone: { x: number; width: number };
	baseline?: number;
	now?: number;
	/** The interval, from its lower to its upper end. */
	interval?: readonly [number, number];
	/** How the value looks: within the band, outside it, or not known which. */
	look: 'now' | 'off' | 'bad' | 'open';
}

const LEFT = 4;
const WIDTH = 192;

/**
 * Places the band, the baseline and the current value; values beyond the scale stand at its end.
 *
 * @example
 * rangeStrip({ min: 0, max: 100, from: 50, now: 25 }) // => { zone: { x: 100, width: 96 }, now: 52, look: 'off' }
 */
export function rangeStrip(measure: Measure): Strip {
	const { min, max, from = min, to = max, baseline, now, low, high, verdict } = measure;
	if (!(max > min)) throw new Error(`A range strip needs a scale, got ${min} to ${max}.`);
	const place = (value: number) => {
		const share = Math.min(1, Math.max(0, (value - min) / (max - min)));
		return Math.round((LEFT + share * WIDTH) * 10) / 10;
	};
	const x = place(from);
	return {
		zone: { x, width: Math.round((place(to) - x) * 10) / 10 },
		...(baseline === undefined ? {} : { baseline: place(baseline) }),
		...(now === undefined ? {} : { now: place(now) }),
		...(low === undefined || high === undefined
			? {}
			: { interval: [place(low), place(high)] as const }),
		look: verdict
			? ({ met: 'now', 'not-met': 'bad', 'not-resolved': 'open' } as const)[verdict]
			: now !== undefined && (now < from || now > to)
				? 'off'
				: 'now',
	};
}
