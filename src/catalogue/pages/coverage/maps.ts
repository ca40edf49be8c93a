/** The maps that have pages: what each is called, what it says, and how its cells are to be read. */
import { type CoverageState, coverageState } from '#schemas/vocabularies.ts';
import type { CoverageMap } from '../../judge/coverage/map.ts';
import {
	controlMap,
	dataMap,
	frameworkMap,
	problemMap,
	riskMap,
} from '../../judge/coverage/maps.ts';
import type { Catalogue } from '../../model/catalogue.ts';

/** How the cells of a map are to be read. */
export interface Reading {
	/** What a number counts. */
	counts: string;
	states: Partial<Record<CoverageState, string>>;
	/** Whether the numbers are of controls that are proven. */
	proof: boolean;
}

export interface NamedMap {
	/** As in its address: `risks`, `frameworks/gdpr`. */
	name: string;
	title: string;
	/** What the rows and columns are. */
	row: string;
	rows: string;
	column: string;
	/** What the rows in the map have in common: `are cited by a control`. */
	named: string;
	reading: Reading;
	make: () => CoverageMap;
}

const meaning = (...states: CoverageState[]): Reading['states'] =>
	Object.fromEntries(states.map((state) => [state, coverageState.terms[state].meaning]));

const proven: Reading = {
	counts: 'How many controls of the pattern are proven in live uses.',
	states: meaning('full', 'part', 'none', 'accepted', 'designed'),
	proof: true,
};
const controls: Reading = {
	counts: 'How many of the live uses that must have the control have proved it.',
	states: meaning('full', 'part', 'none', 'designed'),
	proof: true,
};

/** Every map, in the order of the page. */
export const mapsOf = (catalogue: Catalogue): NamedMap[] => [
	{
		name: 'risks',
		title: 'Risks by pattern',
		row: 'Risk',
		rows: 'risks',
		named: 'are declared by a pattern',
		column: 'Pattern',
		reading: proven,
		make: () => riskMap(catalogue),
	},
	{
		name: 'controls',
		title: 'Controls by pattern',
		row: 'Control',
		rows: 'controls',
		named: 'are required of a pattern',
		column: 'Pattern',
		reading: controls,
		make: () => controlMap(catalogue),
	},
	{
		name: 'data',
		title: 'Data classes by connector',
		row: 'Data class',
		rows: 'classes of data',
		named: 'can go through a connector',
		column: 'Connector',
		reading: {
			counts: 'Live uses that send this class of data through the connector.',
			states: {
				full: 'Live uses send it, and the connector is cleared for it.',
				over: coverageState.terms.over.meaning,
				designed: 'The connector is cleared for it, but no live use sends it.',
			},
			proof: false,
		},
		make: () => dataMap(catalogue),
	},
	{
		name: 'problems',
		title: 'Problems by pattern',
		row: 'Problem',
		rows: 'problems',
		named: 'have a pattern',
		column: 'Pattern',
		reading: {
			counts: 'Number of live uses of each pattern.',
			states: {
				full: 'Live uses rely on the pattern.',
				designed: 'The pattern exists, but no live use relies on it yet.',
			},
			proof: false,
		},
		make: () => problemMap(catalogue),
	},
	...[...catalogue.frameworks.values()]
		.filter(({ data }) => data.status === 'current')
		.map(
			(framework): NamedMap => ({
				name: `frameworks/${framework.id}`,
				title: `${framework.data.title} by control`,
				row: 'Item',
				rows: 'items',
				named: 'are cited by a control',
				column: 'Control',
				reading: controls,
				make: () => frameworkMap(framework, catalogue),
			}),
		),
];
