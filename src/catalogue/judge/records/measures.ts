/** Measured values of a use case: series, baseline and verdict of each measure. */
import type { RecordOf } from '#schemas/record.ts';
import type { UseMeasure } from '#schemas/use-case.ts';
import type { MeasureVerdict } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { isOf } from '../../model/is-of.ts';
import { addDays, addMonths } from '../../words/calendar.ts';
import { verdictOf, wilson } from '../statistics/interval.ts';
import { holds, type Range, rangeOf } from '../target.ts';
import { incidentRates } from '../use/incident-rate.ts';
import { counts } from './binding.ts';
import { type Kept, recordsOf, type Subject } from './kept.ts';

/** Periods that a page shows. */
export const PERIODS = 8;

export type Measured = Kept<RecordOf<'measurement'>>;

/** One that has a value. */
export type Valued = Kept<RecordOf<'measurement'> & { value: number }>;

const hasValue = (kept: Measured): kept is Valued => kept.record.value !== null;

export interface Series {
	/** Value from before the use went live. */
	baseline: Valued | undefined;
	/** One for each of the last months, oldest first; without a record nothing is known. */
	periods: { period: string; measured: Measured | undefined }[];
	/** The newest month that has a value. */
	latest: Valued | undefined;
}

type Measure = Pick<UseMeasure, 'metric' | 'part'>;

/** The recorded values of one metric. Values by an older formula are not comparable and left out. */
export function seriesOf(
	subject: Subject,
	{ metric, part }: Measure,
	catalogue: Catalogue,
	periods: number = PERIODS,
): Series {
	const all = recordsOf(subject, 'measurement', catalogue)
		.filter((kept) => kept.record.metric === metric && kept.record.part === part)
		.filter((kept) => counts(kept, subject, catalogue));
	const isCounted = metric === catalogue.policy.incidents.metric;
	const counted =
		isCounted && isOf('use-cases', subject) ? incidentRates(subject, part, catalogue) : [];
	// A value that somebody recorded wins over the one that is counted here.
	const months = new Map(
		[...counted, ...all.filter(({ record }) => !record.baseline)].map((kept) => [
			kept.record.period,
			kept,
		]),
	);
	const newest = [...months.values()]
		.filter(hasValue)
		.sort((a, b) => compare(a.record.period, b.record.period))
		.at(-1);
	// Whoever asks for no months has not read which day it is, and is not made again each day.
	const last =
		periods === 0 ? '' : ([...months.keys()].sort(compare).at(-1) ?? lastMonth(catalogue.today));
	return {
		baseline: all
			.filter(({ record }) => record.baseline)
			.filter(hasValue)
			.at(-1),
		periods: Array.from({ length: periods }, (_, at) => {
			const period = addMonths(`${last}-01`, at - periods + 1).slice(0, 7);
			return { period, measured: months.get(period) };
		}),
		latest: newest,
	};
}

/** The month before the one a day is in: the last that can be complete. */
const lastMonth = (today: string): string => addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7);

/** What a measure is judged by: its target, worked out from the baseline where it needs one. */
export function targetOf(
	measure: UseMeasure,
	{ baseline }: Pick<Series, 'baseline'>,
	{ metrics }: Pick<Catalogue, 'metrics'>,
): Range | undefined {
	const direction = metrics.get(measure.metric)?.data.direction ?? 'higher';
	return rangeOf(measure.target, baseline?.record.value, direction);
}

/**
 * Whether a measure of a use case is where it should be.
 *
 * A share that is counted is judged by its interval, so that 14 of 312 files are not called good
 * or bad by chance. A value that is too old, or of a use that just went live, is not judged.
 */
export function measureVerdict(
	useCase: Entry<'use-cases'>,
	measure: UseMeasure,
	catalogue: Catalogue,
): MeasureVerdict {
	const series = seriesOf(useCase, measure, catalogue);
	const range = targetOf(measure, series, catalogue);
	const latest = series.latest?.record;
	if (!latest || !range || isOld(latest.period, catalogue))
		return isEarly(useCase, measure, catalogue) ? 'too-early' : 'not-measured';
	const { k, n, value } = latest;
	if (k !== undefined && n !== undefined) {
		const { low, high } = wilson(k, n);
		const verdict = verdictOf({ low: low * 100, high: high * 100 }, range);
		return ({ met: 'on-target', 'not-met': 'off-target', 'not-resolved': 'not-resolved' } as const)[
			verdict
		];
	}
	return holds(value, range) ? 'on-target' : 'off-target';
}

const isOld = (period: string, { today, policy }: Catalogue) =>
	addMonths(`${period}-01`, policy.flags.valueMonths).slice(0, 7) < lastMonth(today);

/**
 * The day by which a use needs a value of a measure: the first one, or the next one before the newest
 * is too old to judge by. Undefined where nobody waits for one yet.
 */
export function valueDue(
	useCase: Entry<'use-cases'>,
	measure: UseMeasure,
	catalogue: Catalogue,
): string | undefined {
	const { latest } = seriesOf(useCase, measure, catalogue);
	const { valueMonths } = catalogue.policy.flags;
	if (latest) return addDays(addMonths(`${latest.record.period}-01`, valueMonths + 2), -1);
	return firstValueDue(useCase, measure, catalogue);
}

/** The day by which the first value of a measure is due. */
function firstValueDue(
	{ data }: Entry<'use-cases'>,
	{ firstValueDue: due }: UseMeasure,
	{ policy }: Catalogue,
): string | undefined {
	if (due !== undefined) return due;
	return data.liveSince && addMonths(data.liveSince, policy.flags.tooEarlyMonths);
}

function isEarly(useCase: Entry<'use-cases'>, measure: UseMeasure, catalogue: Catalogue): boolean {
	const due = firstValueDue(useCase, measure, catalogue);
	return due === undefined || catalogue.today <= due;
}

/** The measure that shows whether the use is worth it. */
export function headlineOf({ data }: Entry<'use-cases'>): UseMeasure {
	const [first, ...rest] = data.measures;
	const found = [first, ...rest].find((measure) => measure?.headline);
	// The schema asks for exactly one.
	if (!found) throw new Error('a use case without a main measure passed its schema');
	return found;
}
