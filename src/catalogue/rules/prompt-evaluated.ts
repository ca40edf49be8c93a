/** What is approved has passed its evaluation on the model version that answers today. */
import type { Pattern } from '#schemas/pattern.ts';
import { evaluationDimension } from '#schemas/vocabularies.ts';
import { holds, rangeOf } from '../judge/target.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { daysBetween } from '../words/calendar.ts';

type Run = NonNullable<Pattern['evaluation']['lastRun']>;

const evaluation = (passed: number) => `evaluation:
  dataset: A hundred texts, a fifth renewed each quarter.
  limits:
    - { dimension: factuality, measure: Good answers, unit: "%", limit: { atLeast: 90 } }
    - { dimension: relevance, measure: Good answers, unit: "%", limit: { atLeast: 90 } }
    - { dimension: safety, measure: Good answers, unit: "%", limit: { atLeast: 90 } }
    - { dimension: tone, measure: Good answers, unit: "%", limit: { atLeast: 90 } }
    - { dimension: task-success, measure: Good answers, unit: "%", limit: { atLeast: 90 } }
  lastRun:
    date: 2026-11-10
    model: small
    modelVersion: "2026-10-01"
    passed: 96
    total: 100
    results:
      - { dimension: factuality, value: ${passed} }
      - { dimension: relevance, value: 94 }
      - { dimension: safety, value: 100 }
      - { dimension: tone, value: 97 }
      - { dimension: task-success, value: 95 }`;

export const promptEvaluated: Rule = {
	id: 'prompt-evaluated',
	phase: 'policy',
	severity: 'error',
	summary:
		'An approved pattern has a passing run of its evaluation on the pinned version of its model.',
	why: 'The same prompt on another version is another system. A run on the version that was replaced says nothing about what answers today.',
	source: 'Domain rule 12, brief §8; the days are ours',
	example: {
		in: 'patterns',
		approved: ['patterns/summary'],
		fails: evaluation(80),
		passes: evaluation(93),
	},
	*check(catalogue) {
		for (const entry of catalogue.patterns.values()) {
			if (entry.data.status !== 'approved') continue;
			const { lastRun } = entry.data.evaluation;
			if (!lastRun) {
				yield {
					entry,
					path: ['evaluation'],
					message: 'status is "approved", and no run of the evaluation is recorded.',
					fix: 'Run it on the pinned model and record it in `lastRun`, or set status to proposed.',
				};
				continue;
			}
			yield* failed(entry, lastRun);
			yield* stale(entry, lastRun, catalogue);
		}
	},
};

/** Every limit has a result that keeps it. */
function* failed(entry: Entry<'patterns'>, { results }: Run): Generator<Problem> {
	const path = ['evaluation', 'lastRun', 'results'];
	for (const { dimension, limit } of entry.data.evaluation.limits) {
		const label = evaluationDimension.label(dimension).toLowerCase();
		const result = results.find((one) => one.dimension === dimension);
		const range = rangeOf(limit, undefined, 'range');
		if (!result) {
			const message = `the last run has no result for ${label}.`;
			yield { entry, path, message, fix: `Add the result for \`${dimension}\`.` };
		} else if (range && !holds(result.value, range)) {
			const message = `the last run fails its limit for ${label}: ${result.value}.`;
			const fix = 'Mend what failed and run it again, or set status to proposed.';
			yield { entry, path: [...path, results.indexOf(result), 'value'], message, fix };
		}
	}
}

/** A run on a version that was replaced: a warning for the days of the policy, then an error. */
function* stale(
	entry: Entry<'patterns'>,
	{ model: alias, modelVersion }: Run,
	{ models, policy, today }: Catalogue,
): Generator<Problem> {
	const model = models.get(alias)?.data;
	if (!model || model.pinnedVersion === modelVersion) return;
	// The newest change of the model is the one that moved the pin, as far as its file tells.
	const moved = model.changes?.[0]?.date ?? model.reviewed;
	const days = daysBetween(moved, today);
	yield {
		entry,
		path: ['evaluation', 'lastRun', 'modelVersion'],
		message: `the last run was on ${modelVersion}, and "${alias}" points to ${model.pinnedVersion}.`,
		fix: 'Run the evaluation on the pinned version and record it.',
		severity: days > policy.evaluation.staleErrorAfterDays ? 'error' : 'warning',
	};
}
