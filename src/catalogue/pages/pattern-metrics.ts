/** The metrics of a pattern by dimension, and targets as words and as a band on a scale. */

import type { Metric } from '#schemas/metric.ts';
import type { Pattern } from '#schemas/pattern.ts';
import { metricDimension } from '#schemas/vocabularies.ts';
import { seriesOf, type Valued } from '../judge/records/measures.ts';
import { holds, type Range, rangeOf } from '../judge/target.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { entryPath } from '../model/entry.ts';
import { countOf } from '../words/count.ts';
import { shortDay } from '../words/day.ts';
import { withSymbol } from '../words/number.ts';
import { capital, inside, listOf } from '../words/phrase.ts';
import { targetWords } from '../words/target.ts';

/** Numbers of a range strip: a scale, a target band, and what was measured. */
export interface Band {
	min: number;
	max: number;
	from?: number;
	to?: number;
	baseline?: number;
	now?: number;
}

export interface MetricRow {
	title: string;
	path: string;
	part: string | undefined;
	unit: string;
	baseline: string;
	target: string;
	now: string;
	/** Only where a baseline or a value exists: a band alone says nothing the words do not. */
	band: Band | undefined;
	/** Undefined while there is no value, or no baseline to compare it with. */
	state: 'met' | 'off' | undefined;
	source: string;
	owner: string | undefined;
	alert: string | undefined;
}

export interface Metrics {
	dimensions: { title: string; rows: MetricRow[] }[];
	total: number;
	baselines: number;
	values: number;
	off: number;
	answer: string;
}

type Use = Pattern['metrics'][number];

/** Metrics grouped by dimension, in the order of the vocabulary. */
export function metricsOf(pattern: Entry<'patterns'>, catalogue: Catalogue): Metrics {
	const { data } = pattern;
	const rows = data.metrics.map((use) => {
		const metric = catalogue.metrics.get(use.metric)?.data;
		const latest = seriesOf(pattern, use, catalogue, 0).latest?.record;
		return { dimension: metric?.dimension, latest, row: rowOf(use, metric, latest) };
	});
	const dimensions = metricDimension.values
		.map((dimension) => ({
			title: metricDimension.label(dimension),
			rows: rows.filter((item) => item.dimension === dimension).map(({ row }) => row),
		}))
		.filter((group) => group.rows.length > 0);
	const counts = {
		total: rows.length,
		baselines: data.metrics.filter(({ baseline }) => baseline !== undefined).length,
		values: rows.filter(({ latest }) => latest).length,
		off: rows.filter(({ row }) => row.state === 'off').length,
	};
	const off = rows.filter(({ row }) => row.state === 'off').map(({ row }) => inside(row.title));
	return { dimensions, ...counts, answer: answerOf(counts, dimensions.length, off) };
}

function rowOf(
	use: Use,
	metric: Metric | undefined,
	latest: Valued['record'] | undefined,
): MetricRow {
	const { baseline, target } = use;
	const value = latest?.value;
	const range = metric ? rangeOf(target, baseline, metric.direction) : undefined;
	const measured = baseline !== undefined || value !== undefined;
	return {
		title: metric?.title ?? use.metric,
		path: entryPath({ collection: 'metrics', id: use.metric }),
		part: use.part,
		unit: metric?.unit ?? '',
		baseline: baseline === undefined ? 'not taken' : withSymbol(baseline, metric?.symbol),
		target: targetWords(target, metric?.symbol),
		now:
			value === undefined || !latest
				? 'not measured'
				: `${withSymbol(value, metric?.symbol)}, ${shortDay(latest.on)}`,
		band: range && measured ? bandOf(range, baseline, value) : undefined,
		state: value !== undefined && range ? (holds(value, range) ? 'met' : 'off') : undefined,
		source: use.source,
		owner: use.owner,
		alert: use.alert,
	};
}

/** A scale from zero with room at its end, so that strips of one unit read alike. */
function bandOf(range: Range, baseline: number | undefined, now: number | undefined): Band {
	const numbers = [range.from, range.to, baseline, now].filter((value) => value !== undefined);
	const most = Math.max(...numbers);
	const max = most > 50 && most <= 100 ? 100 : most > 0 ? most * 1.25 : 1;
	return { min: Math.min(0, ...numbers), max, ...range, baseline, now };
}

function answerOf(
	{ total, baselines, values }: Omit<Metrics, 'dimensions' | 'answer'>,
	dimensions: number,
	off: readonly string[],
): string {
	const count = capital(`${countOf(total, 'metric')} in ${countOf(dimensions, 'dimension')}`);
	const taken =
		baselines === 0 ? 'no baseline taken yet' : `${countOf(baselines, 'baseline')} taken`;
	const measured = values === 0 ? ', nothing measured yet' : '';
	const bad = off.length > 0 ? ` Off target: ${listOf(off)}.` : '';
	return `${count}, ${taken}${measured}.${bad}`;
}
