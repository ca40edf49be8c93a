// The coarse grid that flows are routed over: cells at odd indices, the channels between them at even ones.

import type { DiagramFlow, FlowKind } from '#catalogue/diagram/types.ts';

export interface Cell {
	row: number;
	column: number;
}

/** A flow between two nodes given by index. */
export interface Edge {
	from: number;
	to: number;
	kind: FlowKind;
}

export interface Grid {
	/** Channels and cells together: 2 × cells + 1. */
	rows: number;
	columns: number;
	/** Coarse position of each node. */
	nodes: Cell[];
	/** Node index by coarse point, -1 where free. */
	occupied: Int16Array;
	/** Columns where no line may come down from the channel above a row, as `row × columns + column`. */
	closed: ReadonlySet<number>;
}

/** A route as coarse corner points, from the cell of one node to the cell of the other. */
export type Route = Cell[];

/** Puts nodes on the coarse grid; `cells` counts rows and columns of cells, not of channels. */
export function makeGrid(
	cells: Cell[],
	size: { rows: number; columns: number },
	closed: ReadonlySet<number>,
): Grid {
	const rows = 2 * size.rows + 1;
	const columns = 2 * size.columns + 1;
	const nodes = cells.map(({ row, column }) => ({ row: 2 * row + 1, column: 2 * column + 1 }));
	const occupied = new Int16Array(rows * columns).fill(-1);
	for (const [index, { row, column }] of nodes.entries()) occupied[row * columns + column] = index;
	return { rows, columns, nodes, occupied, closed };
}

/** Turns flows into edges by node index; a flow to or from a node that is not drawn is left out. */
export function makeEdges(
	flows: readonly DiagramFlow[],
	nodeIndex: ReadonlyMap<string, number>,
): { edges: Edge[]; drawn: DiagramFlow[] } {
	const edges: Edge[] = [];
	const drawn: DiagramFlow[] = [];
	for (const flow of flows) {
		const from = nodeIndex.get(flow.from);
		const to = nodeIndex.get(flow.to);
		if (from === undefined || to === undefined) continue;
		edges.push({ from, to, kind: flow.kind });
		drawn.push(flow);
	}
	return { edges, drawn };
}
