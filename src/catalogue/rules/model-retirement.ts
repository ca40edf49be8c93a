/** A pattern does not run on a model that has stopped answering, and is told before it does. */

import type { Rule } from '../model/rule.ts';
import { daysBetween } from '../words/calendar.ts';
import { countOf } from '../words/count.ts';

export const modelRetirement: Rule = {
	id: 'model-retirement',
	phase: 'policy',
	severity: 'error',
	summary: 'No pattern uses a model after its pinned version has stopped answering.',
	why: 'The supplier decides when a version is switched off. Before you move to another you need a new evaluation, which you cannot do overnight.',
	source: 'NIST AI RMF MANAGE 3.2; we set the days of warning',
	example: {
		in: 'models',
		fails: 'retires: 2026-11-01',
		passes: 'retires: 2027-10-01',
	},
	*check({ patterns, models, policy, today }) {
		for (const entry of patterns.values()) {
			if (entry.data.status === 'withdrawn') continue;
			for (const [index, id] of entry.data.models.entries()) {
				const model = models.get(id)?.data;
				if (!model) continue;
				const left = daysBetween(today, model.retires);
				if (left > policy.models.retirementWarnDays) continue;
				const path = ['models', index];
				const next = model.fallback ? `Move to "${model.fallback}"` : 'Move to another alias';
				const fix = `${next}, or pin the alias to a newer version; then run the evaluation again.`;
				const message =
					left < 0
						? `the model "${id}" stopped answering on ${model.retires}.`
						: `the model "${id}" stops answering on ${model.retires}, in ${countOf(left, 'day')}.`;
				// For some days the site still builds, and says on the page that the model is gone.
				const severity = -left > policy.models.errorAfterDays ? 'error' : 'warning';
				yield { entry, path, message, fix, severity };
			}
		}
	},
};
