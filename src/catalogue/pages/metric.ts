/** The page of a metric: formula, direction, what good looks like, how it misleads, who measures it. */
import { metricDimension, metricDirection } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { labelAt } from '../model/labels.ts';
import { list, pairs, quiet, text } from './blocks.ts';
import {
	besideSection,
	changesSection,
	fieldSection,
	mappingTable,
	metricNeighbours,
	proseSections,
	usesSection,
} from './common-sections.ts';
import { entryPage } from './entry-page.ts';
import { words } from './fact.ts';
import { mappingOf } from './framework-rows.ts';
import type { ListColumn } from './list.ts';
import { statusColumn as status, usedByColumn as usedBy } from './list-columns.ts';
import type { Page, Section } from './page.ts';
import type { EntryFacts } from './title-facts.ts';
import { METRIC_USE_COLUMNS, metricUses } from './use-rows.ts';

const title = (key: keyof Entry<'metrics'>['data']) => labelAt('metrics', key);

/** Everything the page of a metric says. */
export function metricPage(entry: Entry<'metrics'>, { catalogue }: ExportContext): Page {
	const { data } = entry;
	const direction = metricDirection.terms[data.direction];
	return entryPage(entry, catalogue, {
		facts: factsOf(entry, catalogue),
		sections: [
			fieldSection('metrics', 'formula', [
				text(data.formula),
				pairs([
					[title('source'), data.source],
					[title('unit'), data.unit],
					[title('direction'), `${direction.label}. ${direction.meaning}`],
				]),
			]),
			fieldSection('metrics', 'measure', [list(data.measure, 'steps')]),
			thresholds(data.thresholds),
			fieldSection('metrics', 'misread', [list(data.misread)]),
			...proseSections(entry),
			usesSection('Where it is measured', {
				label: 'Patterns that measure it',
				columns: METRIC_USE_COLUMNS,
				uses: metricUses(entry, catalogue),
				none: 'No patterns measure it yet. When one does, it will be listed here.',
				look: 'uses',
			}),
			signals(entry, catalogue),
		],
		side: [
			...besideSection('read-with', title('readWith'), metricNeighbours(data.readWith, catalogue)),
			changesSection(data.changes),
		],
	});
}

function factsOf({ id, data }: Entry<'metrics'>, { policy }: Catalogue): EntryFacts {
	return [
		{
			label: title('unit'),
			text: data.unit,
			sub: policy.coreMetrics.includes(id)
				? 'Every pattern measures it'
				: 'Each pattern decides whether to measure it',
		},
		{ label: title('direction'), text: metricDirection.label(data.direction) },
		{
			label: title('dimension'),
			text: metricDimension.label(data.dimension),
			sub: metricDimension.terms[data.dimension].meaning,
		},
	];
}

const thresholds = (stages: Entry<'metrics'>['data']['thresholds']): Section =>
	fieldSection('metrics', 'thresholds', [
		stages.length === 0
			? text(quiet('No thresholds here. Each pattern sets its own target.'))
			: pairs(
					stages.map(({ stage, good }) => [{ kind: 'stage', stage }, good]),
					'facts',
				),
	]);

function signals({ data }: Entry<'metrics'>, catalogue: Catalogue): Section {
	const groups = mappingOf(data.signals, catalogue);
	return fieldSection('metrics', 'signals', [
		groups.length === 0
			? text(quiet(`There is no telemetry name for it. Read it from: ${data.source}.`))
			: mappingTable(groups, 'Telemetry names', false),
	]);
}

/** What its list compares. */
export const metricColumns: readonly ListColumn<'metrics'>[] = [
	status,
	{ label: title('unit'), fact: ({ data }) => words(data.unit) },
	{ label: title('direction'), fact: ({ data }) => words(metricDirection.label(data.direction)) },
	usedBy,
];
