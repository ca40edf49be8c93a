/** A limit is tested on enough cases to decide it. */
import { evaluationDimension } from '#schemas/vocabularies.ts';
import { type Decision, decidable } from '../judge/statistics/decide.ts';
import type { Rule } from '../model/rule.ts';
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

export const evaluationPower: Rule = {
	id: 'evaluation-power',
	phase: 'policy',
	severity: 'warning',
	summary: 'Each limit is tested on enough cases to tell a good pattern from a bad one.',
	why: 'On a few cases a bad pattern passes by chance, and a good one cannot show that it is good. The number of cases decides more than the number in the limit.',
	source: 'Brief §8; the rates are in content/policy.yaml',
	example: { in: 'patterns', fails: limits(40), passes: limits(300) },
	*check({ patterns, policy }) {
		for (const entry of patterns.values()) {
			for (const [
				index,
				{ dimension, limit, unit, cases },
			] of entry.data.evaluation.limits.entries()) {
				if (cases === undefined || unit !== '%') continue;
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
		}
	},
};

const passes = ({ badRate, badPasses }: Decision): string =>
	badRate === undefined
		? ''
		: `A true ${badRate} passes ${oddsOf(badPasses)} if only the rate is compared.`;

function enough({ needed, assumedRate }: Decision): string {
	if (needed === undefined)
		return 'No number of cases decides a limit of all or nothing. Loosen it.';
	return `${formatNumber(needed)} cases would do, if the true rate is ${assumedRate}. Add cases, or loosen the limit.`;
}
