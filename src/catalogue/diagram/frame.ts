// The grid around the nodes: lanes with their letters, steps with their names, frame lines.

import type { Axis } from '#catalogue/diagram/axis.ts';
import type { Lane, Metrics } from '#catalogue/diagram/metrics.ts';
import { whole } from '#catalogue/diagram/round.ts';
import { measure, shorten, wrap } from '#catalogue/diagram/text.ts';
import type { DrawnLane, DrawnStep, TextLine } from '#catalogue/diagram/types.ts';

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

/** Frame of a drawing: `starts` has the first row of each step where steps run down. */
export function frameOf(
	steps: readonly string[],
	sheet: Sheet,
	measures: Metrics,
	starts: readonly number[],
): Frame {
	return measures.lanesAcross
		? landscapeFrame(steps, sheet, measures)
		: portraitFrame(steps, sheet, measures, starts);
}

/** Frame of a drawing with lanes across: lane names at the left, step names on top. */
function landscapeFrame(
	steps: readonly string[],
	sheet: Sheet,
	{ lanes: named }: Pick<Metrics, 'lanes'>,
): Frame {
	const { columns, rows, width, height, side, header } = sheet;
	const lanes = pairs(rows.frames).map(([top, bottom], index): DrawnLane => {
		const { letter, name } = named[index] as Lane;
		const box = { x: 0, y: whole(top), width, height: whole(bottom - top) };
		const y = whole(top + 30);
		return {
			...box,
			alternate: index % 2 === 1,
			letter: { text: letter, x: 14, y, anchor: 'start' },
			name: { text: name, x: 32, y, anchor: 'start' },
		};
	});
	const drawnSteps = steps.map((name, index): DrawnStep => {
		const { start, size } = columns.cells[index] ?? { start: 0, size: 0 };
		const lines = stepLines(name, index, size);
		const first = lines.length === 1 ? whole(header / 2 + 5) : whole(header / 2 - 3);
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
		cuts: columns.frames.slice(1, -1).map((x) => `M${whole(x)} ${header}V${height}`),
	};
}

/** Step name over a landscape column, on one line or two. */
export function stepLines(name: string, index: number, width: number): string[] {
	return wrap(`${index + 1} ${name}`, fits(13, width + 8), 2);
}

/** Frame of a portrait drawing: lane letters and names on top, a step's name above its row. */
function portraitFrame(
	steps: readonly string[],
	sheet: Sheet,
	{ rows: style, lanes: named }: Pick<Metrics, 'rows' | 'lanes'>,
	starts: readonly number[],
): Frame {
	const { columns, rows, width, height, header } = sheet;
	const ends = [0, ...columns.frames.slice(1, -1), width];
	// Names that would touch stand in two rows.
	const crowded = named.some(
		({ name }, index) =>
			measure(name, 12, 'regular') > (ends[index + 1] ?? 0) - (ends[index] ?? 0) - 4,
	);
	const lanes = pairs(ends).map(([left, right], index): DrawnLane => {
		const { letter, name } = named[index] as Lane;
		const cell = columns.cells[index] ?? { start: left, size: right - left };
		const x = cell.start + cell.size / 2;
		return {
			x: whole(left),
			y: header,
			width: whole(right - left),
			height: whole(height - header),
			alternate: index % 2 === 1,
			letter: middle(letter, x, 16),
			name: clamp(name, x, crowded && index % 2 === 1 ? 44 : 30, width),
		};
	});
	const drawnSteps = steps.map((name, index): DrawnStep => {
		const { start } = rows.cells[starts[index] ?? 0] ?? { start: 0 };
		const text = stepLabel(name, index, width);
		const y = whole(start - style.reserve + 14);
		return { number: index + 1, name, lines: [{ text, x: stepX(columns), y, anchor: 'start' }] };
	});
	const hairs = starts.map((row) => `M0 ${crisp(rows.frames[row] ?? 0)}H${width}`);
	const cuts = columns.frames.slice(1, -1).map((x) => `M${whole(x)} ${header}V${height}`);
	return { lanes, steps: drawnSteps, hair: hairs.join(''), cuts };
}

/** Where a portrait step name starts: right of the lines that pass on the outside. */
export function stepX(columns: Axis): number {
	return whole((columns.cells[0]?.start ?? 4) + 1);
}

/** A portrait step name takes at most half of the width, so that lines can pass beside it. */
export function stepLabel(name: string, index: number, width: number): string {
	return shorten(`${index + 1} ${name}`, fits(13, width / 2));
}

function middle(text: string, x: number, y: number): TextLine {
	return { text, x: whole(x), y: whole(y), anchor: 'middle' };
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
