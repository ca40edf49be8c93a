/** Section 6: the measures, each with its series and its verdict. */
import type { UseMeasure } from '#schemas/use-case.ts';
import { metricDimension } from '#schemas/vocabularies.ts';
import { measureVerdict, PERIODS, seriesOf, targetOf } from '../../judge/records/measures.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { countOf } from '../../words/count.ts';
import { shortDay, shortMonth } from '../../words/day.ts';
import { formatNumber, withSymbol } from '../../words/number.ts';
import { targetWords } from '../../words/target.ts';
import { type Block, link, quiet, strong, sub, tag, text, type Words } from '../blocks.ts';
import { linkById } from '../citing.ts';
import { runLinks } from '../evaluation/runs.ts';
import type { Section } from '../page.ts';
import { measureMark } from '../verdicts.ts';

type UseCase = Entry<'use-cases'>;

/** The main measure first. */
const ordered = ({ data }: UseCase): UseMeasure[] =>
	[...data.measures].sort((a, b) => Number(b.headline ?? false) - Number(a.headline ?? false));

/** How many measures are where they should be, in a sentence. */
export function measuresAnswer(entry: UseCase, catalogue: Catalogue): string {
	const { measures } = entry.data;
	const verdicts = measures.map((measure) => measureVerdict(entry, measure, catalogue));
	const of = (verdict: string) => verdicts.filter((one) => one === verdict).length;
	const parts = [`${of('on-target')} of ${countOf(measures.length, 'measure')} on target`];
	if (of('off-target') > 0) parts.push(`${of('off-target')} off target`);
	if (of('not-resolved') > 0) parts.push(`${of('not-resolved')} not resolved`);
	if (of('not-measured') > 0) parts.push(`${of('not-measured')} not measured`);
	if (of('too-early') > 0) parts.push(`${of('too-early')} too early to tell`);
	return `${parts.join(', ')}.`;
}

export function measuresSection(entry: UseCase, catalogue: Catalogue): Section {
	return {
		id: 'measures',
		title: 'Measures',
		answer: measuresAnswer(entry, catalogue),
		blocks: [
			{
				kind: 'table',
				label: `Measures over the last ${PERIODS} months`,
				look: 'measures',
				columns: [
					{ label: 'Measure' },
					{ label: 'Baseline', num: true },
					{ label: 'Target', num: true },
					{ label: `Last ${PERIODS} months`, look: 'strip' },
					{ label: 'Values' },
					{ label: 'Newest', num: true },
					{ label: 'Verdict', state: true },
				],
				groups: [{ rows: ordered(entry).map((one) => ({ cells: rowOf(entry, one, catalogue) })) }],
			},
			text(
				'Band: target. Dashed line: baseline. Amber dot: outside the target. A month without a value leaves a gap.',
				'label',
			),
			...evaluations(entry, catalogue),
		],
	};
}

function evaluations(entry: UseCase, catalogue: Catalogue): Block[] {
	const links = runLinks(entry, catalogue);
	return links.length > 0
		? [{ kind: 'group', title: 'Evaluated before release', blocks: links }]
		: [];
}

function rowOf(entry: UseCase, measure: UseMeasure, catalogue: Catalogue): Words[] {
	const series = seriesOf(entry, measure, catalogue);
	const metric = catalogue.metrics.get(measure.metric)?.data;
	const { title, path } = linkById('metrics', measure.metric, catalogue);
	const range = targetOf(measure, series, catalogue);
	const baseline = series.baseline?.record.value;
	const latest = series.latest?.record;
	const points = series.periods.map(({ measured }) => measured?.record.value ?? null);
	const known = points.filter((point) => point !== null).length;
	const first = series.periods[0]?.period;
	const last = series.periods.at(-1)?.period;
	const said = points.map((point) => (point === null ? 'none' : formatNumber(point))).join(', ');
	return [
		[
			link(measure.part ? `${title}: ${measure.part}` : title, path),
			measure.headline && [' ', tag('Main measure')],
			sub([metric && `${metricDimension.label(metric.dimension)}. `, measure.owner]),
		],
		baseline === undefined ? quiet('None') : withSymbol(baseline, metric?.symbol),
		targetWords(measure.target, metric?.symbol),
		known > 0 && { kind: 'series', trace: { points, ...range, baseline } },
		known > 0 && first && last
			? [said, sub(`${shortMonth(first)} to ${shortMonth(last)}`)]
			: quiet('No values yet'),
		latest
			? [strong(withSymbol(latest.value, metric?.symbol)), sub(newestWords(latest))]
			: quiet(measure.firstValueDue ? `Due ${shortDay(measure.firstValueDue)}` : 'None'),
		measureMark(measureVerdict(entry, measure, catalogue)),
	];
}

const newestWords = ({
	k,
	n,
	period,
}: {
	k?: number | undefined;
	n?: number | undefined;
	period: string;
}): string => {
	const counted =
		k === undefined
			? n && `of ${formatNumber(n)}`
			: `${formatNumber(k)} of ${formatNumber(n ?? 0)}`;
	return [counted, shortMonth(period)].filter(Boolean).join(', ');
};
