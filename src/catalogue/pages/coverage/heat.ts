/** A coverage map as a drawing of cells, and the same as a table of names. */
import { type CoverageState, coverageState } from '#schemas/vocabularies.ts';
import type { Axis, CoverageCell, CoverageMap } from '../../judge/coverage/map.ts';
import { entryPath } from '../../model/entry.ts';
import { itemPath } from '../../words/anchor.ts';
import { countOf } from '../../words/count.ts';
import { type Block, joined, link, table, type Words } from '../blocks.ts';
import type { Heat, HeatHead } from './heat-map.ts';
import type { NamedMap } from './maps.ts';

/** The text of a cell: the same without its colour. */
export function cellText({ state, done, of }: Pick<CoverageCell, 'state' | 'done' | 'of'>): string {
	if (state === 'designed') return '·';
	if (state === 'full') return String(of);
	if (state === 'over') return `${of}!`;
	return `${done}/${of}${state === 'accepted' ? ' a' : ''}`;
}

/** Where a row or column of a map can be looked into. */
export function axisPath({ entry, id }: Axis, named: NamedMap): string | undefined {
	if (entry) return entryPath(entry);
	const [kind, framework] = named.name.split('/');
	return kind === 'frameworks' && framework ? itemPath(framework, id) : undefined;
}

const headOf = (axis: Axis, named: NamedMap): HeatHead => ({
	title: axis.title,
	path: axisPath(axis, named),
});

/** Cells of a map by row, for lookups. */
const cellsByRow = ({ cells }: CoverageMap) => Map.groupBy(cells, ({ row }) => row);

/** The drawing: rows that nothing has to do with are left out, as they are listed below it. */
export function heatOf(map: CoverageMap, named: NamedMap): Heat {
	const byRow = cellsByRow(map);
	const rows = map.rows.filter(({ id }) => byRow.has(id));
	return {
		label: named.title,
		corner: named.row,
		groups: groupsOf(map.columns),
		columns: map.columns.map((column) => headOf(column, named)),
		rows: rows.map((row) => {
			const own = byRow.get(row.id) ?? [];
			const byColumn = new Map(own.map((cell) => [cell.column, cell]));
			const cells = map.columns.map(({ id }) => {
				const cell = byColumn.get(id);
				return cell && { state: cell.state, text: cellText(cell) };
			});
			return { head: headOf(row, named), total: totalWords(own), cells };
		}),
		key: keyOf(map, named),
	};
}

function keyOf({ cells }: CoverageMap, { reading }: NamedMap): Heat['key'] {
	return coverageState.values.flatMap((state) => {
		const found = cells.find((cell) => cell.state === state);
		if (!found) return [];
		const says = reading.states[state] ?? coverageState.terms[state].meaning;
		return [{ state, text: cellText(found), label: coverageState.label(state), says }];
	});
}

/** Neighbouring columns of one group under one head; none where columns have no groups. */
function groupsOf(columns: readonly Axis[]): Heat['groups'] {
	const groups: { title: string; span: number }[] = [];
	for (const { group } of columns) {
		if (group === undefined) return [];
		const last = groups.at(-1);
		if (last?.title === group) last.span += 1;
		else groups.push({ title: group, span: 1 });
	}
	return groups;
}

/** How many of how many, over some cells. */
export const sumOf = (cells: readonly CoverageCell[]): [done: number, of: number] => [
	cells.reduce((sum, { done }) => sum + done, 0),
	cells.reduce((sum, { of }) => sum + of, 0),
];

/** @example totalWords(cells) // => '12/15' */
export function totalWords(cells: readonly CoverageCell[]): string {
	const [done, of] = sumOf(cells);
	if (of === 0) return '–';
	return done === of ? String(of) : `${done}/${of}`;
}

/** Names in one cell of the table; the rest is a number. */
const MOST_NAMES = 5;

/** The same as a table: for each row, where it is covered, where not, and where nobody relies on it. */
export function namesTable(map: CoverageMap, named: NamedMap): Block {
	const byRow = cellsByRow(map);
	const columns = new Map(map.columns.map((column) => [column.id, column]));
	const wanted: readonly (readonly [string, readonly CoverageState[]])[] = (
		[
			['Covered', ['full']],
			['Partly or not covered', ['over', 'none', 'part', 'accepted']],
			['Designed only', ['designed']],
		] as const
	).filter(([, states]) =>
		map.cells.some(({ state }) => (states as readonly string[]).includes(state)),
	);
	return table(
		`${named.title}, as a table`,
		[named.row, ...wanted.map(([title]) => title)],
		map.rows.flatMap((row): Words[][] => {
			const own = byRow.get(row.id);
			if (!own) return [];
			const names = (states: readonly CoverageState[]): Words => {
				const found = own.filter(({ state }) => states.includes(state));
				return found.length === 0
					? '–'
					: namesOf(found, columns, named, !states.includes('designed'));
			};
			return [[rowName(row, named), ...wanted.map(([, states]) => names(states))]];
		}),
	);
}

function rowName(row: Axis, named: NamedMap): Words {
	const path = axisPath(row, named);
	return path ? link(row.title, path) : row.title;
}

function namesOf(
	cells: readonly CoverageCell[],
	columns: ReadonlyMap<string, Axis>,
	named: NamedMap,
	counted: boolean,
): Words {
	const shown = cells.slice(0, MOST_NAMES).map((cell): Words => {
		const column = columns.get(cell.column);
		if (!column) return cell.column;
		const path = axisPath(column, named);
		const count = counted ? ` ${cellText(cell)}` : '';
		return [path ? link(column.title, path) : column.title, count];
	});
	const more = cells.length - shown.length;
	return [joined(shown), more > 0 && ` and ${countOf(more, 'other')}`];
}

/** Rows that nothing has to do with. */
export const emptyRows = (map: CoverageMap): Axis[] => {
	const byRow = cellsByRow(map);
	return map.rows.filter(({ id }) => !byRow.has(id));
};
