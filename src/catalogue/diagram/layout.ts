// The one way from a typed architecture to a drawing: pure geometry, the same every time.

import { placeText, shape } from '#catalogue/diagram/boxes.ts';
import { placeCells } from '#catalogue/diagram/cells.ts';
import { drawLines } from '#catalogue/diagram/draw.ts';
import { frameOf, stepLabel, stepX } from '#catalogue/diagram/frame.ts';
import { makeEdges } from '#catalogue/diagram/grid.ts';
import { placeLabels } from '#catalogue/diagram/labels.ts';
import { mainPath } from '#catalogue/diagram/main-path.ts';
import { metrics } from '#catalogue/diagram/metrics.ts';
import { placeRoutes } from '#catalogue/diagram/place.ts';
import { sizeSheet } from '#catalogue/diagram/sheet.ts';
import { measure } from '#catalogue/diagram/text.ts';
import type {
	Architecture,
	Box,
	DiagramNode,
	Drawing,
	DrawnPath,
	Orientation,
	Point,
} from '#catalogue/diagram/types.ts';
import { waysOf } from '#catalogue/diagram/ways.ts';
import { readingOrder, reference } from '#catalogue/diagram/words.ts';

/**
 * Lays out an architecture: lanes, steps, boxes with their words, and lines that never run through a box.
 *
 * Every flow has a line of its own, and its own place at the sides of its two boxes. A page shows the
 * orientation that its width has room for.
 *
 * @example
 * layout(architecture, { orientation: 'landscape' }).nodes[0]?.ref // => 'D1'
 */
export function layout(
	architecture: Architecture,
	{ orientation }: { orientation: Orientation },
): Drawing {
	const measures = metrics[orientation];
	const { nodes, left } = onGrid(architecture);
	const { cells, size, starts } = placeCells(nodes, architecture.steps.length, measures);
	const nodeIndex = new Map(nodes.map(({ id }, index) => [id, index]));
	const { edges, drawn } = makeEdges(architecture.flows, nodeIndex);
	const wide = 2 * size.columns + 1;
	const main = mainPath({ nodes, flows: drawn });

	const closed = new Set<number>();
	if (!measures.lanesAcross) {
		// In portrait a step's name comes before the first lane, where no line may come down.
		for (const row of starts) closed.add((2 * row + 1) * wide + 1);
	}
	let placed = attempt();
	// A name wider than the first lane is in the way of more lines: close those ways too and route again.
	for (let again = 0; again < size.columns && closeUnderNames(); again += 1) placed = attempt();
	const { sheet, boxes, texts, points } = placed;

	const drawnNodes = nodes.map((node, index) => {
		const box = boxes[index] as Box;
		const ref = reference(node);
		const words = placeText(node, ref, box, texts[index] ?? { title: [], note: [] }, orientation);
		const kindOf = { kind: node.kind, layer: node.layer, ...shape(node, box, orientation) };
		return { id: node.id, ref, step: node.step, ...kindOf, ...box, ...words };
	});
	const frame = frameOf(architecture.steps, sheet, measures, starts);
	const solid = [
		...boxes.map((box) => grown(box, orientation)),
		...frame.steps.flatMap(({ lines }) =>
			lines.map(({ text, x, y }) => ({
				x,
				y: y - 11,
				width: measure(text, 13, 'semibold'),
				height: 14,
			})),
		),
	];
	const worded = points.map((line, index) => ({ points: line, text: drawn[index]?.label }));
	const labels = placeLabels(worded, solid, sheet);
	const strokes = drawLines(
		points.map((line, i) => ({ kind: edges[i]?.kind ?? 'data', points: line })),
	);
	const paths = points.flatMap((line, index): DrawnPath[] => {
		const flow = drawn[index];
		const stroke = strokes[index];
		if (flow === undefined || stroke === undefined || line.length < 2) return [];
		const { from, to, kind } = flow;
		const path = { from, to, kind, points: line, d: stroke, main: main.has(`${from}>${to}`) };
		const label = labels[index];
		return [label === undefined ? path : { ...path, label }];
	});
	const { width, height } = sheet;
	const undrawn = { nodes: left, flows: architecture.flows.length - paths.length };
	return { orientation, width, height, ...frame, nodes: drawnNodes, paths, undrawn };

	function attempt() {
		const tracks = waysOf({ cells, size }, edges, closed, orientation);
		const sized = sizeSheet(
			architecture.steps,
			nodes,
			{ cells, size, starts },
			tracks,
			orientation,
		);
		const axes = { columns: sized.sheet.columns, rows: sized.sheet.rows };
		return { ...sized, points: placeRoutes(tracks, edges, sized.boxes, axes, measures.port) };
	}

	function closeUnderNames(): boolean {
		if (measures.lanesAcross) return false;
		const { columns, rows, width } = placed.sheet;
		const before = closed.size;
		const from = stepX(columns);
		for (const [step, name] of architecture.steps.entries()) {
			const row = starts[step] ?? 0;
			const until = from + measure(stepLabel(name, step, width), 13, 'semibold') + 3;
			const y = (rows.cells[row]?.start ?? 0) - measures.rows.reserve / 2;
			const crossed = placed.points.some((line) => passesBelow(line, y, from - 3, until));
			if (!crossed) continue;
			for (let column = 1; column <= 2 * size.columns; column += 1) {
				const cell = columns.cells[Math.floor((column - 1) / 2)];
				const start = column % 2 === 1 ? cell?.start : (cell?.start ?? 0) + (cell?.size ?? 0);
				if ((start ?? 0) < until) closed.add((2 * row + 1) * wide + column);
			}
		}
		return closed.size > before;
	}
}

/** Nodes with a cell of their own, in reading order; the ids of the others. */
function onGrid({ steps, nodes }: Architecture): { nodes: DiagramNode[]; left: string[] } {
	const taken = new Map<string, DiagramNode>();
	const ids = new Set<string>();
	const left: string[] = [];
	for (const node of nodes) {
		const free = !taken.has(reference(node)) && !ids.has(node.id);
		const exists = Number.isInteger(node.step) && node.step >= 1 && node.step <= steps.length;
		if (!free || !exists) {
			left.push(node.id);
			continue;
		}
		taken.set(reference(node), node);
		ids.add(node.id);
	}
	return { nodes: readingOrder([...taken.values()]), left };
}

/** A box with the reference above it, which a word on a line must not cover either. */
function grown(box: Box, orientation: Orientation): Box {
	const above = orientation === 'landscape' ? 16 : 2;
	return { x: box.x - 2, y: box.y - above, width: box.width + 4, height: box.height + above + 2 };
}

function passesBelow(line: Point[], y: number, from: number, until: number): boolean {
	return line.slice(1).some((end, index) => {
		const start = line[index] as Point;
		if (start[0] !== end[0] || start[0] < from || start[0] > until) return false;
		return Math.min(start[1], end[1]) < y && y < Math.max(start[1], end[1]);
	});
}
