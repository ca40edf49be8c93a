/** One limit over the runs of a pattern or use case: is it getting better, and can the runs tell? */

import type { Pattern } from '#schemas/pattern.ts';
import type { RecordOf } from '#schemas/record.ts';
import { evaluationDimension, limitVerdict } from '#schemas/vocabularies.ts';
import { type LimitResult, resultsOf } from '../../judge/records/evaluation.ts';
import type { Kept } from '../../judge/records/kept.ts';
import { rangeOf } from '../../judge/target.ts';
import { shortDay } from '../../words/day.ts';
import { targetWords } from '../../words/target.ts';
import { type Block, link, table } from '../blocks.ts';
import type { Trend, TrendPoint } from '../trend.ts';
import { limitMark } from '../verdicts.ts';

type Limit = Pattern['evaluation']['limits'][number];
export type Run = Kept<RecordOf<'evaluation'>>;

/** Runs that a drawing has room for. */
const MOST_RUNS = 9;

interface Shown {
	trend: Trend;
	answer: string;
	blocks: Block[];
}

/** The trend up to a run; undefined while there is only one run. */
export function trendOf(
	run: Run,
	runs: readonly Run[],
	limits: readonly Limit[],
	pathOf: (run: number) => string,
): Shown | undefined {
	const limit = limits.find(({ dimension }) => dimension === 'task-success') ?? limits[0];
	const range = limit && rangeOf(limit.limit, undefined, 'range');
	if (!limit || !range) return undefined;
	const points = runs
		.filter(({ record }) => record.run <= run.record.run)
		.flatMap((one) => pointOf(one, limit, limits, one === run))
		.slice(-MOST_RUNS);
	if (points.length < 2) return undefined;
	const symbol = limit.unit === '%' ? '%' : '';
	const title = evaluationDimension.label(limit.dimension);
	const trend = { title, limit: targetWords(limit.limit, symbol), symbol, range, points };
	return { trend, answer: answerOf(trend), blocks: [blockOf(trend, pathOf)] };
}

function pointOf(
	{ record }: Run,
	limit: Limit,
	limits: readonly Limit[],
	here: boolean,
): TrendPoint[] {
	const isOf = (one: LimitResult) => one.limit === limit && !one.count.group;
	const found = resultsOf(record, limits).find(isOf);
	if (!found) return [];
	const { value, interval, verdict } = found;
	return [{ run: record.run, day: record.on, value, ...interval, verdict, here }];
}

/** What the last runs say together. */
function answerOf({ title, points }: Trend): string {
	const last = points.at(-1);
	const before = points.at(-2);
	if (!last || !before) return '';
	const since = points.findLastIndex(({ verdict }) => verdict !== 'met') + 1;
	const first = points[since];
	const met =
		last.verdict === 'met' && first
			? `${title} has met its limit since run ${first.run}.`
			: `${title}: ${limitVerdict.label(last.verdict).toLowerCase()} in run ${last.run}.`;
	const apart = last.low > before.high || last.high < before.low;
	const runs = `Runs ${before.run} and ${last.run}`;
	return `${met} ${runs} ${apart ? 'differ by more than chance' : 'are too close to tell apart'}.`;
}

function blockOf(trend: Trend, pathOf: (run: number) => string): Block {
	const rate = (value: number) => `${value.toFixed(1)}${trend.symbol}`;
	return {
		kind: 'custom',
		part: { name: 'trend', trend },
		said: [
			table(
				`${trend.title} over the last runs, limit ${trend.limit}`,
				['Run', 'Day', 'Rate', 'Interval', 'Verdict'],
				trend.points.map(({ run, day, value, low, high, verdict }) => [
					link(`Run ${run}`, pathOf(run)),
					shortDay(day),
					rate(value),
					`${rate(low)} to ${rate(high)}`,
					limitMark(verdict),
				]),
			),
		],
	};
}
