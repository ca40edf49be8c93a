// The grid around the nodes: lanes with their letters, steps with their names, frame lines.

import type { Axis } from '#catalogue/diagram/axis.ts';
import type { Metrics } from '#catalogue/diagram/metrics.ts';
import { half } from '#catalogue/diagram/round.ts';
import { measure, shorten, wrap } from '#catalogue/diagram/text.ts';
import { type DrawnLane, type DrawnStep, layers, type TextLine } from '#catalogue/diagram/types.ts';

export interface Frame {
	lanes: DrawnLane[];
	steps: DrawnStep[];
	hair: string;
	cuts: string[];
}

/** What is known of a grid once both axes are laid out. */
export interface Sheet {
	columns: Axis;
	rows: Axis;
	width: number;
	height: number;
	side: number;
	header: number;
}

const fits = (size: number, width: number) => (line: string) =>
	measure(line, size, 'semibold') <= width;
const pairs = (values: readonly number[]) =>
	values.slice(1).map((end, index) => [values[index] ?? 0, end] as const);

/** Frame of a drawing with lanes across: lane names at the left, step names on top. */
export function landscapeFrame(steps: readonly string[], sheet: Sheet): Frame {
	const { columns, rows, width, height, side, header } = sheet;
	const lanes = pairs(rows.frames).map(([top, bottom], index): DrawnLane => {
		const { id, letter, name } = layers[index] as (typeof layers)[number];
		const box = { x: 0, y: half(top), width, height: half(bottom - top) };
		const y = half(top + 30);
		return {
			...box,
			layer: id,
			alternate: index % 2 === 1,
			letter: { text: letter, x: 14, y, anchor: 'start' },
			name: { text: name, x: 32, y, anchor: 'start' },
		};
	});
	const drawnSteps = steps.map((name, index): DrawnStep => {
		const { start, size } = columns.cells[index] ?? { start: 0, size: 0 };
		const lines = stepLines(name, index, size);
		const first = lines.length === 1 ? half(header / 2 + 5) : half(header / 2 - 3);
		return {
			number: index + 1,
			name,
			lines: lines.map((text, line) => middle(text, start + size / 2, first + 16 * line)),
		};
	});
	const hairs = rows.frames.slice(0, -1).map((y) => `M0 ${crisp(y)}H${width}`);
	return {
		lanes,
		steps: drawnSteps,
		hair: `M${crisp(side + 0.5)} 0V${height}${hairs.join('')}`,
		cuts: columns.frames.slice(1, -1).map((x) => `M${half(x)} ${header}V${height}`),
	};
}

/** Step name over a landscape column, on one line or two. */
export function stepLines(name: string, index: number, width: number): string[] {
	return wrap(`${index + 1} ${name}`, fits(13, width + 8), 2);
}

/** Frame of a small drawing: lane letters and step names, in two rows where one is too narrow. */
export function thumbnailFrame(steps: readonly string[], sheet: Sheet): Frame {
	const { columns, rows, width, height, side, header } = sheet;
	const lanes = pairs(rows.frames).map(([top, bottom], index): DrawnLane => {
		const { id, letter } = layers[index] as (typeof layers)[number];
		const cell = rows.cells[index] ?? { start: top, size: bottom - top };
		return {
			x: 0,
			y: half(top),
			width,
			height: half(bottom - top),
			layer: id,
			alternate: index % 2 === 1,
			letter: middle(letter, side / 2, cell.start + cell.size / 2 + 4.5),
		};
	});
	const double = thumbnailRows(steps, sheet.columns) === 2;
	const drawnSteps = steps.map((name, index): DrawnStep => {
		const { start, size } = columns.cells[index] ?? { start: 0, size: 0 };
		// Each name keeps to its half of the way to the names beside it in its row.
		const middleX = start + size / 2;
		const reach = (pitch(columns) * (double ? 2 : 1)) / 2 - 2;
		const low = Math.max(2, middleX - reach);
		const high = Math.min(width - 2, middleX + reach);
		const text = shorten(name, fitsPlain(high - low));
		const halfText = measure(text, 12, 'regular') / 2;
		const y = double && index % 2 === 0 ? header - 20 : header - 6;
		const x = Math.min(Math.max(middleX, low + halfText), high - halfText);
		return { number: index + 1, name, lines: [middle(text, x, y)] };
	});
	return {
		lanes,
		steps: drawnSteps,
		hair: `M0 ${crisp(header)}H${width}M${crisp(side)} ${header}V${height}`,
		cuts: [],
	};
}

const fitsPlain = (width: number) => (line: string) => measure(line, 12, 'regular') <= width;
const pitch = ({ cells }: Axis) =>
	cells.length < 2
		? 60
		: Math.min(...pairs(cells.map(({ start }) => start)).map(([a, b]) => b - a));

/** Rows that the step names over a small drawing need. */
export function thumbnailRows(steps: readonly string[], columns: Axis): 1 | 2 {
	return steps.every(fitsPlain(pitch(columns) - 3)) ? 1 : 2;
}

/** Frame of a portrait drawing: lane letters and names on top, a step's name above its row. */
export function portraitFrame(
	steps: readonly string[],
	sheet: Sheet,
	{ rows: style }: Metrics,
): Frame {
	const { columns, rows, width, height, header } = sheet;
	const ends = [0, ...columns.frames.slice(1, -1), width];
	const lanes = pairs(ends).map(([left, right], index): DrawnLane => {
		const { id, letter, name } = layers[index] as (typeof layers)[number];
		const cell = columns.cells[index] ?? { start: left, size: right - left };
		const x = cell.start + cell.size / 2;
		return {
			x: half(left),
			y: header,
			width: half(right - left),
			height: half(height - header),
			layer: id,
			alternate: index % 2 === 1,
			letter: middle(letter, x, 16),
			name: clamp(name, x, index % 2 === 0 ? 30 : 44, width),
		};
	});
	const drawnSteps = steps.map((name, index): DrawnStep => {
		const { start } = rows.cells[index] ?? { start: 0 };
		const text = stepLabel(name, index, width);
		const y = half(start - style.reserve + 14);
		return { number: index + 1, name, lines: [{ text, x: stepX(columns), y, anchor: 'start' }] };
	});
	const hairs = rows.frames.slice(0, -1).map((y) => `M0 ${crisp(y)}H${width}`);
	const cuts = columns.frames.slice(1, -1).map((x) => `M${half(x)} ${header}V${height}`);
	return { lanes, steps: drawnSteps, hair: hairs.join(''), cuts };
}

/** Where a portrait step name starts: right of the lines that pass on the outside. */
export function stepX(columns: Axis): number {
	return half((columns.cells[0]?.start ?? 4) + 1);
}

/** A portrait step name takes at most half of the width, so that lines can pass beside it. */
export function stepLabel(name: string, index: number, width: number): string {
	return shorten(`${index + 1} ${name}`, fits(13, width / 2));
}

function middle(text: string, x: number, y: number): TextLine {
	return { text, x: half(x), y: half(y), anchor: 'middle' };
}

/** Centred text, moved inwards if it would leave the canvas. */
function clamp(text: string, x: number, y: number, width: number): TextLine {
	const reach = measure(text, 12, 'regular') / 2 + 2;
	return middle(text, Math.min(Math.max(x, reach), width - reach), y);
}

/** A hairline of one pixel is sharp when it lies on half a pixel. */
function crisp(value: number): number {
	return Math.round(value) - 0.5;
}
