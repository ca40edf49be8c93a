/** What is approved has passed its evaluation with the prompts and the model version of today. */
import { evaluationDimension } from '#schemas/vocabularies.ts';
import { changedSince } from '../judge/records/binding.ts';
import {
	countingRun,
	latestRun,
	promptsLeftOut,
	resultsOf,
	unmeasured,
	whyNot,
} from '../judge/records/evaluation.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { daysBetween } from '../words/calendar.ts';
import { listOf } from '../words/phrase.ts';

export const promptEvaluated: Rule = {
	id: 'prompt-evaluated',
	phase: 'policy',
	severity: 'error',
	summary:
		'An approved pattern has an evaluation run with exactly its prompts and its model version, and no limit is missed.',
	why: 'If the prompt or the model version differs, it is a different system. A run of another system says nothing about the one in use.',
	source: 'Domain rule 12, project brief, section 8; we set the days',
	*check(catalogue) {
		for (const entry of catalogue.patterns.values()) {
			if (entry.data.status !== 'approved') continue;
			const latest = latestRun(entry, catalogue);
			const run = countingRun(entry, catalogue);
			if (!latest) {
				const message = 'status is "approved", but it has not been evaluated.';
				const fix = `Run the evaluation and import the result: npm run record -- import FILE. Or set status to proposed.`;
				yield { entry, path: ['evaluation'], message, fix };
			} else if (!run) yield notCounting(entry, latest, catalogue);
			else yield* failed(entry, run);
		}
	},
};

/** Why the newest run proves nothing of today: a moved model is a warning for a while. */
function notCounting(
	entry: Entry<'patterns'>,
	latest: NonNullable<ReturnType<typeof latestRun>>,
	catalogue: Catalogue,
): Problem {
	const { models, policy, today } = catalogue;
	const { run, model: alias, on } = latest.record;
	const changed = changedSince(latest, entry, catalogue);
	const onlyModel =
		promptsLeftOut(latest, entry, catalogue).length === 0 &&
		changed.every(({ what }) => what.startsWith('model '));
	const model = models.get(alias)?.data;
	// The newest change of the model is the one that moved the pin, as far as its file tells.
	const moved = model?.changes?.[0]?.date ?? model?.reviewed ?? on;
	const fresh = daysBetween(moved, today) <= policy.evaluation.staleErrorAfterDays;
	return {
		entry,
		path: ['evaluation'],
		message: `run ${run} of ${on} does not count: ${listOf(whyNot(latest, entry, catalogue))}.`,
		fix: 'Run the evaluation again and import the result: npm run record -- import FILE',
		severity: onlyModel && fresh ? 'warning' : 'error',
	};
}

/** Every limit has a count, and none is missed. What cases cannot decide is said, and not held against it. */
function* failed(
	entry: Entry<'patterns'>,
	{ record }: NonNullable<ReturnType<typeof countingRun>>,
): Generator<Problem> {
	const { limits } = entry.data.evaluation;
	const results = resultsOf(record, limits);
	for (const limit of unmeasured(results, limits)) {
		const name = evaluationDimension.label(limit.dimension).toLowerCase();
		const message = `run ${record.run} has no count for ${name}.`;
		const fix = `Count "${limit.measure}" and run it again.`;
		yield { entry, path: ['evaluation', 'limits', limits.indexOf(limit)], message, fix };
	}
	for (const { limit, value, interval, verdict, count } of results) {
		if (verdict === 'met') continue;
		const name = evaluationDimension.label(limit.dimension).toLowerCase();
		const where = count.group ? ` for ${count.group.by} ${count.group.is}` : '';
		const [rate, low, high] = [value, interval.low, interval.high].map((one) => one.toFixed(1));
		const isMissed = verdict === 'not-met';
		yield {
			entry,
			path: ['evaluation', 'limits', limits.indexOf(limit), 'limit'],
			message: `run ${record.run} ${isMissed ? 'misses' : 'does not resolve'} the limit for ${name}${where}: ${rate} (${low} to ${high}).`,
			fix: isMissed
				? 'Improve what failed and run it again, or set status to proposed.'
				: 'Add cases and run it again. `npm run validate` tells you how many each limit needs.',
			severity: isMissed ? 'error' : 'warning',
		};
	}
}
