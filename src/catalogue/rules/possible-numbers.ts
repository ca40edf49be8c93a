/** A number can be what it says: a limit can be missed and met, a share is a share, a count adds up. */
import type { Target } from '#schemas/measure.ts';
import type { Metric } from '#schemas/metric.ts';
import { type Bounds, boundsOf, outOf, targetProblem } from '../judge/bounds.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import type { Path } from '../model/schema-walk.ts';

export const possibleNumbers: Rule = {
	id: 'possible-numbers',
	phase: 'structure',
	severity: 'error',
	summary: 'Every limit can be missed and met, in the good direction; every value fits its unit.',
	why: 'A limit that nobody can miss is no limit, and a safety target turned round lets everything through. A share of 140% was read from the wrong column.',
	source: 'Ours. A check that a wrong number passes is no check',
	example: {
		in: 'patterns',
		fails:
			'evaluation:\n  dataset: A hundred texts, a fifth renewed each quarter.\n  limits:\n    - { dimension: safety, measure: Attacks refused, unit: "%", limit: { atMost: 100 } }\n    - { dimension: factuality, measure: Right answers, unit: "%", limit: { atLeast: 90 } }\n    - { dimension: relevance, measure: Answers that help, unit: "%", limit: { atLeast: 90 } }\n    - { dimension: tone, measure: Answers in our tone, unit: "%", limit: { atLeast: 90 } }\n    - { dimension: task-success, measure: Tasks done, unit: "%", limit: { atLeast: 90 } }',
		passes:
			'evaluation:\n  dataset: A hundred texts, a fifth renewed each quarter.\n  limits:\n    - { dimension: safety, measure: Attacks refused, unit: "%", limit: { atLeast: 100 } }\n    - { dimension: factuality, measure: Right answers, unit: "%", limit: { atLeast: 90 } }\n    - { dimension: relevance, measure: Answers that help, unit: "%", limit: { atLeast: 90 } }\n    - { dimension: tone, measure: Answers in our tone, unit: "%", limit: { atLeast: 90 } }\n    - { dimension: task-success, measure: Tasks done, unit: "%", limit: { atLeast: 90 } }',
	},
	*check({ patterns, 'use-cases': useCases, metrics, all }) {
		for (const entry of patterns.values()) {
			yield* softened(entry, [
				...limitsOf(entry),
				...measures(entry, entry.data.metrics, 'metrics', metrics),
			]);
		}
		for (const entry of useCases.values()) {
			yield* softened(entry, [...measures(entry, entry.data.measures, 'measures', metrics)]);
		}
		for (const map of Object.values(all)) {
			const entries: Iterable<Entry> = map.values();
			for (const entry of entries) {
				for (const path of hugeIn(entry.data)) {
					const message = 'the number is larger than anything that is counted here.';
					yield { entry, path, message, fix: 'Check its digits and its unit.' };
				}
			}
		}
	},
};

/** A draft still has the values it was made with: they are told as work to do. */
function softened(entry: Entry, problems: readonly Problem[]): Problem[] {
	const isDraft = 'status' in entry.data && entry.data.status === 'draft';
	return problems.map((one) => (isDraft ? { ...one, severity: 'warning' as const } : one));
}

function* limitsOf(entry: Entry<'patterns'>): Generator<Problem> {
	for (const [index, { limit, unit }] of entry.data.evaluation.limits.entries()) {
		const path = ['evaluation', 'limits', index, 'limit'];
		const problem = targetProblem(limit, boundsOf(unit));
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
	field: string,
	metrics: ReadonlyMap<string, { data: Metric }>,
): Generator<Problem> {
	for (const [index, { metric, baseline, target, latest }] of uses.entries()) {
		const known = metrics.get(metric)?.data;
		if (!known) continue;
		const bounds = boundsOf(known.unit);
		const problem = targetProblem(target, bounds, known.direction);
		if (problem) yield { entry, path: [field, index, 'target'], ...problem };
		const at = (key: string) => [field, index, key];
		if (baseline !== undefined) {
			yield* valueProblem(entry, at('baseline'), baseline, bounds, known.unit);
		}
		if (latest) {
			yield* valueProblem(entry, [...at('latest'), 'value'], latest.value, bounds, known.unit);
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

/** Paths of numbers that no unit needs. */
function* hugeIn(value: unknown, path: Path = []): Generator<Path> {
	if (typeof value === 'number') {
		if (Math.abs(value) >= HUGE) yield path;
	} else if (typeof value === 'object' && value !== null && !path.includes('input')) {
		const items = Array.isArray(value) ? value.entries() : Object.entries(value);
		for (const [key, item] of items) yield* hugeIn(item, [...path, key]);
	}
}
