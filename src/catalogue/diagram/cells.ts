// Where each node stands on the grid: by lane and step, or below each other where a lane has several.

import type { Cell } from '#catalogue/diagram/grid.ts';
import type { Metrics } from '#catalogue/diagram/metrics.ts';
import type { DiagramNode } from '#catalogue/diagram/types.ts';

export interface Cells {
	/** By node. */
	cells: Cell[];
	size: { rows: number; columns: number };
	/** First row of each step, where steps run down. */
	starts: number[];
}

/** Places nodes in reading order; a step has as many rows as its fullest lane has nodes. */
export function placeCells(
	nodes: readonly DiagramNode[],
	steps: number,
	{ lanes, lanesAcross }: Pick<Metrics, 'lanes' | 'lanesAcross'>,
): Cells {
	const laneOf = ({ layer }: DiagramNode) =>
		Math.max(
			0,
			lanes.findIndex((lane) => lane.layers.includes(layer)),
		);
	if (lanesAcross) {
		return {
			cells: nodes.map((node) => ({ row: laneOf(node), column: node.step - 1 })),
			size: { rows: lanes.length, columns: steps },
			starts: [],
		};
	}
	const taken = new Map<string, number>();
	const depths = Array.from({ length: steps }, () => 1);
	const within = nodes.map((node) => {
		const key = `${node.step} ${laneOf(node)}`;
		const at = taken.get(key) ?? 0;
		taken.set(key, at + 1);
		depths[node.step - 1] = Math.max(depths[node.step - 1] ?? 1, at + 1);
		return at;
	});
	const starts = depths.map((_, step) => depths.slice(0, step).reduce((a, b) => a + b, 0));
	return {
		cells: nodes.map((node, index) => ({
			row: (starts[node.step - 1] ?? 0) + (within[index] ?? 0),
			column: laneOf(node),
		})),
		size: { rows: depths.reduce((a, b) => a + b, 0), columns: lanes.length },
		starts,
	};
}
