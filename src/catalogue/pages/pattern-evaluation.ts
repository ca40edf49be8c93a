/** Evaluation: the release limits, what the last run gave, and the test cases that exist. */
import type { Pattern } from '#schemas/pattern.ts';
import {
	type CaseKind,
	caseKind,
	evaluationDimension,
	type LimitVerdict,
} from '#schemas/vocabularies.ts';
import {
	countingRun,
	type LimitResult,
	latestRun,
	resultsOf,
	runVerdict,
	unmeasured,
	whyNot,
} from '../judge/records/evaluation.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { countOf } from '../words/count.ts';
import { longDay } from '../words/day.ts';
import { targetWords } from '../words/target.ts';
import type { Plot } from './blocks.ts';
import { plotOf, reachOf } from './limit-plot.ts';

export interface LimitRow {
	title: string;
	measure: string;
	limit: string;
	result: string | undefined;
	/** Where the estimate and its interval are, as distances from the limit. */
	plot: Plot | undefined;
	state: LimitVerdict | undefined;
}

/** Number of cases of each kind, kinds without one included. */
export interface CaseCount {
	kind: CaseKind;
	label: string;
	count: number;
}

export interface Evaluation {
	rows: LimitRow[];
	answer: string;
	/** How many limits are met, as the end of a sentence about them. */
	closed: string;
	/** Where the scale of the plots ends; undefined while there is nothing to draw. */
	reach: number | undefined;
	state: LimitVerdict | undefined;
	/** The run is invented. */
	example?: boolean;
}

type Data = Pattern['evaluation'];

/** Limits with what the newest run says of them, if it was on these prompts and this model. */
export function evaluationOf(pattern: Entry<'patterns'>, catalogue: Catalogue): Evaluation {
	const { limits } = pattern.data.evaluation;
	const latest = latestRun(pattern, catalogue);
	const run = countingRun(pattern, catalogue);
	const results = run ? resultsOf(run.record, limits).filter(({ count }) => !count.group) : [];
	const reach = reachOf(results);
	const rows = limits.map((limit) => rowOf(limit, results, reach));
	const stand = `It must meet ${countOf(limits.length, 'limit')}.`;
	if (!latest) {
		const answer = `Not evaluated yet. ${stand}`;
		return { rows, answer, closed: 'not evaluated yet.', reach: undefined, state: undefined };
	}
	const { record, file } = run ?? latest;
	const name = `Run ${record.run} of ${longDay(record.on)} on ${record.dataset.size} cases`;
	if (!run) {
		const [why] = whyNot(latest, pattern, catalogue);
		const answer = `${name} no longer counts: ${why}. Run the evaluation again.`;
		const closed = 'the last run no longer counts.';
		return { rows, answer, closed, reach: undefined, state: undefined };
	}
	const state = runVerdict(results, limits);
	const words = verdictWords(results, unmeasured(results, limits).length);
	return {
		rows,
		answer: `${name}, against ${record.model} ${record.pin}. Limits: ${words}`,
		closed: words,
		reach,
		state,
		...(file.data.example && { example: true }),
	};
}

/**
 * @example
 * verdictWords(results, 0) // => '12 met, 1 not met, 4 not resolved.'
 */
function verdictWords(results: readonly LimitResult[], open: number): string {
	const of = (verdict: LimitVerdict) => results.filter((one) => one.verdict === verdict).length;
	const parts = [`${of('met')} met`];
	if (of('not-met') > 0) parts.push(`${of('not-met')} not met`);
	if (of('not-resolved') > 0) parts.push(`${of('not-resolved')} not resolved`);
	if (open > 0) parts.push(`${open} not tested`);
	return `${parts.join(', ')}.`;
}

function rowOf(
	limit: Data['limits'][number],
	results: readonly LimitResult[],
	reach: number,
): LimitRow {
	const result = results.find((one) => one.limit === limit);
	const symbol = limit.unit === '%' ? '%' : '';
	return {
		title: evaluationDimension.label(limit.dimension),
		measure: limit.unit === '%' ? limit.measure : `${limit.measure} (${limit.unit})`,
		limit: targetWords(limit.limit, symbol),
		result: result && resultWords(result, symbol),
		plot: result && plotOf(result, reach),
		state: result?.verdict,
	};
}

/** The value with the cases behind it, or the interval of a mean. */
function resultWords({ value, interval, count }: LimitResult, symbol: string): string {
	const [shown, low, high] = [value, interval.low, interval.high].map((one) => one.toFixed(1));
	const cases = 'k' in count ? `${count.k} of ${count.n}` : `${count.n} cases`;
	return `${shown}${symbol} (${cases}; ${low} to ${high}${symbol})`;
}

/** The cases of a prompt by kind. */
export function casesOf(prompt: string, { cases }: Pick<Catalogue, 'cases'>): CaseCount[] {
	const all = cases.get(prompt)?.data.cases ?? [];
	return caseKind.values.map((kind) => ({
		kind,
		label: caseKind.label(kind),
		count: all.filter((item) => item.kind === kind).length,
	}));
}

/**
 * Cases by kind in words.
 *
 * @example
 * caseWords([{ kind: 'golden', label: 'Golden', count: 5 }]) // => '5 golden'
 */
export function caseWords(counts: readonly CaseCount[]): string {
	return counts.map(({ label, count }) => `${count} ${label.toLowerCase()}`).join(', ');
}
