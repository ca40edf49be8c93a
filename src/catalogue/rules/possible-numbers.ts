/** A number can be what it says: a limit can be missed and met, a share is a share, a count adds up. */
import type { Target } from '#schemas/measure.ts';
import type { Metric } from '#schemas/metric.ts';
import { type Bounds, boundsOf, outOf, targetProblem } from '../judge/bounds.ts';
import { fractionProblem, limitProblem } from '../judge/limit.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import type { Path } from '../model/schema-walk.ts';
import { ofEntry } from './of-entry.ts';

export const possibleNumbers: Rule = {
	id: 'possible-numbers',
	phase: 'structure',
	severity: 'error',
	keeps: true,
	summary:
		'Every limit can be met and missed, and points the right way. Every value fits its unit.',
	why: 'If every result is within a limit, the limit does not help. If a safety target points the wrong way, it lets everything through. If a share is 140%, someone read the wrong column.',
	source: 'Our own rule. A check must not let a wrong number pass',
	example: {
		in: 'patterns',
		fails:
			'evaluation:\n  dataset: A hundred texts, a fifth renewed each quarter.\n  limits:\n    - { dimension: safety, measure: Attacks refused, unit: "%", limit: { atMost: 100 } }\n    - { dimension: factuality, measure: Right answers, unit: "%", limit: { atLeast: 90 } }\n    - { dimension: relevance, measure: Answers that help, unit: "%", limit: { atLeast: 90 } }\n    - { dimension: tone, measure: Answers in our tone, unit: "%", limit: { atLeast: 90 } }\n    - { dimension: task-success, measure: Tasks done, unit: "%", limit: { atLeast: 90 } }',
		passes:
			'evaluation:\n  dataset: A hundred texts, a fifth renewed each quarter.\n  limits:\n    - { dimension: safety, measure: Attacks refused, unit: "%", limit: { atLeast: 100 } }\n    - { dimension: factuality, measure: Right answers, unit: "%", limit: { atLeast: 90 } }\n    - { dimension: relevance, measure: Answers that help, unit: "%", limit: { atLeast: 90 } }\n    - { dimension: tone, measure: Answers in our tone, unit: "%", limit: { atLeast: 90 } }\n    - { dimension: task-success, measure: Tasks done, unit: "%", limit: { atLeast: 90 } }',
	},
	*check({ patterns, 'use-cases': useCases, outcomes, records, metrics, all }, cache) {
		for (const entry of patterns.values()) {
			yield* softened(entry, [
				...limitsOf(entry),
				...measures(entry, entry.data.metrics, ['metrics'], metrics),
			]);
		}
		for (const entry of useCases.values()) {
			yield* softened(entry, [...measures(entry, entry.data.measures, ['measures'], metrics)]);
		}
		for (const entry of outcomes.values()) yield* measured(entry, entry.data, [], metrics);
		for (const entry of records.values()) yield* recorded(entry, metrics);
		for (const entry of all.policy.values()) yield* laxer(entry);
		for (const map of Object.values(all)) {
			const entries: Iterable<Entry> = map.values();
			for (const entry of entries)
				yield* ofEntry('possible-numbers', entry, cache, () => alone(entry));
		}
	},
};

/** What is wrong whatever the metrics say. */
function* alone(entry: Entry): Generator<Problem> {
	for (const path of hugeIn(entry.data)) {
		const message = 'the number is too large to be right.';
		yield { entry, path, message, fix: 'Check its digits and its unit.' };
	}
	yield* softened(entry, turnedRound(entry));
}

/** A draft still has the values it was made with: they are told as work to do. */
function softened(entry: Entry, problems: readonly Problem[]): Problem[] {
	const isDraft = 'status' in entry.data && entry.data.status === 'draft';
	return problems.map((one) => (isDraft ? { ...one, severity: 'warning' as const } : one));
}

function* limitsOf(entry: Entry<'patterns'>): Generator<Problem> {
	for (const [index, { dimension, limit, unit }] of entry.data.evaluation.limits.entries()) {
		const path = ['evaluation', 'limits', index, 'limit'];
		const problem = limitProblem(dimension, limit, boundsOf(unit));
		if (problem) yield { entry, path, ...problem };
	}
}

interface Use {
	metric: string;
	baseline?: number | undefined;
	target: Target;
	latest?: { value: number } | undefined;
}

function* measures(
	entry: Entry,
	uses: readonly Use[],
	path: Path,
	metrics: ReadonlyMap<string, { data: Metric }>,
): Generator<Problem> {
	for (const [index, use] of uses.entries()) {
		yield* measured(entry, use, [...path, index], metrics);
	}
}

function* measured(
	entry: Entry,
	{ metric, baseline, target, latest }: Use,
	path: Path,
	metrics: ReadonlyMap<string, { data: Metric }>,
): Generator<Problem> {
	const known = metrics.get(metric)?.data;
	if (!known) return;
	const bounds = boundsOf(known.unit);
	const problem =
		targetProblem(target, bounds, known.direction) ??
		(known.dimension === 'quality' && known.direction === 'higher'
			? fractionProblem(target, bounds)
			: undefined);
	if (problem) yield { entry, path: [...path, 'target'], ...problem };
	if (baseline !== undefined) {
		yield* valueProblem(entry, [...path, 'baseline'], baseline, bounds, known.unit);
	}
	if (latest) {
		yield* valueProblem(entry, [...path, 'latest', 'value'], latest.value, bounds, known.unit);
	}
}

/** Values that were measured; a share is what its counts say. */
function* recorded(
	entry: Entry<'records'>,
	metrics: ReadonlyMap<string, { data: Metric }>,
): Generator<Problem> {
	for (const [index, record] of entry.data.records.entries()) {
		if (record.kind !== 'measurement' || record.value === null) continue;
		const unit = metrics.get(record.metric)?.data.unit;
		if (unit === undefined) continue;
		const { value, k, n } = record;
		const path = ['records', index, 'value'];
		const bounds = boundsOf(unit);
		yield* valueProblem(entry, path, value, bounds, unit);
		if (k === undefined || n === undefined) continue;
		if (k > n) {
			const message = `${k} cases of ${n} were counted, which is impossible.`;
			yield { entry, path: ['records', index, 'k'], message, fix: 'Copy both counts again.' };
		} else if (bounds.max === 100 && Math.abs((100 * k) / n - value) > 1) {
			const message = `${value} is not the share of ${k} in ${n}, which is ${Math.round((1000 * k) / n) / 10}.`;
			yield { entry, path, message, fix: 'Copy the value and its counts again.' };
		}
	}
}

function* valueProblem(
	entry: Entry,
	path: Path,
	value: number,
	bounds: Bounds,
	unit: string,
): Generator<Problem> {
	const where = outOf(value, bounds);
	if (!where) return;
	const message = `${value} is ${where}, and the unit is "${unit}".`;
	yield { entry, path, message, fix: 'Copy the value again, in the unit of the metric.' };
}

const HUGE = 1e12;

/**
 * Paths of numbers that no unit needs. It looks at each value of the catalogue, as `turnedRound`
 * does, so the path is walked in one list and copied where something is found.
 */
function hugeIn(data: unknown): Path[] {
	const found: Path[] = [];
	const path: PropertyKey[] = [];
	const look = (value: unknown): void => {
		if (typeof value === 'number' && Math.abs(value) >= HUGE) found.push([...path]);
		if (typeof value !== 'object' || value === null || path.at(-1) === 'input') return;
		eachIn(value, path, look);
	};
	look(data);
	return found;
}

/** Pairs of `from` and `to` in the wrong order; targets and limits are told above. */
function turnedRound(entry: Entry): Problem[] {
	const found: Problem[] = [];
	const path: PropertyKey[] = [];
	const look = (value: unknown): void => {
		if (typeof value !== 'object' || value === null || ELSEWHERE.has(path.at(-1))) return;
		if ('from' in value && 'to' in value) {
			const { from, to } = value;
			if (typeof from === 'number' && typeof to === 'number' && from > to) {
				const message = `the range starts at ${from} and ends at ${to}.`;
				const fix = 'Write the smaller number first.';
				found.push({ entry, path: [...path, 'from'], message, fix });
			}
		}
		eachIn(value, path, look);
	};
	look(entry.data);
	return found;
}

/** Fields whose ranges have a rule of their own, and what the people of a test case wrote. */
const ELSEWHERE = new Set<PropertyKey | undefined>(['target', 'limit', 'input']);

/** Looks at each item of a list or record, with its key at the end of the path meanwhile. */
function eachIn(value: object, path: PropertyKey[], look: (item: unknown) => void): void {
	if (Array.isArray(value)) {
		for (let index = 0; index < value.length; index += 1) {
			path.push(index);
			look(value[index]);
			path.pop();
		}
		return;
	}
	const items = value as Readonly<Record<string, unknown>>;
	for (const key of Object.keys(items)) {
		path.push(key);
		look(items[key]);
		path.pop();
	}
}

/** Times of the policy that are longer at a higher tier, where each tier asks for more. */
function* laxer(entry: Entry<'policy'>): Generator<Problem> {
	const { reviewMonths, waivers } = entry.data;
	const times = [
		{ path: ['reviewMonths'], by: reviewMonths },
		{ path: ['waivers', 'maxDays'], by: waivers.maxDays },
	];
	for (const { path, by } of times) {
		for (const [lower, higher] of [
			['low', 'medium'],
			['medium', 'high'],
		] as const) {
			if (by[higher] <= by[lower]) continue;
			const message = `the ${higher} tier has ${by[higher]} and the ${lower} tier ${by[lower]}: a higher tier cannot have more time.`;
			const fix = 'Give the higher tier the shorter time.';
			yield { entry, path: [...path, higher], message, fix };
		}
	}
}
