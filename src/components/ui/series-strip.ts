/** Geometry of values over time: numbers in, positions on a 240 by 48 drawing out. */
import type { Trace } from '#catalogue/pages/blocks.ts';

interface Dot {
	x: number;
	y: number;
	/** The value is outside the target. */
	off: boolean;
	last: boolean;
}

export interface SeriesStrip {
	zone: { y: number; height: number };
	/** Height of the baseline. */
	baseline?: number;
	/** Through every value; it breaks where there is none. */
	line: string;
	dots: Dot[];
}

const LEFT = 8;
const WIDTH = 224;
const TOP = 6;
const HEIGHT = 36;

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Places the band, the baseline and a dot for each value; the scale holds all of them.
 *
 * @example
 * seriesStrip({ points: [0, 10] }).dots.map(({ y }) => y) // => [42, 6]
 */
export function seriesStrip({ points, from, to, baseline }: Trace): SeriesStrip {
	const known = points.filter((value) => value !== null);
	const shown = [...known, from, to, baseline].filter((value) => value !== undefined);
	const low = Math.min(...shown);
	const high = Math.max(...shown);
	const span = high > low ? high - low : 1;
	const place = (value: number) => round(TOP + HEIGHT * (1 - (value - low) / span));
	const step = points.length > 1 ? WIDTH / (points.length - 1) : 0;
	const dots = points.flatMap((value, at) =>
		value === null
			? []
			: [
					{
						at,
						x: round(LEFT + step * at),
						y: place(value),
						off: (from !== undefined && value < from) || (to !== undefined && value > to),
					},
				],
	);
	const end = dots.at(-1)?.at;
	// An open end of the band runs to the edge of the drawing.
	const top = to === undefined ? 0 : place(to);
	const bottom = from === undefined ? 48 : place(from);
	return {
		zone: { y: top, height: round(Math.max(1, bottom - top)) },
		...(baseline === undefined ? {} : { baseline: place(baseline) }),
		line: dots
			.map(({ at, x, y }, index) => `${dots[index - 1]?.at === at - 1 ? 'L' : 'M'}${x} ${y}`)
			.join(''),
		dots: dots.map(({ at, x, y, off }) => ({ x, y, off, last: at === end })),
	};
}
