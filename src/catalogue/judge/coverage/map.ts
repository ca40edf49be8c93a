/** A coverage map: what is covered by what, counted over the uses that people rely on. */
import type { CoverageState } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { keeper } from '../../model/keep.ts';
import { stateOf } from '../approval/state.ts';
import { liveUses, type Use } from '../portfolio/uses.ts';

/** A row or a column: an entry, or a value of a vocabulary. */
export interface Axis {
	id: string;
	title: string;
	/** The entry it is, where it is one. */
	entry?: Entry | undefined;
	/** What it is grouped under. */
	group?: string | undefined;
}

export interface CoverageCell {
	row: string;
	column: string;
	state: CoverageState;
	/** How many of them are covered. */
	done: number;
	/** How many there are in uses that people rely on. */
	of: number;
}

export interface CoverageMap {
	rows: readonly Axis[];
	columns: readonly Axis[];
	/** Only where a row and a column have to do with each other. */
	cells: readonly CoverageCell[];
}

/**
 * The state of a cell. What nobody relies on is designed and counts for nothing: neither as covered
 * nor as a gap.
 *
 * @example
 * stateFor(3, 4) // => 'part'
 */
export function stateFor(done: number, of: number): CoverageState {
	if (of === 0) return 'designed';
	if (done === of) return 'full';
	return done === 0 ? 'none' : 'part';
}

const keepLive = keeper<ReadonlyMap<string, readonly Use[]>>('live uses by pattern');

/** Live uses of each pattern: declared, and in effect today. */
export const liveByPattern = (catalogue: Catalogue): ReadonlyMap<string, readonly Use[]> =>
	keepLive(catalogue, '', () =>
		Map.groupBy(liveUses(catalogue), ({ entry }) => entry.data.pattern),
	);

/** Patterns that are more than a draft, by problem and title. */
export const shownPatterns = (catalogue: Catalogue): Entry<'patterns'>[] =>
	[...catalogue.patterns.values()]
		.filter((pattern) => stateOf(pattern, catalogue) !== 'draft')
		.sort(
			(a, b) =>
				compare(a.data.problem, b.data.problem) ||
				compare(a.data.title, b.data.title) ||
				compare(a.id, b.id),
		);

export const axisOf = (entry: Entry, group?: string): Axis => ({
	id: entry.id,
	title: 'title' in entry.data ? entry.data.title : entry.id,
	entry,
	...(group !== undefined && { group }),
});

/** Entries by title. */
export const byTitle = (a: Axis, b: Axis): number =>
	compare(a.title, b.title) || compare(a.id, b.id);

/** The map with some of its columns, and the rows that have to do with them. */
export function partOf(map: CoverageMap, columns: readonly Axis[]): CoverageMap {
	const ids = new Set(columns.map(({ id }) => id));
	return { ...map, columns, cells: map.cells.filter(({ column }) => ids.has(column)) };
}
