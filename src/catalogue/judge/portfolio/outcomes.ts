/** Outcomes: what their uses add up to, against the target. */
import type { MeasureVerdict } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { seriesOf, type Valued } from '../records/measures.ts';
import { type Interval, verdictOf, wilson } from '../statistics/interval.ts';
import { holds, type Range, rangeOf } from '../target.ts';
import { type Use, usesOf } from './uses.ts';

/** The value that one use adds to an outcome. */
export interface Share {
	use: Use;
	/** Its value of the month; undefined where it has none. */
	value: Valued | undefined;
}

export interface OutcomeResult {
	entry: Entry<'outcomes'>;
	/** Its uses, each with its share. */
	shares: readonly Share[];
	/** The newest month for which one of them has a value. */
	period: string | undefined;
	/** Undefined if a use has no value for the month, or the count that weights it is missing. */
	value: number | undefined;
	interval: Interval | undefined;
	target: Range | undefined;
	verdict: MeasureVerdict;
}

/** Every outcome, by category and title, with what its uses reached. */
export function outcomesOf(catalogue: Catalogue): OutcomeResult[] {
	return [...catalogue.outcomes.values()]
		.sort((a, b) => compare(a.data.title, b.data.title))
		.map((entry) => outcomeOf(entry, catalogue));
}

export function outcomeOf(entry: Entry<'outcomes'>, catalogue: Catalogue): OutcomeResult {
	const { data } = entry;
	const uses = usesOf(catalogue).filter((use) => use.entry.data.outcome === entry.id);
	const direction = catalogue.metrics.get(data.metric)?.data.direction ?? 'higher';
	const target = rangeOf(data.target, data.baseline, direction);
	const all = uses.map((use) => valuesOf(use, data.metric, catalogue));
	const period = all
		.flatMap((values) => [...values.keys()])
		.sort(compare)
		.at(-1);
	const shares = uses.map((use, at) => ({
		use,
		value: period === undefined ? undefined : all[at]?.get(period),
	}));
	const { value, interval } = combined(shares, data.combine.how);
	return {
		entry,
		shares,
		period,
		value,
		interval,
		target,
		verdict: verdictFor(value, interval, target, uses),
	};
}

/** The values of a use for a metric by month, months without a value left out. */
function valuesOf({ entry }: Use, metric: string, catalogue: Catalogue): Map<string, Valued> {
	const same = entry.data.measures.filter((measure) => measure.metric === metric);
	const measure = same.find(({ headline }) => headline) ?? same[0];
	if (!measure) return new Map();
	const { periods } = seriesOf(entry, measure, catalogue);
	return new Map(
		periods.flatMap(({ period, measured }) =>
			measured && measured.record.value !== null ? [[period, measured as Valued] as const] : [],
		),
	);
}

/**
 * What the uses make together. It needs a value of every use that people rely on: a sum without one
 * of them would look like a fall.
 */
function combined(
	shares: readonly Share[],
	how: 'sum' | 'mean',
): { value: number | undefined; interval: Interval | undefined } {
	const none = { value: undefined, interval: undefined };
	const values = shares.flatMap(({ value }) => (value ? [value.record] : []));
	const missing = shares.some(({ use, value }) => use.live && !value);
	if (values.length === 0 || missing) return none;
	if (how === 'sum')
		return { value: values.reduce((sum, { value }) => sum + value, 0), interval: undefined };
	const weights = values.map(({ n }) => n ?? (values.length === 1 ? 1 : 0));
	const all = weights.reduce((sum, n) => sum + n, 0);
	if (weights.includes(0)) return none;
	const value = values.reduce((sum, one, at) => sum + one.value * (weights[at] ?? 0), 0) / all;
	const hits = values.flatMap(({ k }) => k ?? []);
	if (hits.length < values.length) return { value, interval: undefined };
	const { low, high } = wilson(
		hits.reduce((sum, k) => sum + k, 0),
		all,
	);
	return { value, interval: { low: low * 100, high: high * 100 } };
}

function verdictFor(
	value: number | undefined,
	interval: Interval | undefined,
	target: Range | undefined,
	uses: readonly Use[],
): MeasureVerdict {
	if (value === undefined || !target)
		return uses.some(({ live }) => live) ? 'not-measured' : 'too-early';
	if (!interval) return holds(value, target) ? 'on-target' : 'off-target';
	const verdict = verdictOf(interval, target);
	return verdict === 'met' ? 'on-target' : verdict === 'not-met' ? 'off-target' : 'not-resolved';
}
