/** What the list of prompts compares and is narrowed down by. */
import { dataClass } from '#schemas/vocabularies.ts';
import { stateOf } from '../judge/approval/state.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { type ListFacet, valuesOf } from './browse/list-facets.ts';
import { linkOf } from './citing.ts';
import { nothing, words } from './fact.ts';
import type { ListColumn } from './list.ts';
import { caseCounts, casesOf, exposureOf, patternOf } from './prompt-page.ts';

type Prompt = Entry<'prompts'>;

const takes = ({ data }: Prompt) => Object.values(data['catalogue.variables']);
const withPattern = (entry: Prompt, catalogue: Catalogue) => {
	const pattern = patternOf(entry, catalogue);
	return pattern && { ...linkOf(pattern), id: pattern.id, state: stateOf(pattern, catalogue) };
};

export const promptColumns: readonly ListColumn<'prompts'>[] = [
	{
		label: 'Status',
		state: true,
		fact: (entry, catalogue) => {
			const pattern = withPattern(entry, catalogue);
			const version = `Version ${entry.data.version}`;
			return pattern ? { text: '', status: pattern.state, sub: version } : words(version);
		},
	},
	{
		label: 'Takes',
		fact: (entry) =>
			words(
				takes(entry)
					.map(({ label }) => label)
					.join(', '),
			),
	},
	{
		label: 'Data',
		fact: (entry) => {
			const { dataClass: highest, untrusted } = exposureOf(entry);
			const text = dataClass.label(highest);
			return untrusted.length > 0 ? { text, sub: 'Untrusted text' } : words(text);
		},
		rank: (entry) => dataClass.rank(exposureOf(entry).dataClass),
	},
	{
		label: 'Cases',
		fact: (entry, catalogue) => {
			const counts = caseCounts(casesOf(entry, catalogue));
			return counts ? words(counts) : nothing('None yet');
		},
		rank: (entry, catalogue) => casesOf(entry, catalogue).length,
	},
	{
		label: 'Pattern',
		fact: (entry, catalogue) => {
			const pattern = withPattern(entry, catalogue);
			return pattern ? { text: pattern.title, path: pattern.path } : nothing('No pattern');
		},
	},
];

export const promptFacets: readonly ListFacet<'prompts'>[] = [
	{
		name: 'data',
		label: 'Data',
		several: false,
		values: valuesOf(dataClass),
		of: (entry) => [exposureOf(entry).dataClass],
	},
	{
		name: 'text',
		label: 'Untrusted text',
		several: false,
		values: [
			{ value: 'untrusted', label: 'Takes text from outside the team' },
			{ value: 'trusted', label: 'Takes only the text of your team' },
		],
		of: (entry) => [exposureOf(entry).untrusted.length > 0 ? 'untrusted' : 'trusted'],
	},
	{
		name: 'pattern',
		label: 'Pattern',
		several: false,
		list: '/patterns/',
		of: (entry, catalogue) => {
			const pattern = withPattern(entry, catalogue);
			return pattern ? [{ value: pattern.id, label: pattern.title }] : [];
		},
	},
];
