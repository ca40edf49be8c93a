/** The line a finding points at, with a mark under the place, cut to fit. */
import type { Range } from '#catalogue/model/finding.ts';
import { characters, columnsOf, harmless } from './columns.ts';

export interface Excerpt {
	text: string;
	/** Spaces, and carets under the place. */
	mark: string;
}

interface Cell {
	text: string;
	columns: number;
	marked: boolean;
}

/** Columns kept in front of the place where the line is too long. */
const BEFORE = 20;

/** The line and its mark in at most `width` columns; undefined where the source has no such line. */
export function excerptOf(source: string, range: Range, width: number): Excerpt | undefined {
	const line = source.split('\n')[range.line - 1]?.replace(/\r$/, '');
	if (line === undefined || line.trim() === '') return undefined;
	const [start, end] = [range.column - 1, endOf(line, range)];
	const marked = cellsOf(line.slice(start, end), true);
	const cells = [
		...cellsOf(line.slice(0, start), false),
		// A place at the end of a line, such as a missing value, has no character to stand under.
		...(marked.length > 0 ? marked : [END]),
		...cellsOf(line.slice(end), false),
	];
	const shown = cut(cells, width);
	const last = shown.findLastIndex(({ marked }) => marked);
	return {
		text: shown
			.map(({ text }) => text)
			.join('')
			.trimEnd(),
		mark: shown
			.slice(0, last + 1)
			.map(({ columns, marked }) => (marked ? '^' : ' ').repeat(columns))
			.join(''),
	};
}

const END: Cell = { text: ' ', columns: 1, marked: true };

/** Where the mark ends: the place's own end, or the end of the line for one of several lines. */
function endOf(line: string, { line: first, column, endLine, endColumn }: Range): number {
	if (endLine !== undefined && endLine > first) return line.trimEnd().length;
	return Math.max(column, (endColumn ?? column + 1) - 1);
}

const cellsOf = (text: string, marked: boolean): Cell[] =>
	characters(harmless(text)).map((character) => ({
		text: character,
		columns: columnsOf(character),
		marked,
	}));

/** As much of the line as fits, with the place in it and "..." where something was cut off. */
function cut(cells: readonly Cell[], width: number): Cell[] {
	if (columns(cells) <= width) return [...cells];
	const first = cells.findIndex(({ marked }) => marked);
	const last = cells.findLastIndex(({ marked }) => marked);
	const isFar = columns(cells.slice(0, last + 1)) > width - DOTS.length;
	const from = isFar ? first - fitting(cells.slice(0, first).reverse(), BEFORE) : 0;
	const head = from > 0 ? DOTS : [];
	const rest = cells.slice(from);
	if (columns(rest) + head.length <= width) return [...head, ...rest];
	return [...head, ...rest.slice(0, fitting(rest, width - head.length - DOTS.length)), ...DOTS];
}

/** How many cells from the first on fit in a width. */
function fitting(cells: readonly Cell[], width: number): number {
	let used = 0;
	const over = cells.findIndex((cell) => {
		used += cell.columns;
		return used > width;
	});
	return over < 0 ? cells.length : over;
}

const DOTS: Cell[] = Array.from('...', (text) => ({ text, columns: 1, marked: false }));

const columns = (cells: readonly Cell[]) => cells.reduce((sum, cell) => sum + cell.columns, 0);
