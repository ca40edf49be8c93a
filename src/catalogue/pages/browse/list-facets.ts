/** What a list can be narrowed down by: the closed lists among the fields, the owner, and its use. */
import { type CollectionName, collections } from '#schemas/index.ts';
import { dataClass } from '#schemas/vocabularies.ts';
import type { Vocabulary } from '#schemas/vocabulary.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { keyWords, labelOf } from '../../model/labels.ts';
import { definition, metaOf, unwrap } from '../../model/schema-walk.ts';
import { teamOf } from '../../model/team.ts';
import { patternsMayCite, usingPatterns } from '../citing.ts';
import type { BrowseFacet, FacetValue } from './state.ts';

export interface ListFacet<Name extends CollectionName = CollectionName>
	extends Omit<BrowseFacet, 'values'> {
	/** All its values in order. Left out, they are those that entries have, by name. */
	values?: readonly FacetValue[];
	/** What an entry has: values, or values with their names where the facet lists none. */
	of: (entry: Entry<Name>, catalogue: Catalogue) => readonly (string | FacetValue)[];
}

/** A vocabulary as the values of a facet. */
export const valuesOf = <Value extends string>({
	values,
	label,
}: Pick<Vocabulary<Value>, 'values' | 'label'>): FacetValue[] =>
	values.map((value) => ({ value, label: label(value) }));

/**
 * "What data will you send?": which entries are cleared for a class of data. A ceiling that is no
 * class, as that of a gateway, depends on what is behind it, so that the entry is shown for all.
 */
export function dataQuestion<Name extends CollectionName>(
	question: string,
	ceilingOf: (entry: Entry<Name>) => string,
): ListFacet<Name> {
	return {
		name: 'data',
		label: 'What data will you send?',
		question,
		several: true,
		values: valuesOf(dataClass),
		of: (entry) => {
			const words: readonly string[] = dataClass.values;
			const most = words.indexOf(ceilingOf(entry));
			return most < 0 ? words : words.slice(0, most + 1);
		},
	};
}

/** The facets every collection has by its schema: closed lists, alone or several, then owner and use. */
export function fieldFacets(name: CollectionName): ListFacet[] {
	const { shape = {} } = definition(collections[name].schema);
	const fields = Object.entries(shape).flatMap(([key, field]): ListFacet[] => {
		const { element } = definition(unwrap(field));
		const one = enumOf(field);
		const values = one ?? (element && enumOf(element));
		if (!values) return [];
		return [
			{
				name: key,
				label: labelOf(key, field),
				several: one === undefined,
				values,
				of: ({ data }) => {
					// A field that its own schema names: a word of the list, several, or nothing.
					const has = new Map<string, unknown>(Object.entries(data)).get(key);
					return [has].flat().filter((value) => typeof value === 'string');
				},
			},
		];
	});
	return [
		...fields,
		...(patternsMayCite(name) ? [inUse] : []),
		...('owner' in shape ? [owner] : []),
	];
}

function enumOf(schema: Parameters<typeof unwrap>[0]): FacetValue[] | undefined {
	const bare = unwrap(schema);
	if (definition(bare).type !== 'enum') return undefined;
	// An enum of zod keeps its values beside its definition; the type of one is read structurally.
	const { options } = bare as unknown as { options: string[] };
	const described = metaOf(schema).enumDescriptions ?? options.map(keyWords);
	return options.map((value, at) => {
		const [label = value, meaning = ''] = (described[at] ?? value).split(/: (.*)/s);
		return { value, label, meaning };
	});
}

const inUse: ListFacet = {
	name: 'used',
	label: 'In use',
	several: false,
	values: [
		{ value: 'yes', label: 'Used by a pattern' },
		{ value: 'no', label: 'Not used yet' },
	],
	of: (entry, catalogue) => [usingPatterns(entry, catalogue).length > 0 ? 'yes' : 'no'],
};

const owner: ListFacet = {
	name: 'owner',
	label: 'Owner',
	several: false,
	of: ({ data }, catalogue) =>
		'owner' in data ? [{ value: data.owner, label: teamOf(data.owner, catalogue).name }] : [],
};

/** The facets with all their values, and what each entry has of them, in the same order. */
export function facetsWith(
	specs: readonly ListFacet[],
	entries: readonly Entry[],
	catalogue: Catalogue,
): { facets: BrowseFacet[]; valuesOf: (entry: Entry) => string[][] } {
	const read = specs.map((spec) => {
		const has = new Map(
			entries.map((entry) => [entry, spec.of(entry, catalogue).map(named)] as const),
		);
		const found = new Map([...has.values()].flat().map((one) => [one.value, one]));
		const values =
			spec.values ?? [...found.values()].sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
		return { spec, has, values };
	});
	return {
		facets: read.map(({ spec: { name, label, several, question, list }, values }) => ({
			name,
			label,
			several,
			...(list !== undefined && { list }),
			...(question !== undefined && { question }),
			values,
		})),
		valuesOf: (entry) => read.map(({ has }) => (has.get(entry) ?? []).map(({ value }) => value)),
	};
}

const named = (value: string | FacetValue): FacetValue =>
	typeof value === 'string' ? { value, label: value } : value;
