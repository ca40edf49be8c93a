/** The list of a collection: entries in groups, with the facts that matter as columns. */
import { type CollectionName, collections } from '#schemas/index.ts';
import { stateOf } from '../judge/approval/state.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { summaryOf, titleOf } from '../model/entry.ts';
import { compare } from '../model/finding.ts';
import { keyWords } from '../model/labels.ts';
import { definition, metaOf, unwrap } from '../model/schema-walk.ts';
import { linkOf } from './citing.ts';
import type { Fact, FactColumn, FactRow } from './fact.ts';

/** A column of the list and what it says of an entry. */
export interface ListColumn<Name extends CollectionName = CollectionName> extends FactColumn {
	fact: (entry: Entry<Name>, catalogue: Catalogue) => Fact;
}

export interface ListRow extends FactRow {
	/** Value of the grouping field, or an empty text where the collection has none. */
	group: string;
}

export interface ListGroup {
	id: string;
	label: string;
	meaning: string;
	rows: ListRow[];
}

interface Grouping {
	field: string;
	values: readonly string[];
	/** What each value is called and means, in the order of the values. */
	descriptions: readonly string[];
}

/**
 * The field a collection is grouped by: the first closed list among its fields that is not the
 * status every governed entry has. Derived, so that a new collection has groups of its own.
 */
export function groupingOf(name: CollectionName): Grouping | undefined {
	const { shape = {} } = definition(collections[name].schema);
	const found = Object.entries(shape).find(
		([, field]) => enumValues(field).length > 0 && metaOf(field).vocabulary !== 'status',
	);
	if (!found) return undefined;
	const [field, schema] = found;
	const values = enumValues(schema);
	return { field, values, descriptions: metaOf(schema).enumDescriptions ?? values.map(keyWords) };
}

function enumValues(schema: Parameters<typeof unwrap>[0]): string[] {
	const bare = unwrap(schema);
	if (definition(bare).type !== 'enum') return [];
	// An enum of zod keeps its values beside its definition; the type of one is read structurally.
	return (bare as unknown as { options: string[] }).options;
}

/**
 * All rows of a collection in the order of the list: by group, what is on its way out last, by
 * stated order, by title.
 */
export function listRows<Name extends CollectionName>(
	name: Name,
	columns: readonly ListColumn<Name>[],
	catalogue: Catalogue,
): ListRow[] {
	const grouping = groupingOf(name);
	// A mapped type over all collections does not narrow to one; the map of a name holds its entries.
	const entries = [...catalogue.all[name].values()] as Entry<Name>[];
	return entries
		.map((entry) => ({ entry, at: placeOf(entry, grouping, catalogue) }))
		.sort(
			(a, b) =>
				a.at.group - b.at.group ||
				a.at.leaving - b.at.leaving ||
				a.at.order - b.at.order ||
				compare(titleOf(a.entry), titleOf(b.entry)),
		)
		.map(({ entry, at }) => ({
			...linkOf(entry),
			id: entry.id,
			sub: summaryOf(entry),
			group: grouping?.values[at.group] ?? '',
			facts: columns.map(({ fact }) => fact(entry, catalogue)),
		}));
}

interface ListPlace {
	group: number;
	/** 1 for what takes no new use, so that it stands after what does. */
	leaving: number;
	order: number;
}

function placeOf(entry: Entry, grouping: Grouping | undefined, catalogue: Catalogue): ListPlace {
	const data = new Map<string, unknown>(Object.entries(entry.data));
	const order = data.get('order');
	return {
		group: grouping ? grouping.values.indexOf(String(data.get(grouping.field))) : 0,
		leaving: Number(isLeaving(entry, catalogue)),
		order: typeof order === 'number' ? order : 0,
	};
}

/** Whether an entry is deprecated, withdrawn, or a model that has stopped answering. */
function isLeaving(entry: Entry, catalogue: Catalogue): boolean {
	const state = stateOf(entry, catalogue);
	if (state === 'deprecated' || state === 'withdrawn') return true;
	return 'retires' in entry.data && entry.data.retires < catalogue.today;
}

/** Rows of one page under the headings of their groups, in order; groups without rows are left out. */
export function groupRows(name: CollectionName, rows: readonly ListRow[]): ListGroup[] {
	const grouping = groupingOf(name);
	if (!grouping) return [{ id: 'all', label: '', meaning: '', rows: [...rows] }];
	return grouping.values
		.map((value, at) => {
			const [label = value, meaning = ''] = (grouping.descriptions[at] ?? value).split(/: (.*)/s);
			return { id: value, label, meaning, rows: rows.filter(({ group }) => group === value) };
		})
		.filter((group) => group.rows.length > 0);
}

/** The group of an entry, for its breadcrumb; undefined where its collection has none. */
export function groupOf({ collection, data }: Entry): { id: string; label: string } | undefined {
	const grouping = groupingOf(collection);
	if (!grouping) return undefined;
	const value = String(new Map<string, unknown>(Object.entries(data)).get(grouping.field));
	const description = grouping.descriptions[grouping.values.indexOf(value)] ?? value;
	return { id: value, label: description.split(': ')[0] ?? value };
}
