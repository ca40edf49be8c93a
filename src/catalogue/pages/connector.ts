/** The page of a connector: how it signs in, what it may do, what it logs, how to get access. */
import { access, authModel, ceiling, systemClass } from '#schemas/vocabularies.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { labelAt } from '../model/labels.ts';
import { inside } from '../words/phrase.ts';
import { list, pairs, quiet, strong, sub, table, text } from './blocks.ts';
import { dataQuestion, type ListFacet, valuesOf } from './browse/list-facets.ts';
import {
	changesSection,
	fieldSection,
	mappingSection,
	proseSections,
	usesSection,
} from './common-sections.ts';
import { countriesFact } from './countries-fact.ts';
import { entryPage } from './entry-page.ts';
import { words } from './fact.ts';
import type { ListColumn } from './list.ts';
import { statusColumn as status, usedByColumn as usedBy } from './list-columns.ts';
import type { Page, Section } from './page.ts';
import type { EntryFacts } from './title-facts.ts';
import { CONNECTOR_USE_COLUMNS, connectorUses } from './use-rows.ts';

type Data = Entry<'connectors'>['data'];
const title = (key: keyof Data) => labelAt('connectors', key);

/** Everything the page of a connector says. */
export function connectorPage(entry: Entry<'connectors'>, { catalogue }: ExportContext): Page {
	const { data } = entry;
	return entryPage(entry, catalogue, {
		stamped: true,
		facts: factsOf(data),
		sections: [
			scopes(data.scopes),
			auth(data.auth),
			limits(data),
			fieldSection('connectors', 'logFields', [list(data.logFields)]),
			fieldSection('connectors', 'obtain', [list(data.obtain, 'steps')]),
			...proseSections(entry),
			usesSection('Where it is used', {
				label: 'Patterns that go through it',
				columns: CONNECTOR_USE_COLUMNS,
				uses: connectorUses(entry, catalogue),
				none: 'No patterns use this connector yet. When one does, it will be listed here.',
				look: 'uses',
			}),
			mappingSection(entry, data.frameworks, catalogue),
		],
		side: [changesSection(data.changes)],
	});
}

const factsOf = (data: Data): EntryFacts => [
	{
		label: 'Signs in',
		text: authModel.label(data.auth.model),
		sub: authModel.terms[data.auth.model].meaning.replace(/\.$/, ''),
	},
	{ label: title('ceiling'), text: ceiling.label(data.ceiling) },
	{ label: title('system'), text: systemClass.label(data.systemClass), sub: data.system },
];

const scopes = (all: Data['scopes']): Section =>
	fieldSection('connectors', 'scopes', [
		text('A pattern can use only these kinds of access.', 'intro'),
		table(
			'Access it offers',
			['Access', 'Lets a pattern', 'Limits'],
			all.map((scope) => [
				[access.label(scope.access), sub(access.terms[scope.access].meaning)],
				scope.allows,
				scope.limits ?? quiet('None stated'),
			]),
		),
	]);

function auth({ model, how, alternatives = [], exceptions }: Data['auth']): Section {
	const others = alternatives.map((other) => inside(authModel.label(other))).join(', ');
	return fieldSection('connectors', 'auth', [
		text([strong(`${authModel.label(model)}.`), ` ${how}`]),
		...(others ? [text(`A pattern can also sign in with: ${others}.`)] : []),
		text(exceptions ?? quiet('No exceptions are allowed.')),
	]);
}

const limits = (data: Data): Section => ({
	id: 'limits',
	title: 'Limits',
	blocks: [
		pairs(
			[
				[
					title('ceiling'),
					`${ceiling.label(data.ceiling)}. ${ceiling.terms[data.ceiling].meaning}`,
				],
				[title('rateLimit'), data.rateLimit],
				[title('regions'), data.regions.join('; ')],
				[title('countries'), countriesFact(data.countries)],
				[title('whenDown'), data.whenDown],
			],
			'facts',
		),
	],
});

/** What its list compares. */
export const connectorColumns: readonly ListColumn<'connectors'>[] = [
	status,
	{
		label: title('ceiling'),
		fact: ({ data }) => words(ceiling.label(data.ceiling)),
		rank: ({ data }) => ceiling.rank(data.ceiling),
	},
	{
		label: title('scopes'),
		fact: ({ data }) => words(accessesOf(data).map(access.label).join(', ')),
	},
	{ label: 'Signs in', fact: ({ data }) => words(authModel.label(data.auth.model)) },
	usedBy,
];

/** The kinds of access it offers, each once, in the order of the vocabulary. */
const accessesOf = ({ scopes: all }: Data) =>
	access.values.filter((kind) => all.some((scope) => scope.access === kind));

/** What its list is narrowed down by, before its own closed lists. */
export const connectorFacets: readonly ListFacet<'connectors'>[] = [
	dataQuestion('Shows the connectors that are cleared for it.', ({ data }) => data.ceiling),
	{
		name: 'access',
		label: title('scopes'),
		several: true,
		values: valuesOf(access),
		of: ({ data }) => accessesOf(data),
	},
	{
		name: 'signs-in',
		label: 'Signs in',
		several: false,
		values: valuesOf(authModel),
		of: ({ data }) => [data.auth.model],
	},
];
