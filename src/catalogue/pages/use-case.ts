/** The page of a use case: the pattern it is built on, its bounds, what differs, what is measured. */
import { dataClass } from '#schemas/vocabularies.ts';
import { seriesOf } from '../judge/records/measures.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { labelAt } from '../model/labels.ts';
import { teamOf } from '../model/team.ts';
import { countOf } from '../words/count.ts';
import { shortDay } from '../words/day.ts';
import { withSymbol } from '../words/number.ts';
import { targetWords } from '../words/target.ts';
import { joined, link, list, pairs, quiet, strong, text } from './blocks.ts';
import { type EntryLink, linkById } from './citing.ts';
import { besideSection, changesSection, fieldSection, proseSections } from './common-sections.ts';
import { entryPage } from './entry-page.ts';
import { type FactRow, nothing, words } from './fact.ts';
import type { ListColumn } from './list.ts';
import { statusColumn as status } from './list-columns.ts';
import type { Page, Section } from './page.ts';
import { factTable, linksOf, neighbour } from './rows.ts';
import type { EntryFacts } from './title-facts.ts';
import { stageFact } from './used-by.ts';

const title = (key: keyof Entry<'use-cases'>['data']) => labelAt('use-cases', key);

/** Everything the page of a use case says. */
export function useCasePage(entry: Entry<'use-cases'>, { catalogue }: ExportContext): Page {
	const { data } = entry;
	const pattern = linkById('patterns', data.pattern, catalogue);
	const connectors = connectorLinks(entry, catalogue);
	const about = catalogue.patterns.get(data.pattern)?.data.summary;
	return entryPage(entry, catalogue, {
		stamped: true,
		facts: factsOf(entry, pattern, connectors.length),
		sections: [
			whatItIs(entry, pattern, connectors, catalogue),
			fieldSection('use-cases', 'variations', [
				data.variations.length === 0
					? text(quiet('Nothing. It follows the pattern as it is.'))
					: list(data.variations.map(({ what, why }) => [strong(what), ` ${why}`])),
			]),
			fieldSection('use-cases', 'measures', [
				factTable(
					'Measures of this use case',
					MEASURE_COLUMNS,
					measureRows(entry, catalogue),
					undefined,
					true,
				),
			]),
			...proseSections(entry),
		],
		side: [
			...besideSection('built-on', 'Built on', [neighbour(pattern, about)]),
			changesSection(data.changes),
		],
	});
}

function factsOf({ data }: Entry<'use-cases'>, pattern: EntryLink, connectors: number): EntryFacts {
	const reached = stageFact(data);
	return [
		{ label: title('tier'), text: '', tier: data.tier },
		{ label: title('pattern'), text: pattern.title, path: pattern.path },
		{ label: title('stage'), ...reached, sub: reached.sub ?? 'Not live yet' },
		{
			label: title('data'),
			text: dataClass.label(data.data),
			sub: `Through ${countOf(connectors, 'connector', 'connectors')}`,
		},
	];
}

const linked = ({ title: name, path }: EntryLink) => link(name, path);

const whatItIs = (
	{ data }: Entry<'use-cases'>,
	pattern: EntryLink,
	connectors: readonly EntryLink[],
	catalogue: Catalogue,
): Section => ({
	id: 'stands-on',
	title: 'What it is',
	blocks: [
		pairs([
			[title('pattern'), link(pattern.title, pattern.path)],
			[title('outcome'), linked(linkById('outcomes', data.outcome, catalogue))],
			['Owner', teamOf(data.owner, catalogue).name],
			[title('businessOwner'), data.businessOwner],
			[title('connectors'), joined(linksOf(connectors))],
		]),
	],
});

const MEASURE_COLUMNS = [
	'Metric',
	{ label: 'Baseline', num: true },
	{ label: 'Target', num: true },
	{ label: 'Now', num: true },
] as const;

/** The measures of a use case, each a row that leads to its metric. */
export function measureRows(useCase: Entry<'use-cases'>, catalogue: Catalogue): FactRow[] {
	return useCase.data.measures.map((measure) => {
		const { metric: id, target } = measure;
		const series = seriesOf(useCase, measure, catalogue);
		const [baseline, latest] = [series.baseline?.record.value, series.latest?.record];
		const metric = catalogue.metrics.get(id)?.data;
		const symbol = metric?.symbol;
		const value = (number: number) => withSymbol(number, symbol);
		return {
			...linkById('metrics', id, catalogue),
			id,
			...(metric ? { sub: metric.unit } : {}),
			facts: [
				baseline === undefined ? nothing('Not recorded') : words(value(baseline)),
				words(targetWords(target, symbol)),
				latest
					? { text: value(latest.value), sub: shortDay(latest.on) }
					: nothing('Not yet measured'),
			],
		};
	});
}

/** The connectors a use case goes through. */
export function connectorLinks(
	{ data: { connectors } }: Entry<'use-cases'>,
	catalogue: Catalogue,
): EntryLink[] {
	return connectors.map(({ connector }) => linkById('connectors', connector, catalogue));
}

/** What its list compares. */
export const useCaseColumns: readonly ListColumn<'use-cases'>[] = [
	status,
	{
		label: title('pattern'),
		fact: ({ data }, catalogue) => {
			const { title, path } = linkById('patterns', data.pattern, catalogue);
			return { text: title, path };
		},
	},
	{ label: 'Tier', fact: ({ data }) => ({ text: '', tier: data.tier }) },
	{ label: title('data'), fact: ({ data }) => words(dataClass.label(data.data)) },
	{ label: title('stage'), fact: ({ data }) => stageFact(data) },
	{ label: 'Owner', fact: ({ data }, catalogue) => words(teamOf(data.owner, catalogue).name) },
];
