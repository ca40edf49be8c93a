/** A use that serves an outcome measures what the outcome is measured by. */
import type { Rule } from '../model/rule.ts';

export const outcomeMeasured: Rule = {
	id: 'outcome-measured',
	phase: 'structure',
	severity: 'warning',
	summary: 'A use case measures the metric of the outcome that it serves.',
	why: 'The value of an outcome is worked out from its uses. If a use measures something else, it adds nothing and the outcome can stay without a value.',
	source: 'Project brief, section 2, outcomes',
	example: {
		in: 'outcomes',
		given: [{ in: 'metrics', id: 'time-saved', data: 'title: Time saved' }],
		fails: 'metric: time-saved',
		passes: 'metric: business-impact',
	},
	*check({ 'use-cases': uses, outcomes }) {
		for (const entry of uses.values()) {
			const { outcome, measures, state } = entry.data;
			const metric = outcomes.get(outcome)?.data.metric;
			if (metric === undefined || state === 'retired') continue;
			if (measures.some((measure) => measure.metric === metric)) continue;
			const message = `it serves the outcome "${outcome}", but does not measure "${metric}".`;
			const fix = `Add "${metric}" to \`measures\`, or choose an outcome that its measures can show.`;
			yield { entry, path: ['outcome'], message, fix };
		}
	},
};
