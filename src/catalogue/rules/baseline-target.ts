/** Business impact is measured against a value from before, by someone who answers for it. */
import { stage } from '#schemas/vocabularies.ts';
import { hasReached } from '../judge/tier.ts';
import type { Rule } from '../model/rule.ts';

const impact = (more: string) => `metrics:
  - { metric: adoption, target: { atLeast: 90 }, source: Trace store }
  - { metric: quality, target: { atLeast: 90 }, source: Trace store }
  - { metric: business-impact, target: { atLeast: 90 }, source: Trace store${more} }
  - { metric: risk, target: { atLeast: 90 }, source: Trace store }
  - { metric: operational-performance, target: { atLeast: 90 }, source: Trace store }`;

export const baselineTarget: Rule = {
	id: 'baseline-target',
	phase: 'policy',
	severity: 'error',
	summary: 'From early production each business-impact metric has a baseline and a named owner.',
	why: 'Without an earlier value, nobody can tell if the pattern helped. Without an owner, nobody checks.',
	source: 'Domain rule 10, project brief, section 2',
	example: {
		in: 'patterns',
		given: [{ in: 'registers', data: 'stage: early-production' }],
		fails: impact(''),
		passes: impact(', baseline: 70, owner: Head of Office'),
	},
	*check({ patterns, metrics, policy }) {
		for (const entry of patterns.values()) {
			if (!hasReached(entry.data.stage, policy.evidenceFrom.baselines)) continue;
			const at = stage.label(entry.data.stage).toLowerCase();
			for (const [index, use] of entry.data.metrics.entries()) {
				if (metrics.get(use.metric)?.data.dimension !== 'business-impact') continue;
				const path = ['metrics', index];
				if (use.baseline === undefined) {
					const message = `"${use.metric}" has no baseline, although the pattern is at ${at}.`;
					const fix =
						'Add `baseline`, the value before the pattern; or go back a stage until it is known.';
					yield { entry, path, message, fix };
				}
				if (use.owner === undefined) {
					const message = `"${use.metric}" has no owner, although the pattern is at ${at}.`;
					yield { entry, path, message, fix: 'Add `owner`, the role that is responsible for it.' };
				}
			}
		}
	},
};
