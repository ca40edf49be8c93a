/** Two to four patterns side by side, with what differs. Runs in the browser. */
import { demandWords } from '../../judge/tier.ts';
import { link, type Words } from '../blocks.ts';
import { type ComparedPattern, POINTS, type Titles, type Value } from './rows.ts';

/** A value of a cell, and whether no other pattern has it. */
export interface ComparedValue {
	words: Words;
	only: boolean;
}

export interface ComparedRow {
	label: Words;
	/** All the same, one that stands out from the others, or different ones. */
	differs: 'no' | 'one' | 'yes';
	/** By pattern; an empty cell says that there is nothing. */
	cells: readonly (readonly ComparedValue[])[];
}

export interface Comparison {
	groups: { title: string; rows: ComparedRow[] }[];
	points: number;
	different: number;
}

/** Compares patterns on every point that any of them has a value for. */
export function compare(patterns: readonly ComparedPattern[], titles: Titles): Comparison {
	const groups = POINTS.map(({ title, points }) => ({
		title,
		rows: points
			.map(({ label, values }) => ({ label, cells: patterns.map((one) => values(one, titles)) }))
			.filter(({ cells }) => cells.some((values) => values.length > 0))
			.map(({ label, cells }) => rowOf(label, cells)),
	}));
	groups.push({
		title: 'Controls that not all of them require',
		rows: controlRows(patterns, titles),
	});
	const filled = groups.filter(({ rows }) => rows.length > 0);
	const rows = filled.flatMap((group) => group.rows);
	return {
		groups: filled,
		points: rows.length,
		different: rows.filter(({ differs }) => differs !== 'no').length,
	};
}

/** Marks what only one pattern has: the odd one of three or more, or an item of a list. */
export function rowOf(label: Words, cells: readonly (readonly Value[])[]): ComparedRow {
	const keys = cells.map((values) => JSON.stringify(values.map(({ key }) => key).sort()));
	const kinds = new Set(keys).size;
	const odd = cells.length > 2 && kinds === 2 ? oddOne(keys) : -1;
	const lists = cells.some((values) => values.length > 1);
	const counts = new Map<string, number>();
	for (const { key } of cells.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
	// Where nothing is shared, everything would be marked: sentences that say the same in other words.
	const shared = [...counts.values()].some((count) => count > 1);
	const single = cells.filter((values) => values.length > 0).length === 1;
	const tells = kinds > 1 && (shared || single);
	return {
		label,
		differs: kinds === 1 ? 'no' : odd >= 0 ? 'one' : 'yes',
		cells: cells.map((values, at) =>
			values.map(({ key, words }) => ({
				words,
				only: lists ? tells && counts.get(key) === 1 : at === odd,
			})),
		),
	};
}

/** The place of the only value that no other cell has; -1 where there are several such. */
function oddOne(keys: readonly string[]): number {
	const alone = keys.filter((key) => keys.indexOf(key) === keys.lastIndexOf(key));
	return alone.length === 1 ? keys.indexOf(alone[0] ?? '') : -1;
}

/** A row for each control that some of the patterns require and others do not. */
function controlRows(patterns: readonly ComparedPattern[], titles: Titles): ComparedRow[] {
	const required = patterns.map(
		({ computed }) => new Map(computed.requiredControls.map((one) => [one.control, one])),
	);
	const ids = [...new Set(required.flatMap((controls) => [...controls.keys()]))];
	return ids
		.filter((id) => required.some((controls) => !controls.has(id)))
		.map((id) =>
			rowOf(
				link(titles.get('controls')?.get(id) ?? id, `/controls/${id}/`),
				required.map((controls) => {
					const one = controls.get(id);
					return [
						one
							? { key: 'required', words: `Required. ${demandWords(one)}` }
							: { key: 'not', words: 'Not required' },
					];
				}),
			),
		);
}
