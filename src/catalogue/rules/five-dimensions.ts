/** Every pattern is measured in all five dimensions, with the core metrics. */
import { metricDimension } from '#schemas/vocabularies.ts';
import type { Rule } from '../model/rule.ts';

export const fiveDimensions: Rule = {
	id: 'five-dimensions',
	phase: 'policy',
	severity: 'error',
	summary:
		'A pattern has at least one metric in each dimension, and every core metric of the policy.',
	why: 'A pattern can be fast and used by all and still do harm. With one measure in each dimension, and the core metrics in every pattern, two patterns can be compared.',
	source: 'Domain rule 9, project brief, section 6',
	example: {
		in: 'patterns',
		given: [{ in: 'metrics', id: 'latency', data: 'dimension: operational-performance' }],
		fails: `metrics:
  - { metric: adoption, target: { atLeast: 60 }, source: Trace store }
  - { metric: quality, target: { atLeast: 60 }, source: Trace store }
  - { metric: business-impact, target: { atLeast: 60 }, source: Trace store }
  - { metric: operational-performance, target: { atLeast: 60 }, source: Trace store }
  - { metric: latency, target: { atLeast: 60 }, source: Trace store }`,
		passes: `metrics:
  - { metric: adoption, target: { atLeast: 60 }, source: Trace store }
  - { metric: quality, target: { atLeast: 60 }, source: Trace store }
  - { metric: business-impact, target: { atLeast: 60 }, source: Trace store }
  - { metric: risk, target: { atLeast: 60 }, source: Trace store }
  - { metric: operational-performance, target: { atLeast: 60 }, source: Trace store }`,
	},
	*check({ patterns, metrics, policy }) {
		for (const entry of patterns.values()) {
			const used = entry.data.metrics.map(({ metric }) => metric);
			for (const core of policy.coreMetrics) {
				if (used.includes(core)) continue;
				const message = `the core metric "${core}" is missing.`;
				yield { entry, path: ['metrics'], message, fix: 'Add it with its target and source.' };
			}
			const measured = new Set(used.map((id) => metrics.get(id)?.data.dimension));
			// A metric that was not accepted may be of any dimension: say nothing rather than guess.
			if (measured.has(undefined)) continue;
			for (const dimension of metricDimension.values) {
				if (measured.has(dimension)) continue;
				const choice = [...metrics.values()].filter(({ data }) => data.dimension === dimension);
				yield {
					entry,
					path: ['metrics'],
					message: `no metric measures ${metricDimension.label(dimension).toLowerCase()}.`,
					fix: `Add one of: ${choice.map(({ id }) => id).join(', ')}.`,
				};
			}
		}
	},
};
