// Sizes a sheet: columns and rows as wide as what runs and stands in them.

import { makeAxis } from '#catalogue/diagram/axis.ts';
import {
	landscapeHeight,
	landscapeText,
	landscapeWidth,
	type NodeText,
	portraitHeight,
	portraitText,
	portraitWidth,
} from '#catalogue/diagram/boxes.ts';
import type { Cells } from '#catalogue/diagram/cells.ts';
import { type Sheet, stepLines } from '#catalogue/diagram/frame.ts';
import { metrics } from '#catalogue/diagram/metrics.ts';
import { cellFor } from '#catalogue/diagram/place.ts';
import { whole } from '#catalogue/diagram/round.ts';
import type { Tracks } from '#catalogue/diagram/tracks.ts';
import type { Box, DiagramNode, Orientation } from '#catalogue/diagram/types.ts';

/** Most tracks side by side, by coarse line. */
function busiest(tracks: Tracks, across: boolean): (line: number) => number {
	const counts = new Map<number, number>();
	for (const group of tracks.groups) {
		if (group.across !== across) continue;
		counts.set(group.line, Math.max(counts.get(group.line) ?? 0, group.tracks));
	}
	return (line) => counts.get(line) ?? 0;
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Sizes columns, then rows, to what runs and stands in them, and puts each node's box in its cell. */
export function sizeSheet(
	steps: readonly string[],
	nodes: DiagramNode[],
	{ cells, size, starts }: Cells,
	tracks: Tracks,
	orientation: Orientation,
): { sheet: Sheet; boxes: Box[]; texts: NodeText[] } {
	const measures = metrics[orientation];
	const { port, lanesAcross } = measures;
	const inColumn = busiest(tracks, false);
	const inRow = busiest(tracks, true);
	const columnChannels = range(size.columns + 1).map((channel) => inColumn(2 * channel));
	const members = (column: number) => nodes.filter((_, index) => cells[index]?.column === column);
	const portWidth = (column: number) => cellFor(inColumn(2 * column + 1), port, 'down');

	const until = measures.least;
	const columns = makeAxis(measures.side, columnWidths(), columnChannels, measures.columns, until);
	const texts = nodes.map((node, index) => {
		const width = columns.cells[cells[index]?.column ?? 0]?.size ?? 0;
		return lanesAcross ? landscapeText(node, width) : portraitText(node, width);
	});
	const heights = range(size.rows).map((row) =>
		Math.max(
			measures.node.height,
			cellFor(inRow(2 * row + 1), port, 'across'),
			...texts.filter((_, index) => cells[index]?.row === row).map(textHeight),
		),
	);
	const header = headerHeight();
	const rowChannels = range(size.rows + 1).map((channel) => inRow(2 * channel));
	const first = new Set(starts);
	const named = (channel: number) => lanesAcross || first.has(channel);
	const rows = makeAxis(header, heights, rowChannels, measures.rows, 0, named);
	const boxes = cells.map(({ row, column }) => {
		const across = columns.cells[column] ?? { start: 0, size: 0 };
		const down = rows.cells[row] ?? { start: 0, size: 0 };
		const x = whole(across.start);
		const y = whole(down.start);
		return {
			x,
			y,
			width: whole(across.start + across.size) - x,
			height: whole(down.start + down.size) - y,
		};
	});
	const width = Math.max(measures.page, Math.ceil(columns.end * 2) / 2);
	const height = Math.ceil(rows.end * 2) / 2;
	return { sheet: { columns, rows, width, height, side: measures.side, header }, boxes, texts };

	function columnWidths(): number[] {
		if (!lanesAcross) return portraitWidths();
		return range(size.columns).map((column) => {
			const { width: from, widest: most } = measures.node;
			// With many steps notes take two lines, so that the sheet still fits its page.
			const wish = (measures.least - measures.side) / Math.max(1, size.columns) - 28;
			const least = Math.max(from, portWidth(column));
			return Math.max(
				least,
				...members(column).map((node) => landscapeWidth(node, { from, wish, most })),
			);
		});
	}

	/** Shares the width of the page among the lanes: wide words get room first from lanes without nodes. */
	function portraitWidths(): number[] {
		const none = range(size.columns).map(() => 0);
		const room = measures.page - makeAxis(0, none, columnChannels, measures.columns).end;
		const least = none.map((_, column) =>
			Math.max(members(column).length === 0 ? 24 : measures.node.width, portWidth(column)),
		);
		const wish = least.map((width, column) =>
			Math.max(
				width,
				...members(column).map((n) => Math.min(portraitWidth(n), measures.node.widest)),
			),
		);
		const total = (widths: number[]) => widths.reduce((sum, width) => sum + width, 0);
		if (total(wish) <= room) {
			const spare = (room - total(wish)) / size.columns;
			return wish.map((width) => Math.floor(2 * (width + spare)) / 2);
		}
		let cap = measures.node.widest;
		const capped = () =>
			wish.map((width, column) => Math.max(least[column] ?? 0, Math.min(width, cap)));
		while (cap > measures.node.width && total(capped()) > room) cap -= 0.5;
		return capped();
	}

	function textHeight(text: NodeText): number {
		return lanesAcross ? landscapeHeight(text) : portraitHeight(text);
	}

	function headerHeight(): number {
		if (!lanesAcross) return measures.header;
		const two = steps.some((name, i) => stepLines(name, i, columns.cells[i]?.size ?? 0).length > 1);
		return two ? measures.header + 16 : measures.header;
	}
}
