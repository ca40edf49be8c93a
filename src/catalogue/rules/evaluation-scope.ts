/** The evaluation covers what the policy asks, and both kinds of error where people may be harmed. */
import { evaluationDimension, tier as tiers } from '#schemas/vocabularies.ts';
import { ABOUT_PERSON, tierOf } from '../judge/tier.ts';
import type { Rule } from '../model/rule.ts';

const limits = (...dimensions: string[]) =>
	`evaluation:\n  dataset: A hundred texts, a fifth renewed each quarter.\n  limits:\n${dimensions
		.map(
			(name) =>
				`    - { dimension: ${name}, measure: Good answers, unit: "%", limit: { atLeast: 90 } }`,
		)
		.join('\n')}`;

export const evaluationScope: Rule = {
	id: 'evaluation-scope',
	phase: 'policy',
	severity: 'error',
	summary:
		'The evaluation covers the five dimensions. At high tier, and for a decision about a person, it also covers both kinds of error and abstention.',
	why: 'A suite that asks only whether answers are right lets unsafe or useless ones through. If people are judged, it matters more who is wrongly flagged and who is missed than what the average is.',
	source: 'Domain rule 11, project brief, section 8',
	example: {
		in: 'patterns',
		fails: limits('factuality', 'relevance', 'safety', 'tone', 'tone'),
		passes: limits('factuality', 'relevance', 'safety', 'tone', 'task-success'),
	},
	*check({ patterns, policy }) {
		const { always, sensitive, sensitiveMetrics } = policy.evaluation;
		for (const entry of patterns.values()) {
			const { evaluation, exposure, metrics } = entry.data;
			const tier = tierOf(entry.data, policy);
			const isSensitive = tier === 'high' || exposure.decidesAboutPerson;
			const why = exposure.decidesAboutPerson
				? ABOUT_PERSON
				: `It is at ${tiers.label(tier).toLowerCase()} tier.`;
			const covered = new Set(evaluation.limits.map(({ dimension }) => dimension));
			for (const dimension of isSensitive ? [...always, ...sensitive] : always) {
				if (covered.has(dimension)) continue;
				const message = `no limit covers ${evaluationDimension.label(dimension).toLowerCase()}.`;
				const reason = always.includes(dimension) ? 'Every evaluation covers it.' : why;
				const fix = `Add a limit for \`${dimension}\`. ${reason}`;
				yield { entry, path: ['evaluation', 'limits'], message, fix };
			}
			const used = new Set(metrics.map(({ metric }) => metric));
			for (const metric of isSensitive ? sensitiveMetrics : []) {
				if (used.has(metric)) continue;
				const message = `the metric "${metric}" is missing.`;
				yield { entry, path: ['metrics'], message, fix: `Add it with its target. ${why}` };
			}
		}
	},
};
