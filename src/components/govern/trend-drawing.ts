/** Geometry of the runs of an evaluation: numbers in, positions on a drawing out. */
import type { Trend, TrendPoint } from '#catalogue/pages/trend.ts';

const HEIGHT = 220;
const TOP = 14;
const BOTTOM = 46;
const LEFT = 48;
const STEP = 92;

export interface TrendDrawing {
	width: number;
	height: number;
	/** What is allowed. */
	zone: { x: number; y: number; width: number; height: number };
	/** Heights of the limits. */
	limits: number[];
	/** Lines of the scale with their numbers. */
	lines: { y: number; label: string }[];
	points: { x: number; y: number; low: number; high: number; point: TrendPoint }[];
}

/** Steps that a scale is read in. */
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100];

/** Places the runs, the band and the lines of the scale; the scale holds all intervals and limits. */
export function trendDrawing({ range, points, symbol }: Trend): TrendDrawing {
	const { from, to } = range;
	const values = [...points.flatMap(({ low, high }) => [low, high]), from, to].filter(
		(value) => value !== undefined,
	);
	const span = Math.max(...values) - Math.min(...values) || 1;
	const step = STEPS.find((one) => span / one <= 5) ?? 100;
	const low = Math.floor(Math.min(...values) / step) * step;
	const high = Math.ceil(Math.max(...values) / step) * step || step;
	const room = HEIGHT - TOP - BOTTOM;
	const place = (value: number) =>
		Math.round((TOP + room * (1 - (value - low) / (high - low || 1))) * 10) / 10;
	const width = LEFT + Math.max(2, points.length) * STEP;
	const top = place(to ?? high);
	const bottom = place(from ?? low);
	return {
		width,
		height: HEIGHT,
		zone: { x: LEFT, y: top, width: width - LEFT, height: Math.max(1, bottom - top) },
		limits: [from, to].flatMap((value) => (value === undefined ? [] : [place(value)])),
		lines: Array.from({ length: Math.round((high - low) / step) + 1 }, (_, at) => {
			const value = Number((low + at * step).toFixed(2));
			return { y: place(value), label: `${value}${symbol}` };
		}),
		points: points.map((point, at) => ({
			x: LEFT + STEP * (at + 0.5),
			y: place(point.value),
			low: place(point.low),
			high: place(point.high),
			point,
		})),
	};
}
