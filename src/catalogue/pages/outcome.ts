/** The page of an outcome: what the organisation wants to change, and what its uses reached so far. */
import { outcome as categories } from '#schemas/vocabularies.ts';
import { type OutcomeResult, outcomeOf, type Share } from '../judge/portfolio/outcomes.ts';
import { seriesOf } from '../judge/records/measures.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { entryPath } from '../model/entry.ts';
import { teamOf } from '../model/team.ts';
import { countOf } from '../words/count.ts';
import { shortMonth } from '../words/day.ts';
import { formatNumber, withSymbol } from '../words/number.ts';
import { targetWords } from '../words/target.ts';
import { link, quiet, sub, table, text, type Words } from './blocks.ts';
import { linkById } from './citing.ts';
import { headOf } from './entry-page.ts';
import { exampleOf } from './example.ts';
import { type Fact, words } from './fact.ts';
import type { ListColumn } from './list.ts';
import type { Page, Section, TitleBlock } from './page.ts';
import { liveWords } from './portfolio/four.ts';
import { rounded, stripOf } from './portfolio/outcomes.ts';
import { groupPath, MOST_USES } from './portfolio/paths.ts';
import { measureMark } from './verdicts.ts';

type Outcome = Entry<'outcomes'>;

/** Everything the page of an outcome says. */
export function outcomePage(entry: Outcome, { catalogue }: ExportContext): Page {
	const result = outcomeOf(entry, catalogue);
	return {
		...headOf(entry),
		block: blockOf(result, catalogue),
		notices: [],
		sections: [usesSection(result, catalogue), combineSection(result)],
		side: [],
		...exampleOf([entry], catalogue),
	};
}

function blockOf(result: OutcomeResult, catalogue: Catalogue): TitleBlock {
	const { entry, value, period, interval } = result;
	const { data } = entry;
	const metric = catalogue.metrics.get(data.metric)?.data;
	const show = (number: number) => withSymbol(rounded(number), metric?.symbol);
	const { title, path } = linkById('metrics', data.metric, catalogue);
	return {
		cells: [
			{
				label: 'Latest value',
				words:
					value === undefined || period === undefined
						? quiet('No value yet')
						: [show(value), ` in ${shortMonth(period)}`],
				sub: [
					measureMark(result.verdict),
					interval && ` Interval ${show(interval.low)} to ${show(interval.high)}`,
				],
				span: 4,
				wide: true,
			},
			{ label: 'Baseline', words: show(data.baseline), span: 2 },
			{ label: 'Target', words: targetWords(data.target, metric?.symbol) },
			{
				label: 'Responsible',
				words: data.accountable,
				sub: `Kept by ${teamOf(data.owner, catalogue).name}`,
				wide: true,
			},
			{ label: 'Metric', words: link(title, path), sub: metric?.unit, span: 4, wide: true },
			{ label: 'Category', words: categories.label(data.category), span: 4 },
			{
				label: 'Against the target',
				words: stripOf(result),
				sub: 'Line: baseline. Band: target',
				span: 4,
				wide: true,
			},
		],
	};
}

function usesSection({ entry, shares, period }: OutcomeResult, catalogue: Catalogue): Section {
	if (shares.length === 0) {
		return {
			id: 'uses',
			title: 'Uses that serve it',
			blocks: [
				text(
					'No use cases serve this outcome yet. If a use case gives it as its outcome, it will be listed here.',
				),
			],
		};
	}
	return {
		id: 'uses',
		title: 'Uses that serve it',
		answer: `${countOf(shares.length, 'use')}.`,
		blocks: [
			table(
				'Uses that serve this outcome, with their values',
				[
					'Use',
					'State',
					{ label: 'Baseline', num: true },
					{ label: period ? shortMonth(period) : 'Latest', num: true },
					{ label: 'Cases', num: true },
					'Main measure',
				],
				shares.slice(0, MOST_USES).map((share) => rowOf(share, catalogue)),
			),
			...(shares.length > MOST_USES
				? [
						text(
							link(
								`All ${formatNumber(shares.length)} uses, in the portfolio`,
								groupPath(entry.id),
							),
						),
					]
				: []),
		],
	};
}

function rowOf({ use, value }: Share, catalogue: Catalogue): Words[] {
	const { entry, verdict } = use;
	const metric = catalogue.outcomes.get(entry.data.outcome)?.data.metric ?? use.measure.metric;
	const symbol = catalogue.metrics.get(metric)?.data.symbol;
	const own = entry.data.measures.find((one) => one.metric === metric);
	const baseline = own && seriesOf(entry, own, catalogue).baseline?.record.value;
	const { k, n } = value?.record ?? {};
	return [
		[link(entry.data.title, entryPath(entry)), sub(teamOf(entry.data.owner, catalogue).name)],
		liveWords(entry),
		baseline === undefined ? quiet('None') : withSymbol(baseline, symbol),
		value
			? link(withSymbol(value.record.value, symbol), `${entryPath(entry)}#measures`)
			: quiet(own ? 'No value' : 'Does not measure it'),
		n === undefined
			? '–'
			: k === undefined
				? formatNumber(n)
				: `${formatNumber(k)} of ${formatNumber(n)}`,
		measureMark(verdict),
	];
}

function combineSection({ entry }: OutcomeResult): Section {
	const { combine } = entry.data;
	return {
		id: 'combine',
		title: 'How the values are combined',
		blocks: [
			text(
				combine.how === 'sum'
					? 'The values of the uses are added up. While a live use has no value for the month, there is no total.'
					: `The mean of the uses, weighted by the number of ${combine.weightedBy}. While a live use has no value or no count for the month, there is no mean.`,
			),
		],
	};
}

/** What the list of outcomes compares. */
export const outcomeColumns: readonly ListColumn<'outcomes'>[] = [
	{ label: 'Responsible', fact: ({ data }) => words(data.accountable) },
	{
		label: 'Metric',
		fact: ({ data }, catalogue) => {
			const { title, path } = linkById('metrics', data.metric, catalogue);
			return { text: title, path };
		},
	},
	{
		label: 'Target',
		fact: ({ data }, { metrics }) =>
			words(targetWords(data.target, metrics.get(data.metric)?.data.symbol)),
	},
	{ label: 'Uses', fact: (entry, catalogue) => usesFact(entry, catalogue) },
];

const usesFact = (entry: Outcome, catalogue: Catalogue): Fact =>
	words(String(outcomeOf(entry, catalogue).shares.length));
