/** Facets of every entry, derived once: browse, search and JSON all use these. */
import { collections } from '#schemas/index.ts';
import { stageNames } from '#schemas/stage-names.ts';
import * as words from '#schemas/vocabularies.ts';
import type { Vocabulary } from '#schemas/vocabulary.ts';
import {
	type EntryState,
	stateNames,
	stateOf,
	stateRank,
	states,
} from '../judge/approval/state.ts';
import { tierOf } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { isOf } from '../model/is-of.ts';

/** Facet name to values; a facet with several values counts for each. */
export type Facets = Record<string, readonly string[]>;

export interface FacetSpec {
	name: string;
	label: string;
	/** Labels in rank order, or undefined where the values are ids of entries. */
	vocabulary: Pick<Vocabulary<string>, 'values' | 'label'> | undefined;
	/** Whether a pattern may have several values, of which all chosen must be present. */
	several: boolean;
}

const from = <Value extends string>(
	name: string,
	label: string,
	vocabulary: Vocabulary<Value>,
	several = false,
): FacetSpec => ({
	name,
	label,
	// A vocabulary of some words is read here as one of any words; only labels are taken from it.
	vocabulary: vocabulary as unknown as Vocabulary<string>,
	several,
});

/** What may be used first, first. */
const STATES = {
	// The sorted copy of a list that is not empty; its values are the only ones that are asked for.
	values: stateNames.toSorted((a, b) => stateRank(a) - stateRank(b)) as [string, ...string[]],
	label: (value: string) => states[value as EntryState].label,
};

/** The facets of a pattern, in the order of the browse page. */
export const PATTERN_FACETS: readonly FacetSpec[] = [
	from('tier', 'Risk tier', words.tier),
	from('data', 'Data class', words.dataClass),
	from('problem', 'Problem', words.problem),
	from('outcome', 'Outcome', words.outcome),
	from('technique', 'Technique', words.technique, true),
	{ name: 'status', label: 'Status', vocabulary: STATES, several: false },
	{ name: 'connector', label: 'Connector', vocabulary: undefined, several: true },
	from('layer', 'Layer', words.layer, true),
	from('stage', stageNames.pattern, words.stage),
	{ name: 'owner', label: 'Owner', vocabulary: undefined, several: false },
];

/** The facets of any entry. Every entry has its type; a pattern has all of `PATTERN_FACETS`. */
export function facetsOf(entry: Entry, catalogue: Catalogue): Facets {
	const type = collections[entry.collection].singular;
	if (isOf('patterns', entry)) return { type: [type], ...patternFacets(entry, catalogue) };
	const { data } = entry;
	return {
		type: [type],
		...('status' in data ? { status: [data.status] } : {}),
		...('owner' in data ? { owner: [data.owner] } : {}),
		...('dimension' in data ? { dimension: [data.dimension] } : {}),
		...('category' in data ? { category: [data.category] } : {}),
	};
}

function patternFacets(entry: Entry<'patterns'>, catalogue: Catalogue): Facets {
	const { data } = entry;
	return {
		tier: [tierOf(data, catalogue.policy)],
		data: [data.exposure.data],
		problem: [data.problem],
		outcome: [data.outcome],
		technique: data.techniques,
		status: [stateOf(entry, catalogue)],
		connector: [...new Set(data.connectors.map(({ connector }) => connector))],
		layer: words.layer.values.filter((layer) =>
			data.architecture.nodes.some((node) => node.layer === layer),
		),
		stage: [data.stage],
		owner: [data.owner],
	};
}

/** Every value of a facet with its label, in rank order or by label, zero counts included. */
export function facetValues(
	spec: FacetSpec,
	catalogue: Catalogue,
): { value: string; label: string }[] {
	const { vocabulary } = spec;
	if (vocabulary)
		return vocabulary.values.map((value) => ({ value, label: vocabulary.label(value) }));
	const values =
		spec.name === 'owner'
			? catalogue.organisation.teams.map(({ id, name }) => ({ value: id, label: name }))
			: [...catalogue.connectors.values()].map(({ id, data }) => ({
					value: id,
					label: data.title,
				}));
	return values.sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
}
