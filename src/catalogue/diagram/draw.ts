// Path data for lines that share stretches: each stretch is drawn once, so that dots and dashes stay even.

import type { FlowKind, Point } from '#catalogue/diagram/types.ts';

interface Line {
	kind: FlowKind;
	points: Point[];
}

export interface DrawnLine {
	/** What this line adds to the lines before it; empty if they already show all of it. */
	d: string;
	/** Whether its own end is drawn; otherwise it joins a line before it. */
	ends: boolean;
}

type Span = [from: number, to: number];

/** Radius where a line leaves or joins another: the curve says which way it goes. */
const radius = 5;

/**
 * Path data of all lines, in their order.
 *
 * Corners are square, but for those where a line parts from one that it shares a stretch with, or joins it.
 * Reports have a dot there instead.
 *
 * @example
 * drawLines([{ kind: 'data', points: [[0, 0], [10, 0], [10, 5]] }]) // => [{ d: 'M0 0H10V5', ends: true }]
 */
export function drawLines(lines: Line[]): DrawnLine[] {
	const covered = new Map<string, Span[]>();
	const curves = new Set<string>();
	return lines.map((line) => {
		const { kind, points } = line;
		const rounds = points.map((_, corner) => roundAt(line, corner, lines));
		let d = '';
		let pen: Point | undefined;
		const fresh: [string, Span][] = [];
		for (const [index, end] of points.slice(1).entries()) {
			const start = points[index] as Point;
			const a = towards(start, end, rounds[index] ?? 0);
			const b = towards(end, start, rounds[index + 1] ?? 0);
			const axis = start[1] === end[1] ? 0 : 1;
			const key = `${kind} ${axis} ${start[1 - axis]}`;
			const on = (at: number): Point => (axis === 0 ? [at, start[1]] : [start[0], at]);
			for (const [from, to] of uncovered(a[axis], b[axis], covered.get(key) ?? [])) {
				moveTo(on(from));
				d += `${axis === 0 ? 'H' : 'V'}${to}`;
				pen = on(to);
				fresh.push([key, [Math.min(from, to), Math.max(from, to)]]);
			}
			const after = points[index + 2];
			if (after === undefined || !rounds[index + 1]) continue;
			const out = towards(end, after, rounds[index + 1] ?? 0);
			const curve = `Q${end.join(' ')} ${out.join(' ')}`;
			if (curves.has(`${kind} ${b} ${curve}`)) continue;
			curves.add(`${kind} ${b} ${curve}`);
			moveTo(b);
			d += curve;
			pen = out;
		}
		for (const [key, span] of fresh) covered.set(key, [...(covered.get(key) ?? []), span]);
		return { d, ends: same(pen, points.at(-1)) };

		function moveTo(point: Point): void {
			if (!same(pen, point)) d += `M${point.join(' ')}`;
		}
	});
}

/** Radius of a corner of a line: zero unless another line of its kind goes on differently from there. */
function roundAt(line: Line, corner: number, lines: Line[]): number {
	const [before, at, after] = [corner - 1, corner, corner + 1].map((i) => line.points[i]);
	if (line.kind === 'reports' || before === undefined || at === undefined || after === undefined) {
		return 0;
	}
	const parts = lines.some(
		({ kind, points }) =>
			kind === line.kind &&
			points !== line.points &&
			points.slice(1).some((end, index) => {
				const start = points[index] as Point;
				if (!passes(start, end, at)) return false;
				if (same(start, at)) return false; // seen with the stretch before it
				if (!same(end, at)) return true;
				const next = points[index + 2];
				return !(next && sameWay(start, at, before, at) && sameWay(at, next, at, after));
			}),
	);
	return parts ? Math.min(radius, distance(before, at) / 2, distance(at, after) / 2) : 0;
}

function passes(start: Point, end: Point, at: Point): boolean {
	return distance(start, at) + distance(at, end) === distance(start, end);
}

function distance(a: Point, b: Point): number {
	return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
}

function sameWay(a: Point, b: Point, c: Point, d: Point): boolean {
	return (
		Math.sign(b[0] - a[0]) === Math.sign(d[0] - c[0]) &&
		Math.sign(b[1] - a[1]) === Math.sign(d[1] - c[1])
	);
}

/** The point at some distance from one point on the way to another. */
function towards(from: Point, to: Point, by: number): Point {
	return [from[0] + Math.sign(to[0] - from[0]) * by, from[1] + Math.sign(to[1] - from[1]) * by];
}

function same(a: Point | undefined, b: Point | undefined): boolean {
	return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

/** The parts from one coordinate to the other, in that direction, that no span covers. */
function uncovered(from: number, to: number, spans: Span[]): Span[] {
	let parts: Span[] = [[Math.min(from, to), Math.max(from, to)]];
	for (const [low, high] of spans) {
		parts = parts.flatMap(([start, end]): Span[] => {
			if (high <= start || end <= low) return [[start, end]];
			const rest: Span[] = [
				[start, low],
				[high, end],
			];
			return rest.filter(([a, b]) => a < b);
		});
	}
	parts = parts.filter(([a, b]) => a < b).sort((a, b) => a[0] - b[0]);
	return from <= to ? parts : parts.reverse().map(([a, b]) => [b, a]);
}
