/** The page of a model alias: what is behind it, what may be sent to it, when it ends. */
import { dataClass, hosting, hostingFactor } from '#schemas/vocabularies.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { labelAt } from '../model/labels.ts';
import { longDay, shortDay } from '../words/day.ts';
import { formatNumber } from '../words/number.ts';
import { type Block, list, pairs, text } from './blocks.ts';
import { dataQuestion, type ListFacet } from './browse/list-facets.ts';
import { linkOf } from './citing.ts';
import {
	besideSection,
	changesSection,
	fieldSection,
	proseSections,
	usesSection,
} from './common-sections.ts';
import { countriesFact } from './countries-fact.ts';
import { entryPage } from './entry-page.ts';
import { words } from './fact.ts';
import type { ListColumn } from './list.ts';
import { statusColumn as status, usedByColumn as usedBy } from './list-columns.ts';
import { type ModelEnd, modelEnd, retiresFact } from './model-end.ts';
import type { Page, Section } from './page.ts';
import { linksOf, neighbour } from './rows.ts';
import type { EntryFacts } from './title-facts.ts';
import { MODEL_USE_COLUMNS, modelUses } from './use-rows.ts';

const title = (key: keyof Entry<'models'>['data']) => labelAt('models', key);

/** Everything the page of a model says. */
export function modelPage(entry: Entry<'models'>, { catalogue }: ExportContext): Page {
	const { data } = entry;
	const fallback = data.fallback ? catalogue.models.get(data.fallback) : undefined;
	const end = modelEnd(entry, catalogue);
	return entryPage(entry, catalogue, {
		stamped: true,
		facts: factsOf(entry, fallback, end),
		notices: end ? [notice(end)] : [],
		sections: [
			behind(entry, end),
			fieldSection('models', 'dataTerms', [
				text(
					`Send nothing above ${dataClass.label(data.ceiling).toLowerCase()} data to it. The contract says:`,
					'intro',
				),
				list(data.dataTerms),
			]),
			fieldSection('models', 'goodFor', [list(data.goodFor)]),
			fieldSection('models', 'notFor', [list(data.notFor)]),
			...proseSections(entry),
			usesSection('Where it is used', {
				label: 'Patterns that can run on it',
				columns: MODEL_USE_COLUMNS,
				uses: modelUses(entry, catalogue),
				none: 'No patterns run on this model yet. When one does, it will be listed here.',
				look: 'uses',
			}),
		],
		side: [
			...besideSection(
				'fallback',
				title('fallback'),
				fallback ? [neighbour(linkOf(fallback), fallback.data.summary)] : [],
			),
			changesSection(data.changes),
		],
	});
}

const factsOf = (
	{ id, data }: Entry<'models'>,
	fallback: Entry<'models'> | undefined,
	end: ModelEnd | undefined,
): EntryFacts => [
	{ label: title('pinnedVersion'), text: data.pinnedVersion, mono: true, sub: `Alias ${id}` },
	{ label: title('ceiling'), text: dataClass.label(data.ceiling) },
	{
		label: end?.tone === 'bad' ? 'Retired' : title('retires'),
		text: shortDay(data.retires),
		sub: fallback ? `Then ${fallback.data.title}` : 'It has no fallback',
	},
];

const notice = ({ tone, fact, text: words, patterns }: ModelEnd): Block => ({
	kind: 'note',
	tone,
	fact,
	words,
	...(patterns.length > 0 && { more: [list(linksOf(patterns), 'names')] }),
});

const behind = ({ id, data }: Entry<'models'>, end: ModelEnd | undefined): Section => ({
	id: 'behind',
	title: 'What is behind the alias',
	blocks: [
		pairs(
			[
				['Alias', id],
				[title('pinnedVersion'), data.pinnedVersion],
				[title('supplier'), data.supplier],
				[
					title('hosting'),
					`${hosting.label(data.hosting)}. ${hosting.terms[data.hosting].meaning}`,
				],
				[title('decidedBy'), hostingFactor.terms[data.decidedBy].meaning],
				[title('regions'), data.regions.join('; ')],
				[title('countries'), countriesFact(data.countries)],
				[title('contextTokens'), `${formatNumber(data.contextTokens)} tokens in and out together`],
				[
					title('retires'),
					`${longDay(data.retires)}: the pinned version ${end?.tone === 'bad' ? 'stopped' : 'stops'} answering`,
				],
			],
			'facts',
		),
	],
});

/** What its list compares. */
export const modelColumns: readonly ListColumn<'models'>[] = [
	status,
	{ label: title('pinnedVersion'), fact: ({ data }) => ({ text: data.pinnedVersion, mono: true }) },
	{
		label: title('ceiling'),
		fact: ({ data }) => words(dataClass.label(data.ceiling)),
		rank: ({ data }) => dataClass.rank(data.ceiling),
	},
	{
		label: title('retires'),
		fact: (entry, catalogue) => retiresFact(entry, catalogue),
		rank: ({ data }) => data.retires,
	},
	usedBy,
];

/** What its list is narrowed down by, before its own closed lists. */
export const modelFacets: readonly ListFacet<'models'>[] = [
	dataQuestion('Shows the models that are cleared for it.', ({ data }) => data.ceiling),
];
