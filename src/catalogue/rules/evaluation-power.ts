/** A limit is tested on enough cases to decide it. */
import type { Policy } from '#schemas/policy.ts';
import { evaluationDimension } from '#schemas/vocabularies.ts';
import { type Decision, decidable, percent } from '../judge/statistics/decide.ts';
import { alarmOdds, gateOdds, type Odds } from '../judge/statistics/over-time.ts';
import type { Entry } from '../model/entry.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { countOf } from '../words/count.ts';
import { formatNumber } from '../words/number.ts';
import { oddsOf } from '../words/odds.ts';

const limits = (cases: number) =>
	`evaluation:\n  dataset: A hundred texts, a fifth renewed each quarter.\n  limits:\n${[
		'factuality',
		'relevance',
		'safety',
		'tone',
		'task-success',
	]
		.map(
			(name) =>
				`    - { dimension: ${name}, measure: Good answers, unit: "%", limit: { atLeast: 90 }, cases: ${cases} }`,
		)
		.join('\n')}`;

type Power = Policy['evaluation']['power'];

export const evaluationPower: Rule = {
	id: 'evaluation-power',
	phase: 'policy',
	severity: 'warning',
	summary:
		'Each limit given as a percentage states its number of cases. Limits, alarms and gates have enough cases to tell a good pattern from a bad one.',
	why: 'On a few cases a bad pattern passes by chance, and a good one cannot show that it is good. The number of cases matters more than the number in the limit.',
	source: 'Project brief, section 8; the rates are in content/policy.yaml',
	example: { in: 'patterns', fails: limits(40), passes: limits(300) },
	*check({ patterns, policy }) {
		for (const entry of patterns.values()) {
			for (const [
				index,
				{ dimension, limit, unit, cases },
			] of entry.data.evaluation.limits.entries()) {
				if (unit !== '%') continue;
				if (cases === undefined) {
					yield {
						entry,
						path: ['evaluation', 'limits', index],
						message: `${evaluationDimension.label(dimension).toLowerCase()}: it does not say how many cases the limit is tested on.`,
						fix: 'Add `cases`. The checks then tell you if that is enough to decide the limit.',
					};
					continue;
				}
				const found = decidable(limit, cases, policy.evaluation.power);
				if (!found || found.decided) continue;
				const name = evaluationDimension.label(dimension).toLowerCase();
				const message = `${name}: ${found.limit} on ${formatNumber(cases)} cases cannot be decided. ${passes(found)}`;
				yield {
					entry,
					path: ['evaluation', 'limits', index, 'cases'],
					message,
					fix: enough(found),
				};
			}
			yield* overTime(entry, policy.evaluation.power);
		}
	},
};

/** Alarms and gates that look at a rate period by period. */
function* overTime(entry: Entry<'patterns'>, power: Power): Generator<Problem> {
	for (const [index, { metric, alarm }] of entry.data.metrics.entries()) {
		const odds = alarm && alarmOdds(alarm, power);
		if (!alarm || !odds || odds.decided) continue;
		const message = `the alarm for ${metric} on ${formatNumber(alarm.cases)} cases: a true ${percent(odds.badRate)} raises it ${oddsOf(odds.bad)}, and a true ${percent(odds.goodRate)} raises it ${oddsOf(odds.good)}.`;
		yield { entry, path: ['metrics', index, 'alarm'], message, fix: moreCases(odds) };
	}
	for (const [index, { stage, gate = [] }] of entry.data.rollout.entries()) {
		for (const [at, one] of gate.entries()) {
			const odds = gateOdds(one, power);
			if (!odds || odds.decided) continue;
			const message = `the gate for ${one.metric} after ${stage}, ${countOf(one.periods, 'period')} of ${formatNumber(one.cases)} cases: a true ${percent(odds.badRate)} passes ${oddsOf(odds.bad)}, and a true ${percent(odds.goodRate)} passes ${oddsOf(odds.good)}.`;
			yield { entry, path: ['rollout', index, 'gate', at], message, fix: moreCases(odds) };
		}
	}
}

const moreCases = ({ needed }: Odds): string =>
	needed === undefined
		? 'No number of cases is enough. Change the limit or the number of periods.'
		: `${formatNumber(needed)} cases in each period would be enough. Use longer periods, or change the limit.`;

const passes = ({ badRate, badPasses }: Decision): string =>
	badRate === undefined
		? ''
		: `A true ${badRate} passes ${oddsOf(badPasses)} if only the rate is compared.`;

function enough({ needed, assumedRate }: Decision): string {
	if (needed === undefined)
		return 'No number of cases can decide an all-or-nothing limit. Relax it.';
	return `${formatNumber(needed)} cases would be enough, if the true rate is ${assumedRate}. Add cases, or relax the limit.`;
}
