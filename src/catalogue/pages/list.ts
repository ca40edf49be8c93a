/** What the list of a collection is grouped by, and what its columns are. */
import { type CollectionName, collections } from '#schemas/index.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { keyWords } from '../model/labels.ts';
import { definition, metaOf, unwrap } from '../model/schema-walk.ts';
import type { Fact, FactColumn } from './fact.ts';

/** A column of the list and what it says of an entry. */
export interface ListColumn<Name extends CollectionName = CollectionName> extends FactColumn {
	fact: (entry: Entry<Name>, catalogue: Catalogue) => Fact;
	/** What it sorts by, where that is not the tier, the state or the words of the fact. */
	rank?: (entry: Entry<Name>, catalogue: Catalogue) => string | number;
}

interface Grouping {
	field: string;
	values: readonly string[];
	/** What each value is called and means, in the order of the values. */
	descriptions: readonly string[];
}

/**
 * The field a collection is grouped by: the one it names, else the first closed list among its
 * fields that is not the status every governed entry has. Derived, so that a new collection has
 * groups of its own.
 */
export function groupingOf(name: CollectionName): Grouping | undefined {
	const { schema: whole, groupBy } = collections[name];
	const { shape = {} } = definition(whole);
	if (groupBy === false) return undefined;
	const found = Object.entries(shape).find(([key, field]) =>
		groupBy
			? key === groupBy
			: enumValues(field).length > 0 && metaOf(field).vocabulary !== 'status',
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

/** The group of an entry, for its breadcrumb; undefined where its collection has none. */
export function groupOf({ collection, data }: Entry): { id: string; label: string } | undefined {
	const grouping = groupingOf(collection);
	if (!grouping) return undefined;
	const value = String(new Map<string, unknown>(Object.entries(data)).get(grouping.field));
	const description = grouping.descriptions[grouping.values.indexOf(value)] ?? value;
	return { id: value, label: description.split(': ')[0] ?? value };
}
