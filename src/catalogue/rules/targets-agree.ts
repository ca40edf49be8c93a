/** A pattern asks no less of a metric than the page of the metric does at its stage. */
import type { Metric } from '#schemas/metric.ts';
import { rangeOf } from '../judge/target.ts';
import type { Rule } from '../model/rule.ts';

export const targetsAgree: Rule = {
	id: 'targets-agree',
	phase: 'structure',
	severity: 'warning',
	summary:
		'The target of a pattern is no weaker than what the page of the metric calls good at that stage.',
	why: 'Measures are comparable because good means the same everywhere. A pattern with a weaker target of its own is green where every other one would be red.',
	source: 'Brief §8, comparable measures',
	*check({ patterns, metrics }) {
		for (const entry of patterns.values()) {
			for (const [index, use] of entry.data.metrics.entries()) {
				const metric = metrics.get(use.metric)?.data;
				const page = metric?.thresholds.find(({ stage }) => stage === entry.data.stage);
				const good = page && goodIn(page.good);
				const own = metric && rangeOf(use.target, use.baseline, metric.direction);
				if (!page || !good || !own || use.part || isOfTheUse(metric)) continue;
				const weaker =
					(good.from !== undefined &&
						metric.direction !== 'lower' &&
						(own.from ?? -Infinity) < good.from) ||
					(good.to !== undefined &&
						metric.direction !== 'higher' &&
						(own.to ?? Infinity) > good.to);
				if (!weaker) continue;
				const said = page.good.length > 80 ? `${page.good.slice(0, 80)}...` : page.good;
				const message = `the target of "${use.metric}" is weaker than its page asks at this stage: "${said}"`;
				const fix =
					'Ask for as much, or have the page of the metric say what is good for such a use.';
				yield { entry, path: ['metrics', index, 'target'], message, fix };
			}
		}
	},
};

/** How fast and how cheap is good depends on who waits, and is for each pattern to say. */
const isOfTheUse = ({ dimension }: Pick<Metric, 'dimension'>) =>
	dimension === 'operational-performance';

/**
 * The range that a threshold begins with: "At least 90 %", "5 to 15 %"; else undefined, as a figure
 * further on may be of a part of the cases.
 */
function goodIn(text: string): { from?: number; to?: number } | undefined {
	const [clause = ''] = text.split(/[:;]|\.(?:\s|$)/);
	const number = '(-?\\d+(?:\\.\\d+)?)';
	const range = new RegExp(`^(?:between )?${number}(?: ?%)? (?:to|and) ${number}`, 'i').exec(
		clause,
	);
	if (range) return { from: Number(range[1]), to: Number(range[2]) };
	const least = new RegExp(`^(?:at least|over|above|more than) ${number}`, 'i').exec(clause);
	if (least) return { from: Number(least[1]) };
	const most = '^(?:at most|under|below|less than|fewer than|no more than)';
	const upTo = new RegExp(`${most} ${number}`, 'i').exec(clause);
	return upTo ? { to: Number(upTo[1]) } : undefined;
}
