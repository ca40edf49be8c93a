/** What the list of patterns compares and is narrowed down by. */
import { stageNames } from '#schemas/stage-names.ts';
import { dataClass, type PersonalData, personalData, stage } from '#schemas/vocabularies.ts';
import { isExampleState, stateOf, stateRank } from '../judge/approval/state.ts';
import { nextReview, tierOf } from '../judge/tier.ts';
import type { Entry } from '../model/catalogue.ts';
import { teamOf } from '../model/team.ts';
import { shortDay } from '../words/day.ts';
import { type ListFacet, valuesOf } from './browse/list-facets.ts';
import { facetsOf, facetValues, PATTERN_FACETS } from './facets.ts';
import { words } from './fact.ts';
import type { ListColumn } from './list.ts';

type Pattern = Entry<'patterns'>;

/** The second half of "Confidential, personal data"; empty without personal data. */
const PERSONAL = {
	none: '',
	ordinary: 'Personal data',
	special: 'Special category data',
} satisfies Record<PersonalData, string>;

const changedOn = ({ data }: Pattern) => data.changes[0]?.date ?? data.reviewed;

export const patternColumns: readonly ListColumn<'patterns'>[] = [
	{
		label: 'Status',
		state: true,
		fact: (entry, catalogue) => ({
			text: '',
			status: stateOf(entry, catalogue),
			sub: `Version ${entry.data.version}${isExampleState(entry, catalogue) ? ', example data' : ''}`,
		}),
		rank: (entry, catalogue) => stateRank(stateOf(entry, catalogue)),
	},
	{ label: 'Tier', fact: ({ data }, { policy }) => ({ text: '', tier: tierOf(data, policy) }) },
	{
		label: 'Data',
		fact: ({ data: { exposure } }) => ({
			text: dataClass.label(exposure.data),
			...(exposure.personalData !== 'none' && { sub: PERSONAL[exposure.personalData] }),
		}),
		rank: ({ data: { exposure } }) =>
			dataClass.rank(exposure.data) * personalData.values.length +
			personalData.rank(exposure.personalData),
	},
	{
		label: stageNames.pattern,
		fact: ({ data }) => words(stage.label(data.stage)),
		rank: ({ data }) => stage.rank(data.stage),
	},
	{ label: 'Owner', fact: ({ data }, catalogue) => words(teamOf(data.owner, catalogue).name) },
	{
		label: 'Review by',
		fact: (entry, catalogue) => words(shortDay(nextReview(entry, catalogue))),
		rank: nextReview,
	},
	{
		label: 'Changed',
		fact: (entry) => words(shortDay(changedOn(entry))),
		rank: changedOn,
	},
];

/** The facets of search and of the JSON, and personal data. */
export const patternFacets: readonly ListFacet<'patterns'>[] = [
	...PATTERN_FACETS.map(
		(spec): ListFacet<'patterns'> => ({
			name: spec.name,
			label: spec.label,
			several: spec.several,
			...(spec.name === 'connector' && { list: '/connectors/' }),
			...(spec.vocabulary && { values: valuesOf(spec.vocabulary) }),
			of: (entry, catalogue) => {
				const found = facetsOf(entry, catalogue)[spec.name] ?? [];
				if (spec.vocabulary) return found;
				const labels = new Map(facetValues(spec, catalogue).map((one) => [one.value, one]));
				return found.map((value) => labels.get(value) ?? value);
			},
		}),
	),
	{
		name: 'personal',
		label: 'Personal data',
		several: false,
		values: valuesOf(personalData),
		of: ({ data }) => [data.exposure.personalData],
	},
];
