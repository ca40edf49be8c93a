// Gives every straight stretch of every route its own track, so that lines never lie on each other.

import type { Grid, Route } from '#catalogue/diagram/grid.ts';

/** A straight stretch of a route, in coarse coordinates. */
export interface Stretch {
	edge: number;
	/** Place in its route. */
	order: number;
	/** Runs across (in a row) or down (in a column). */
	across: boolean;
	/** Index of the row or column it runs in. */
	line: number;
	/** Where it starts and ends along that line; a node's side is a little off the middle of its cell. */
	low: number;
	high: number;
	/** The same two ends in the direction of the flow. */
	first: number;
	last: number;
	/** Its track among those of its group. */
	track: number;
	group: Group;
}

/** Stretches on one line that overlap, directly or through others. */
export interface Group {
	across: boolean;
	line: number;
	stretches: Stretch[];
	tracks: number;
}

export interface Tracks {
	/** By edge, in the order of the route. */
	routes: Stretch[][];
	groups: Group[];
}

/** Half of a node, in coarse units. */
const nodeHalf = 0.45;
/** Up to this many tracks every order is tried. */
const fewTracks = 4;

/** Splits routes into stretches, groups those that overlap and orders their tracks for few crossings. */
export function assignTracks(grid: Grid, routes: Route[]): Tracks {
	const stretches = routes.map((route, edge) => stretchesOf(grid, route, edge));
	const groups = groupByLine(stretches.flat());
	for (const group of groups) packTracks(group);
	for (const group of groups) sortTracks(group, stretches);
	for (let round = 0; round < 2; round += 1) {
		for (const group of groups) improve(group, stretches);
	}
	return { routes: stretches, groups };
}

function stretchesOf(grid: Grid, route: Route, edge: number): Stretch[] {
	return route.slice(1).map((end, order) => {
		const start = route[order] as { row: number; column: number };
		const across = start.row === end.row;
		const from = across ? start.column : start.row;
		const to = across ? end.column : end.row;
		const sign = Math.sign(to - from);
		const isNode = (at: { row: number; column: number }) =>
			(grid.occupied[at.row * grid.columns + at.column] ?? -1) >= 0;
		const first = isNode(start) ? from + sign * nodeHalf : from;
		const last = isNode(end) ? to - sign * nodeHalf : to;
		const low = Math.min(first, last);
		const high = Math.max(first, last);
		const line = across ? start.row : start.column;
		const group: Group = { across, line, stretches: [], tracks: 0 };
		return { edge, order, across, line, low, high, first, last, track: 0, group };
	});
}

function groupByLine(stretches: Stretch[]): Group[] {
	const lines = new Map<string, Stretch[]>();
	for (const stretch of stretches) {
		const key = `${stretch.across ? 'row' : 'column'} ${stretch.line}`;
		lines.set(key, [...(lines.get(key) ?? []), stretch]);
	}
	return [...lines.values()].flatMap((line) => {
		line.sort((a, b) => a.low - b.low || b.high - a.high || a.edge - b.edge || a.order - b.order);
		const groups: Group[] = [];
		let reach = Number.NEGATIVE_INFINITY;
		for (const stretch of line) {
			if (stretch.low > reach) groups.push(stretch.group);
			const group = groups.at(-1) as Group; // the first stretch is always above the reach
			group.stretches.push(stretch);
			stretch.group = group;
			reach = Math.max(reach, stretch.high);
		}
		return groups;
	});
}

function overlap(a: Stretch, b: Stretch): boolean {
	return a.low <= b.high && b.low <= a.high;
}

function packTracks(group: Group): void {
	const tracks: Stretch[][] = [];
	for (const stretch of group.stretches) {
		const open = tracks.find((track) => track.every((other) => !overlap(stretch, other)));
		const track = open ?? [];
		if (!open) tracks.push(track);
		track.push(stretch);
		stretch.track = tracks.indexOf(track);
	}
	group.tracks = tracks.length;
}

/** First order of the tracks: a line that comes from and goes to smaller coordinates lies first. */
function sortTracks(group: Group, routes: Stretch[][]): void {
	if (group.tracks < 2) return;
	const pulls = Array.from({ length: group.tracks }, () => ({ sum: 0, count: 0 }));
	for (const { edge, order, track, line } of group.stretches) {
		const pull = pulls[track] as { sum: number; count: number };
		for (const side of [routes[edge]?.[order - 1], routes[edge]?.[order + 1]]) {
			if (side === undefined) continue;
			pull.sum += (side.low + side.high) / 2 - line;
			pull.count += 1;
		}
	}
	const mean = pulls.map(({ sum, count }) => (count === 0 ? 0 : sum / count));
	const sorted = mean
		.map((_, track) => track)
		.sort((a, b) => (mean[a] ?? 0) - (mean[b] ?? 0) || a - b);
	renumber(group, sorted);
}

/** Puts the tracks in the given order of their present numbers. */
function renumber(group: Group, order: number[]): void {
	const place = new Map(order.map((track, index) => [track, index]));
	for (const stretch of group.stretches) stretch.track = place.get(stretch.track) ?? 0;
}

/** Tries other orders of a group's tracks and keeps the one with the fewest crossings. */
function improve(group: Group, routes: Stretch[][]): void {
	if (group.tracks < 2) return;
	const near = meetings(group, routes);
	const identity = Array.from({ length: group.tracks }, (_, index) => index);
	const orders = group.tracks <= fewTracks ? permutations(identity) : neighbourSwaps(identity);
	let best = count();
	let changed = best > 0;
	while (changed) {
		changed = false;
		for (const order of orders) {
			const before = group.stretches.map(({ track }) => track);
			renumber(group, order);
			const crossings = count();
			if (crossings < best) {
				best = crossings;
				changed = best > 0;
				continue;
			}
			for (const [index, stretch] of group.stretches.entries()) stretch.track = before[index] ?? 0;
		}
	}

	function count(): number {
		let sum = 0;
		for (const [a, b] of near) if (crosses(a, b, routes)) sum += 1;
		return sum;
	}
}

/** Pairs of stretches that may cross, depending on the order of the group's tracks. */
function meetings(group: Group, routes: Stretch[][]): [Stretch, Stretch][] {
	const moving = new Set<Stretch>();
	for (const stretch of group.stretches) {
		for (const order of [stretch.order - 1, stretch.order, stretch.order + 1]) {
			const neighbour = routes[stretch.edge]?.[order];
			if (neighbour !== undefined) moving.add(neighbour);
		}
	}
	const pairs: [Stretch, Stretch][] = [];
	for (const a of moving) {
		for (const route of routes) {
			for (const b of route) {
				if (a.across === b.across || a.edge === b.edge) continue;
				if (a.low > b.line + 0.5 || a.high < b.line - 0.5) continue;
				if (b.low > a.line + 0.5 || b.high < a.line - 0.5) continue;
				if (a.across || !moving.has(b)) pairs.push([a, b]);
			}
		}
	}
	return pairs;
}

function permutations(items: number[]): number[][] {
	if (items.length < 2) return [items];
	return items.flatMap((item) =>
		permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
	);
}

function neighbourSwaps(items: number[]): number[][] {
	return items.slice(1).map((_, at) => {
		const order = [...items];
		[order[at], order[at + 1]] = [at + 1, at];
		return order;
	});
}

function crosses(a: Stretch, b: Stretch, routes: Stretch[][]): boolean {
	return within(position(b), extent(a, routes)) && within(position(a), extent(b, routes));
}

function within(at: number, [low, high]: [number, number]): boolean {
	return low < at && at < high;
}

/** Where a stretch lies across its line, with its track as a fraction. */
function position({ line, track, group }: Stretch): number {
	return line + ((track + 0.5) / group.tracks - 0.5) * 0.8;
}

/** From where to where a stretch runs, given the tracks of the stretches it joins. */
function extent(stretch: Stretch, routes: Stretch[][]): [number, number] {
	const before = routes[stretch.edge]?.[stretch.order - 1];
	const after = routes[stretch.edge]?.[stretch.order + 1];
	const ends = [
		before === undefined ? stretch.first : position(before),
		after === undefined ? stretch.last : position(after),
	];
	return [Math.min(...ends), Math.max(...ends)];
}
