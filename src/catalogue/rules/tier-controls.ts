/** Every control that the tier and the conditions demand is in place. */
import { requiredControls, tierOf } from '../tier.ts';
import type { Rule } from './engine.ts';

export const tierControls: Rule = {
	id: 'tier-controls',
	phase: 'policy',
	severity: 'error',
	summary: 'Every baseline and conditional control of the policy stands in the pattern.',
	why: '',
	source: 'Domain rule 2, brief §4',
	*check({ patterns, policy }) {
		for (const entry of patterns.values()) {
			const present = new Set(entry.data.controls.map(({ control }) => control));
			const tier = tierOf(entry.data, policy);
			for (const { control, baseline, because } of requiredControls(entry.data, policy)) {
				if (present.has(control)) continue;
				const reason =
					because ?? `The baseline of ${baseline} tier includes it; this pattern is ${tier}.`;
				yield {
					entry,
					path: ['controls'],
					control,
					message: `the control "${control}" is required and missing.`,
					fix: `Add it to \`controls\` with how it is met, where, and its evidence. ${reason}`,
				};
			}
		}
	},
};
