/** Columns of the lists: what a reader compares before opening an entry. */
import type { CollectionName } from '#schemas/index.ts';
import {
	authModel,
	ceiling,
	codification,
	dataClass,
	impact,
	likelihood,
	metricDirection,
	skillTask,
} from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { teamOf } from '../model/team.ts';
import { citing, citingPatterns, linkById, patternsMayCite } from './citing.ts';
import { countOf, nothing, words } from './fact.ts';
import { frameworkCoverage } from './framework-coverage.ts';
import type { ListColumn } from './list.ts';
import { retiresFact } from './model-end.ts';
import { requiredFrom } from './required-from.ts';
import { stageFact } from './used-by.ts';

const usedBy = {
	label: 'Used by',
	fact: (entry: Entry, catalogue: Catalogue) => {
		const count = citingPatterns(entry, catalogue).length;
		return count === 0 ? nothing('No pattern yet') : words(countOf(count, 'pattern', 'patterns'));
	},
};

const status = {
	label: 'Status',
	state: true,
	fact: ({ data }: Entry) =>
		'status' in data && 'owner' in data ? { text: '', status: data.status } : words(''),
};

/** Columns any governed collection can fill; who uses it, only where a pattern can. */
export function commonColumns(name: CollectionName): readonly ListColumn[] {
	return patternsMayCite(name) ? [status, usedBy] : [status];
}

export const controlColumns: readonly ListColumn<'controls'>[] = [
	status,
	{
		label: 'Required from',
		fact: ({ id }, { policy }) => {
			const { tier, because } = requiredFrom(id, policy);
			if (tier) return { text: '', tier };
			return because.length > 0 ? words('On condition') : nothing('Not required');
		},
	},
	{ label: 'Codified in', fact: ({ data }) => words(codification.label(data.codifiedIn)) },
	{ label: 'Answers', fact: ({ data }) => words(countOf(data.mitigates.length, 'risk', 'risks')) },
	usedBy,
];

export const riskColumns: readonly ListColumn<'risks'>[] = [
	status,
	{
		label: 'Usual at medium tier',
		fact: ({ data: { rating } }) =>
			words(
				`${likelihood.label(rating.medium.likelihood)}, ${impact.label(rating.medium.impact).toLowerCase()}`,
			),
	},
	{
		label: 'Answered by',
		fact: (entry, catalogue) => {
			const count = citing(entry, catalogue).filter(
				({ data }) => 'mitigates' in data && data.mitigates.includes(entry.id),
			).length;
			return count === 0 ? nothing('No control') : words(countOf(count, 'control', 'controls'));
		},
	},
	{ ...usedBy, label: 'Listed by' },
];

export const metricColumns: readonly ListColumn<'metrics'>[] = [
	status,
	{ label: 'Unit', fact: ({ data }) => words(data.unit) },
	{ label: 'Direction', fact: ({ data }) => words(metricDirection.label(data.direction)) },
	usedBy,
];

export const connectorColumns: readonly ListColumn<'connectors'>[] = [
	status,
	{ label: 'Signs in', fact: ({ data }) => words(authModel.label(data.auth.model)) },
	{ label: 'Highest data', fact: ({ data }) => words(ceiling.label(data.ceiling)) },
	usedBy,
];

export const modelColumns: readonly ListColumn<'models'>[] = [
	status,
	{ label: 'Pinned version', fact: ({ data }) => ({ text: data.pinnedVersion, mono: true }) },
	{ label: 'Highest data', fact: ({ data }) => words(dataClass.label(data.ceiling)) },
	{ label: 'Retires', fact: (entry, catalogue) => retiresFact(entry, catalogue) },
	usedBy,
];

export const useCaseColumns: readonly ListColumn<'use-cases'>[] = [
	status,
	{
		label: 'Pattern',
		fact: ({ data }, catalogue) => {
			const { title, path } = linkById('patterns', data.pattern, catalogue);
			return { text: title, path };
		},
	},
	{ label: 'Tier', fact: ({ data }) => ({ text: '', tier: data.tier }) },
	{ label: 'Highest data', fact: ({ data }) => words(dataClass.label(data.data)) },
	{ label: 'Stage', fact: ({ data }) => stageFact(data) },
	{ label: 'Owner', fact: ({ data }, catalogue) => words(teamOf(data.owner, catalogue).name) },
];

export const roleColumns: readonly ListColumn<'roles'>[] = [
	status,
	{
		label: 'Must be able to',
		fact: ({ data }) => words(data.tasks.map(skillTask.label).join(', ')),
	},
	{ ...usedBy, label: 'Work changed by' },
];

export const guideColumns: readonly ListColumn<'guides'>[] = [
	status,
	{ label: 'What you take away', fact: ({ data }) => words(data.answer) },
];

export const frameworkColumns: readonly ListColumn<'frameworks'>[] = [
	{ label: 'Edition', fact: ({ data }) => words(data.edition) },
	{ label: 'Publisher', fact: ({ data }) => words(data.publisher) },
	{
		label: 'Covered',
		fact: (entry, catalogue) => {
			const { covered, total } = frameworkCoverage(entry, catalogue);
			return words(`${covered} of ${total} items`);
		},
	},
];
