/** What was measured before release and in use: each value with its sample, its source and its limit. */
import type { UseMeasure } from '#schemas/use-case.ts';
import { evaluationDimension, type LimitVerdict } from '#schemas/vocabularies.ts';
import type { Pack } from '../../judge/evidence/pack.ts';
import { countingRun, resultsOf, unmeasured } from '../../judge/records/evaluation.ts';
import { measureVerdict, seriesOf } from '../../judge/records/measures.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { isOf } from '../../model/is-of.ts';
import { titleById } from '../../model/title.ts';
import { shortMonth } from '../../words/day.ts';
import { formatNumber, withSymbol } from '../../words/number.ts';
import { listOf } from '../../words/phrase.ts';
import { targetWords } from '../../words/target.ts';
import { type Block, quiet, sub, table, type Words } from '../blocks.ts';
import { casesWords, nameOf } from '../evaluation/result.ts';
import type { Section } from '../page.ts';
import { limitMark, measureMark } from '../verdicts.ts';

/** The worst first. */
const ORDER: readonly LimitVerdict[] = ['not-met', 'not-resolved', 'met'];

const COLUMNS = [
	'What was measured',
	{ label: 'Limit or target', whole: true },
	{ label: 'Value', num: true },
	'Sample',
	{ label: 'Verdict', state: true },
] as const;

export function measuredSection(pack: Pack, catalogue: Catalogue): Section {
	const blocks = [...limits(pack, catalogue), ...measures(pack, catalogue)];
	return {
		id: 'measured',
		title: 'What was measured, and on what',
		answer:
			blocks.length > 0
				? 'Those that missed their limit come first.'
				: 'Missing: a run that counts, and a measure in use.',
		blocks,
	};
}

function limits({ items, subject, pattern }: Pack, catalogue: Catalogue): Block[] {
	const shown = items.find(({ item }) => item.check === 'evaluation')?.records.at(-1);
	const run = (shown ?? countingRun(subject, catalogue))?.record;
	if (run?.kind !== 'evaluation') return [];
	const { limits: all } = pattern.data.evaluation;
	const results = resultsOf(run, all);
	const open = unmeasured(results, all).map(({ dimension, measure }): Words[] => [
		[evaluationDimension.label(dimension), sub(measure)],
		'–',
		quiet('No value'),
		quiet('No cases'),
		limitMark('not-resolved'),
	]);
	const rows = results
		.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict))
		.map((result): Words[] => {
			const { limit, target, value, interval, verdict } = result;
			const symbol = limit.unit === '%' ? '%' : '';
			const show = (number: number) => number.toFixed(symbol ? 1 : 2);
			return [
				[nameOf(result), sub(limit.measure)],
				targetWords(target, symbol),
				`${show(value)}${symbol}`,
				[
					casesWords(result),
					sub(`95% interval: ${show(interval.low)} to ${show(interval.high)}${symbol}`),
				],
				limitMark(verdict),
			];
		});
	const name = `Run ${run.run}, ${run.dataset.name} ${run.dataset.version}, in ${listOf(run.dataset.languages)}`;
	return [table(name, COLUMNS, [...rows, ...open], { tight: true })];
}

function measures({ subject }: Pack, catalogue: Catalogue): Block[] {
	if (!isOf('use-cases', subject)) return [];
	return [
		table(
			'Measures in use',
			COLUMNS,
			subject.data.measures.map((one) => measureRow(subject, one, catalogue)),
			{ tight: true },
		),
	];
}

function measureRow(entry: Entry<'use-cases'>, measure: UseMeasure, catalogue: Catalogue): Words[] {
	const latest = seriesOf(entry, measure, catalogue).latest?.record;
	const symbol = catalogue.metrics.get(measure.metric)?.data.symbol;
	const title = titleById('metrics', measure.metric, catalogue);
	return [
		[
			measure.part ? `${title}: ${measure.part}` : title,
			sub([measure.owner, latest && `. Source: ${latest.source}`]),
		],
		targetWords(measure.target, symbol),
		latest ? [withSymbol(latest.value, symbol), sub(shortMonth(latest.period))] : quiet('No value'),
		latest ? sampleWords(latest) : quiet('None'),
		measureMark(measureVerdict(entry, measure, catalogue)),
	];
}

function sampleWords({ k, n }: { k?: number | undefined; n?: number | undefined }): Words {
	if (n === undefined) return quiet('Missing: the number of cases');
	return k === undefined ? formatNumber(n) : `${formatNumber(k)} of ${formatNumber(n)}`;
}
