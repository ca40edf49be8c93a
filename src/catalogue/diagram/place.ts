// Turns stretches on tracks into points in pixels.

import type { Axis } from '#catalogue/diagram/axis.ts';
import type { Edge } from '#catalogue/diagram/grid.ts';
import type { Metrics } from '#catalogue/diagram/metrics.ts';
import { whole } from '#catalogue/diagram/round.ts';
import type { Group, Stretch, Tracks } from '#catalogue/diagram/tracks.ts';
import type { Box, Point } from '#catalogue/diagram/types.ts';

/** Smallest size of a cell in which `tracks` lines fit side by side. */
export function cellFor(
	tracks: number,
	{ least, margin }: Metrics['port'],
	side: keyof Metrics['port']['margin'],
): number {
	return tracks < 2 ? 0 : (tracks - 1) * least + 2 * margin[side];
}

/**
 * Points of every route, in pixels.
 *
 * A line that ends at a node or passes a free cell moves to the middle of it where no other line is in the way.
 */
export function placeRoutes(
	{ routes, groups }: Tracks,
	edges: Edge[],
	boxes: Box[],
	axes: { columns: Axis; rows: Axis },
	port: Metrics['port'],
): Point[][] {
	const nearest = port.least - 0.5; // coordinates are rounded
	const at = new Map<Stretch, number>();
	for (const group of groups) {
		for (const stretch of group.stretches) at.set(stretch, whole(coordinate(group, stretch.track)));
	}
	const points = routes.map((_, edge) => pointsOf(edge));
	for (const group of groups) {
		if (group.line % 2 === 1 && group.tracks > 1) centre(group);
	}
	return points;

	function axisOf({ across }: Group): Axis {
		return across ? axes.rows : axes.columns;
	}

	function middleOf(group: Group): number {
		const cell = axisOf(group).cells[(group.line - 1) / 2] ?? { start: 0, size: 0 };
		return cell.start + cell.size / 2;
	}

	function coordinate(group: Group, track: number): number {
		if (group.line % 2 === 0) return axisOf(group).track(group.line / 2, track, group.tracks);
		const size = axisOf(group).cells[(group.line - 1) / 2]?.size ?? 0;
		const margin = port.margin[group.across ? 'across' : 'down'];
		const room = (size - 2 * margin) / Math.max(1, group.tracks - 1);
		return middleOf(group) + (track - (group.tracks - 1) / 2) * Math.min(port.gap, room);
	}

	function pointsOf(edge: number): Point[] {
		const route = routes[edge] ?? [];
		const first = route[0];
		const last = route.at(-1);
		if (first === undefined || last === undefined) return [];
		const { from, to } = edges[edge] as Edge;
		const points: Point[] = [side(first, first.first, boxes[from] as Box)];
		for (const [index, stretch] of route.entries()) {
			const next = route[index + 1];
			if (next === undefined) continue;
			points.push(stretch.across ? [place(next), place(stretch)] : [place(stretch), place(next)]);
		}
		points.push(side(last, last.last, boxes[to] as Box));
		return points;
	}

	function place(stretch: Stretch): number {
		return at.get(stretch) ?? 0;
	}

	/** Where a stretch touches a box: its end lies above or below the middle of the cell. */
	function side(stretch: Stretch, end: number, box: Box): Point {
		const far = end > Math.round(end);
		if (stretch.across) return [whole(far ? box.x + box.width : box.x), place(stretch)];
		return [place(stretch), whole(far ? box.y + box.height : box.y)];
	}

	function centre(group: Group): void {
		for (const bundle of bundlesOf(group)) {
			const target = whole(middleOf(group));
			const before = place(bundle[0] as Stretch);
			if (before === target) continue;
			const moved = [...new Set(bundle.map(({ edge }) => edge))];
			const crossings = countCrossings(moved, points);
			for (const stretch of bundle) at.set(stretch, target);
			for (const edge of moved) points[edge] = pointsOf(edge);
			const blocked = moved.some((edge) =>
				routes[edge]?.some((stretch) => {
					// Beside others in the middle of a side, opposite arrows would crowd; they stay balanced.
					const apart = bundle.includes(stretch) ? port.gap - 0.5 : nearest;
					return stretch.group.stretches.some((other) => tooNear(stretch, other, apart));
				}),
			);
			if (!blocked && countCrossings(moved, points) <= crossings) continue;
			for (const stretch of bundle) at.set(stretch, before);
			for (const edge of moved) points[edge] = pointsOf(edge);
		}
	}

	function tooNear(a: Stretch, b: Stretch, apart: number): boolean {
		if (a === b || Math.abs(place(a) - place(b)) >= apart) return false;
		const [lowA, highA] = extent(a);
		const [lowB, highB] = extent(b);
		return lowA < highB + nearest && lowB < highA + nearest;
	}

	function extent(stretch: Stretch): [number, number] {
		const axis = stretch.across ? 0 : 1;
		const start = points[stretch.edge]?.[stretch.order]?.[axis] ?? 0;
		const end = points[stretch.edge]?.[stretch.order + 1]?.[axis] ?? 0;
		return [Math.min(start, end), Math.max(start, end)];
	}
}

/** Stretches of one track that lie on each other, and so move together. */
function bundlesOf({ stretches }: Group): Stretch[][] {
	const bundles: Stretch[][] = [];
	for (const stretch of stretches) {
		const bundle = bundles.find((others) =>
			others.some(
				(other) =>
					other.track === stretch.track && other.low <= stretch.high && stretch.low <= other.high,
			),
		);
		if (bundle === undefined) bundles.push([stretch]);
		else bundle.push(stretch);
	}
	return bundles;
}

/** How often these routes cross any route. */
function countCrossings(edges: number[], points: Point[][]): number {
	let count = 0;
	for (const edge of edges) {
		for (const [other, line] of points.entries()) {
			if (other !== edge) count += crossings(points[edge] ?? [], line);
		}
	}
	return count;
}

function crossings(a: Point[], b: Point[]): number {
	let count = 0;
	for (let i = 1; i < a.length; i += 1) {
		for (let j = 1; j < b.length; j += 1) {
			const [p, q, r, s] = [a[i - 1], a[i], b[j - 1], b[j]] as [Point, Point, Point, Point];
			const acrossP = p[1] === q[1];
			if (acrossP === (r[1] === s[1])) continue;
			const [h, k, v, w] = acrossP ? [p, q, r, s] : [r, s, p, q];
			if (between(v[0], h[0], k[0]) && between(h[1], v[1], w[1])) count += 1;
		}
	}
	return count;
}

function between(value: number, a: number, b: number): boolean {
	return Math.min(a, b) < value && value < Math.max(a, b);
}
