// Path data of lines. Where two lines cross, the one below has a gap, so that both can be followed.

import type { FlowKind, Point } from '#catalogue/diagram/types.ts';

export interface Line {
	kind: FlowKind;
	points: Point[];
}

/** Kinds from the back to the front; within a kind, a later line is in front. */
export const FRONT: readonly FlowKind[] = ['reports', 'data', 'decides'];

/** Half of the gap, and how near to a corner or an end it may come. */
const GAP = 4;
const CLEAR = 1;

/**
 * Path data of all lines, in their order.
 *
 * @example
 * drawLines([{ kind: 'data', points: [[0, 0], [10, 0], [10, 5]] }]) // => ['M0 0H10V5']
 */
export function drawLines(lines: readonly Line[]): string[] {
	const depth = (index: number) =>
		FRONT.indexOf(lines[index]?.kind ?? 'data') * lines.length + index;
	return lines.map(({ points }, index) => {
		const above = lines.filter((_, other) => depth(other) > depth(index));
		const [start] = points;
		if (!start) return '';
		return points.slice(1).reduce(
			(path, end, at) => {
				const begin = points[at] ?? start;
				return path + stretch(begin, end, crossings(begin, end, above));
			},
			`M${start.join(' ')}`,
		);
	});
}

/** Where other lines cross a stretch, along it. */
function crossings(a: Point, b: Point, others: readonly Line[]): number[] {
	const along = a[1] === b[1] ? 0 : 1;
	const across = 1 - along;
	const found = others.flatMap(({ points }) =>
		points.slice(1).flatMap((end, at) => {
			const start = points[at] as Point;
			// Only a stretch at a right angle crosses.
			if (start[along] !== end[along]) return [];
			const inside =
				within(start[along] as number, a[along] as number, b[along] as number) &&
				within(a[across] as number, start[across] as number, end[across] as number);
			return inside ? [start[along] as number] : [];
		}),
	);
	return found.sort((p, q) => p - q);
}

const within = (value: number, a: number, b: number) =>
	Math.min(a, b) < value && value < Math.max(a, b);

/** A straight stretch from where the pen is, with its gaps. */
function stretch(a: Point, b: Point, gaps: number[]): string {
	const flat = a[1] === b[1];
	const along = flat ? 0 : 1;
	const [from, to] = [a[along] as number, b[along] as number];
	const sign = Math.sign(to - from);
	const command = flat ? 'H' : 'V';
	const on = (at: number) => (flat ? `M${at} ${a[1]}` : `M${a[0]} ${at}`);
	const least = Math.min(from, to) + CLEAR;
	const most = Math.max(from, to) - CLEAR;
	const clamp = (at: number) => Math.min(Math.max(at, least), most);
	let path = '';
	let pen = from;
	for (const gap of sign > 0 ? gaps : [...gaps].reverse()) {
		const [open, close] = [clamp(gap - sign * GAP), clamp(gap + sign * GAP)];
		// Two lines side by side make one wide gap.
		if ((open - pen) * sign > 0) path += `${command}${open}`;
		path += on(close);
		pen = close;
	}
	return `${path}${command}${to}`;
}
