/** A pattern asks no less of a metric than the page of the metric does at its stage. */
import { goodIn, rangeOf } from '../judge/target.ts';
import type { Rule } from '../model/rule.ts';

export const targetsAgree: Rule = {
	id: 'targets-agree',
	phase: 'structure',
	severity: 'warning',
	summary:
		'The target of a pattern is at least as strict as what the page of the metric calls good at that stage.',
	why: 'You can compare measures because "good" means the same everywhere. With a weaker target, a pattern is green where the others would be red.',
	source: 'Project brief, section 8, comparable measures',
	*check({ patterns, metrics }) {
		for (const entry of patterns.values()) {
			for (const [index, use] of entry.data.metrics.entries()) {
				const metric = metrics.get(use.metric)?.data;
				const page = metric?.thresholds.find(({ stage }) => stage === entry.data.stage);
				const good = page && goodIn(page.good);
				const own = metric && rangeOf(use.target, use.baseline, metric.direction);
				if (!page || !good || !own || use.part) continue;
				const weaker =
					(good.from !== undefined &&
						metric.direction !== 'lower' &&
						(own.from ?? -Infinity) < good.from) ||
					(good.to !== undefined &&
						metric.direction !== 'higher' &&
						(own.to ?? Infinity) > good.to);
				if (!weaker) continue;
				const said = page.good.length > 80 ? `${page.good.slice(0, 80)}...` : page.good;
				const message = `the target of "${use.metric}" is weaker than its page requires at this stage: "${said}"`;
				const fix =
					'Set a target at least as strict, or have the page of the metric say what is good for this kind of use.';
				yield { entry, path: ['metrics', index, 'target'], message, fix };
			}
		}
	},
};
