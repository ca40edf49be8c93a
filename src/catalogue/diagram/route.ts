// Finds a way for every flow over the coarse grid: around nodes, short, with few bends and crossings.

import type { Edge, Grid, Route } from '#catalogue/diagram/grid.ts';
import { Heap } from '#catalogue/diagram/heap.ts';

/** What a way costs, in pixels of detour that it is worth. */
export interface Costs {
	/** Length of one move between a cell and a channel, across and down. */
	across: number;
	down: number;
	bend: number;
	crossing: number;
	/** For each line already there: in a channel across or down, and through the cells. */
	besideInRowChannel: number;
	besideInColumnChannel: number;
	besideInCells: number;
}

/** East, south, west, north; `direction ^ 2` turns back. */
const steps = [
	{ row: 0, column: 1 },
	{ row: 1, column: 0 },
	{ row: 0, column: -1 },
	{ row: -1, column: 0 },
] as const;
const directions = [0, 1, 2, 3] as const;

/** How much of the straight way ahead counts in the search; more is faster and bends more. */
const aheadPart = 0.35;
const passes = 2;

interface Way {
	points: number[];
	directions: number[];
}

/** Room for one search after the other: by point and direction, the least cost and where it came from. */
interface Scratch {
	best: Float64Array;
	cameFrom: Int32Array;
}

/**
 * Routes all edges, one after the other, then again with the others in view.
 *
 * A way never touches an occupied cell other than its two ends. An edge without a way gets an empty route.
 */
export function routeAll(grid: Grid, edges: Edge[], costs: Costs): Route[] {
	const order = edges.map((_, index) => index).sort((a, b) => span(a) - span(b) || a - b);
	const traffic = new Traffic(grid);
	const ways: (Way | undefined)[] = edges.map(() => undefined);
	const states = grid.rows * grid.columns * 4;
	const scratch = { best: new Float64Array(states), cameFrom: new Int32Array(states) };
	for (let pass = 0, changed = true; changed && pass < passes; pass += 1) {
		changed = false;
		for (const index of order) {
			const before = ways[index];
			traffic.remove(index, before);
			const way = findWay(grid, edges, index, traffic, costs, scratch);
			traffic.add(index, way);
			ways[index] = way;
			changed ||= way?.points.join() !== before?.points.join();
		}
	}
	return ways.map((way) => (way === undefined ? [] : corners(grid, way)));

	function span(index: number): number {
		const edge = edges[index] as Edge;
		const from = grid.nodes[edge.from] ?? { row: 0, column: 0 };
		const to = grid.nodes[edge.to] ?? { row: 0, column: 0 };
		return Math.abs(from.row - to.row) + Math.abs(from.column - to.column);
	}
}

/** Who goes where: edges by move (point and direction) and by point with the sides they touch. */
class Traffic {
	readonly #columns: number;
	readonly #moves: number[][];
	readonly #passing: { edge: number; sides: number }[][];

	constructor(grid: Grid) {
		this.#columns = grid.columns;
		this.#moves = Array.from({ length: grid.rows * grid.columns * 2 }, () => []);
		this.#passing = Array.from({ length: grid.rows * grid.columns }, () => []);
	}

	add(edge: number, way: Way | undefined): void {
		if (way === undefined) return;
		for (const [index, direction] of way.directions.entries()) {
			const point = way.points[index] as number;
			this.#moves[this.#move(point, direction)]?.push(edge);
			if (index === 0) continue;
			const cameFrom = (way.directions[index - 1] as number) ^ 2;
			this.#passing[point]?.push({ edge, sides: (1 << cameFrom) | (1 << direction) });
		}
	}

	remove(edge: number, way: Way | undefined): void {
		if (way === undefined) return;
		for (const [index, direction] of way.directions.entries()) {
			const point = way.points[index] as number;
			const move = this.#move(point, direction);
			this.#moves[move] = (this.#moves[move] ?? []).filter((other) => other !== edge);
			this.#passing[point] = (this.#passing[point] ?? []).filter((other) => other.edge !== edge);
		}
	}

	/** How many lines lie on a move. */
	beside(point: number, direction: number): number {
		return this.#moves[this.#move(point, direction)]?.length ?? 0;
	}

	/** Lines crossed at a point: a straight one counts whole, one that bends there may be passed by. */
	crossings(point: number, cameFrom: number, direction: number): number {
		let count = 0;
		const ours = (1 << cameFrom) | (1 << direction);
		for (const other of this.#passing[point] ?? []) {
			const straight = (sides: number) => sides === 0b0101 || sides === 0b1010;
			if (straight(ours) && straight(other.sides)) count += ours === other.sides ? 0 : 1;
			else count += 0.4;
		}
		return count;
	}

	#move(point: number, direction: number): number {
		if (direction === 0) return point * 2;
		if (direction === 1) return point * 2 + 1;
		return direction === 2 ? (point - 1) * 2 : (point - this.#columns) * 2 + 1;
	}
}

function findWay(
	grid: Grid,
	edges: Edge[],
	index: number,
	traffic: Traffic,
	costs: Costs,
	{ best, cameFrom }: Scratch,
): Way | undefined {
	const { rows, columns, occupied, closed } = grid;
	const edge = edges[index] as Edge;
	const from = grid.nodes[edge.from] as { row: number; column: number };
	const to = grid.nodes[edge.to] as { row: number; column: number };
	const start = from.row * columns + from.column;
	best.fill(Number.POSITIVE_INFINITY);
	cameFrom.fill(-1);
	const heap = new Heap();
	const loop = edge.from === edge.to;

	for (const direction of directions) expand(start, direction, 0, -1);
	while (heap.size > 0) {
		const { cost: estimate, state } = heap.pop();
		const point = state >> 2;
		const cost = best[state] as number;
		if (estimate > cost + ahead(point)) continue;
		const arrived = state & 3;
		if (occupied[point] === edge.to) return trace(state);
		for (const direction of directions) {
			if (direction === (arrived ^ 2)) continue;
			expand(point, direction, cost, state);
		}
	}
	return undefined;

	function expand(point: number, direction: 0 | 1 | 2 | 3, cost: number, state: number): void {
		const step = steps[direction];
		const row = Math.floor(point / columns) + step.row;
		const column = (point % columns) + step.column;
		if (row < 0 || row >= rows || column < 0 || column >= columns) return;
		const next = row * columns + column;
		const node = occupied[next] as number;
		if (node !== -1 && (node !== edge.to || (loop && state === -1))) return;
		if (closed.size > 0 && step.row !== 0) {
			const lower = step.row > 0 ? next : point;
			if (Math.floor(lower / columns) % 2 === 1 && closed.has(lower)) return;
		}
		const nextState = next * 4 + direction;
		// Most ways lead back to where a cheaper one has been: what else this one costs is not asked.
		if (cost >= (best[nextState] as number)) return;
		let turned = cost;
		if (state !== -1) {
			const arrived = state & 3;
			const bend = direction === arrived ? 0 : costs.bend;
			const crossed = traffic.crossings(point, arrived ^ 2, direction) * costs.crossing;
			turned = cost + bend + crossed;
		}
		const total = turned + moveCost(point, direction, row, column);
		if (total >= (best[nextState] as number)) return;
		best[nextState] = total;
		cameFrom[nextState] = state;
		heap.push(total + ahead(next), nextState);
	}

	/** Part of the way that is still ahead, to look towards the target first. */
	function ahead(point: number): number {
		if (loop) return 0;
		const across = Math.abs((point % columns) - to.column) * costs.across;
		const down = Math.abs(Math.floor(point / columns) - to.row) * costs.down;
		return (across + down) * aheadPart;
	}

	function moveCost(point: number, direction: number, row: number, column: number): number {
		const others = traffic.beside(point, direction);
		const sideways = direction % 2 === 0;
		const length = sideways ? costs.across : costs.down;
		const inCells = sideways ? row % 2 === 1 : column % 2 === 1;
		const channel = sideways ? costs.besideInRowChannel : costs.besideInColumnChannel;
		const beside = inCells ? costs.besideInCells : channel;
		// An empty channel is a touch dearer than a cell, so that lines take the middle of free cells.
		const outer = row === 0 || row === rows - 1 || column === 0 || column === columns - 1 ? 6 : 0;
		return length + others * beside + outer;
	}

	function trace(last: number): Way {
		const points = [last >> 2];
		const moves: number[] = [];
		for (let state = last; state !== -1; state = cameFrom[state] as number) {
			moves.push(state & 3);
			const previous = cameFrom[state] as number;
			points.push(previous === -1 ? start : previous >> 2);
		}
		return { points: points.reverse(), directions: moves.reverse() };
	}
}

function corners(grid: Grid, { points, directions: moves }: Way): Route {
	return points
		.filter((_, index) => index === 0 || moves[index] !== moves[index - 1])
		.map((point) => ({ row: Math.floor(point / grid.columns), column: point % grid.columns }));
}
