/** Evaluation runs with honest numbers: which run counts today, and what it says of each limit. */
import type { Pattern } from '#schemas/pattern.ts';
import type { RecordOf } from '#schemas/record.ts';
import type { EvaluationCount } from '#schemas/records/evaluation.ts';
import type { LimitVerdict } from '#schemas/vocabularies.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { dayFromToday } from '../../model/noted.ts';
import { type Interval, meanInterval, verdictOf, wilson } from '../statistics/interval.ts';
import { rangeOf } from '../target.ts';
import { changedSince, counts } from './binding.ts';
import { type Kept, recordsOf, type Subject } from './kept.ts';

type Limit = Pattern['evaluation']['limits'][number];

/** What a run says of one limit, over all cases or in one group. */
export interface LimitResult {
	limit: Limit;
	/** The limit that applies: that of each group, where the count is of a group. */
	target: Limit['limit'];
	count: EvaluationCount;
	/** The rate in per cent, or the mean score. */
	value: number;
	/** At 95%, in the unit of the value. */
	interval: Interval;
	verdict: LimitVerdict;
}

/** The newest run of a pattern or use case, whatever it was on. */
export function latestRun(
	subject: Subject,
	catalogue: Catalogue,
): Kept<RecordOf<'evaluation'>> | undefined {
	return recordsOf(subject, 'evaluation', catalogue)
		.filter(({ record }) => dayFromToday(record.on, catalogue) <= 0)
		.sort((a, b) => a.record.run - b.record.run)
		.at(-1);
}

/** The number of the run that is recorded next. */
export const nextRunOf = (subject: Subject, catalogue: Catalogue): number =>
	Math.max(0, ...recordsOf(subject, 'evaluation', catalogue).map(({ record }) => record.run)) + 1;

/** The newest run of exactly these prompts on exactly this model version. */
export function countingRun(
	subject: Subject,
	catalogue: Catalogue,
): Kept<RecordOf<'evaluation'>> | undefined {
	return recordsOf(subject, 'evaluation', catalogue)
		.filter((kept) => counts(kept, subject, catalogue) && coversPrompts(kept, subject, catalogue))
		.sort((a, b) => a.record.run - b.record.run)
		.at(-1);
}

/** Prompts of the subject that a run left out: it says nothing about them. */
export function promptsLeftOut(
	{ record }: Kept<RecordOf<'evaluation'>>,
	subject: Subject,
	{ patterns }: Catalogue,
): string[] {
	const all =
		subject.collection === 'patterns'
			? subject.data.prompts
			: (patterns.get(subject.data.pattern)?.data.prompts ?? []);
	const ran = new Set(record.prompts.map(({ prompt }) => prompt));
	return all.filter((prompt) => !ran.has(prompt));
}

const coversPrompts = (
	kept: Kept<RecordOf<'evaluation'>>,
	subject: Subject,
	catalogue: Catalogue,
) => promptsLeftOut(kept, subject, catalogue).length === 0;

/** Why the newest run does not count, in the words of a sentence; empty if it does. */
export function whyNot(
	kept: Kept<RecordOf<'evaluation'>>,
	subject: Subject,
	catalogue: Catalogue,
): string[] {
	return [
		...changedSince(kept, subject, catalogue).map(({ what }) => `${what} has changed since`),
		...promptsLeftOut(kept, subject, catalogue).map((prompt) => `prompt "${prompt}" was left out`),
	];
}

/** The results of a run: every count that belongs to a limit of the pattern. */
export function resultsOf(
	{ counts: all }: RecordOf<'evaluation'>,
	limits: readonly Limit[],
): LimitResult[] {
	return all.flatMap((count) => {
		const limit = limitOf(count, limits);
		const target = count.group ? (limit?.eachGroup ?? limit?.limit) : limit?.limit;
		const range = target && rangeOf(target, undefined, 'range');
		if (!limit || !target || !range) return [];
		const { value, interval } = estimate(count);
		return [{ limit, target, count, value, interval, verdict: verdictOf(interval, range) }];
	});
}

/** The limit a count belongs to: of its dimension, and of its measure where there are several. */
export function limitOf(count: EvaluationCount, limits: readonly Limit[]): Limit | undefined {
	const same = limits.filter(({ dimension }) => dimension === count.dimension);
	if (count.measure === undefined) return same.length === 1 ? same[0] : undefined;
	return same.find(({ measure }) => measure === count.measure);
}

/** A count as a value with its interval: a rate in per cent, or a mean score. */
export function estimate(count: EvaluationCount): { value: number; interval: Interval } {
	if ('mean' in count) {
		const { mean, deviation, n } = count;
		return { value: mean, interval: meanInterval(mean, deviation, n) };
	}
	const { low, high } = wilson(count.k, count.n);
	return {
		value: (count.k / count.n) * 100,
		interval: { low: low * 100, high: high * 100 },
	};
}

/** Limits that a run has no count for. */
export function unmeasured(results: readonly LimitResult[], limits: readonly Limit[]): Limit[] {
	const seen = new Set(results.filter(({ count }) => !count.group).map(({ limit }) => limit));
	return limits.filter((limit) => !seen.has(limit));
}

/** Whether a run passes: every limit has a count, and none is "not met". */
export function runVerdict(
	results: readonly LimitResult[],
	limits: readonly Limit[],
): LimitVerdict {
	const verdicts = results.map(({ verdict }) => verdict);
	if (verdicts.includes('not-met')) return 'not-met';
	const open = verdicts.includes('not-resolved') || unmeasured(results, limits).length > 0;
	return open ? 'not-resolved' : 'met';
}
