/** Every control that the tier and the conditions demand is in place, codified and shown to work. */

import { stage as stages } from '#schemas/vocabularies.ts';
import { firmControls, hasReached, requiredControls, reviewDue, tierOf } from '../judge/tier.ts';
import { mayBeWaived } from '../judge/waivers.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { countOf } from '../words/count.ts';

const logging = (more: string) => `controls:
  - control: logging
    how: Every call is kept as one trace.
    codifiedIn: config${more}
    evidence: { kind: log-config, source: Export of the settings }`;

export const tierControls: Rule = {
	id: 'tier-controls',
	phase: 'policy',
	severity: 'error',
	summary:
		'Every baseline and conditional control stands in the pattern, says where it is codified and, once live, has evidence in date.',
	why: 'A control that is only named protects nobody. The file shows that it exists, the evidence that it still works.',
	source: 'Domain rule 2, brief §4; the cadence of evidence is ours',
	example: { in: 'patterns', fails: logging(''), passes: logging('\n    file: logging.yaml') },
	*check(catalogue) {
		const { patterns, policy } = catalogue;
		for (const entry of patterns.values()) {
			const tier = tierOf(entry.data, policy);
			const firm = firmControls(entry.data, policy);
			for (const { control, baseline, because } of requiredControls(entry.data, policy)) {
				const uses = [...entry.data.controls.entries()].filter(
					([, use]) => use.control === control,
				);
				for (const [index] of uses) yield* unproven(entry, index, catalogue);
				// Rules of their own say why these are missing, and that no waiver lifts them.
				if (uses.length > 0 || firm.has(control)) continue;
				const reason =
					because ?? `The baseline of ${baseline} tier includes it; this pattern is ${tier}.`;
				const orWaive = mayBeWaived({ control }, entry, catalogue)
					? ' It can be waived for a time under `waivers`.'
					: '';
				yield {
					entry,
					path: ['controls'],
					control,
					message: `the control "${control}" is required and missing.`,
					fix: `Add it to \`controls\` with how it is met, where, and its evidence.${orWaive} ${reason}`,
				};
			}
		}
	},
};

/** What is left to show for a control that is there. */
function* unproven(
	entry: Entry<'patterns'>,
	index: number,
	{ policy, today }: Catalogue,
): Generator<Problem> {
	const use = entry.data.controls[index];
	if (!use) return;
	const { control, file, codifiedIn, evidence } = use;
	const path = ['controls', index];
	if (!file && codifiedIn !== 'runbook') {
		const message = `the control "${control}" does not say in which file it is codified.`;
		const fix = 'Add `file`: the file or setting that holds it, relative to the starter.';
		yield { entry, path, control, message, fix };
	}
	if (!hasReached(entry.data.stage, policy.evidenceFrom.controls)) return;
	const tier = tierOf(entry.data, policy);
	if (!evidence.date) {
		const at = stages.label(entry.data.stage).toLowerCase();
		const message = `the control "${control}" has no dated evidence, although the pattern is at ${at}.`;
		const fix = 'Add `date` to its evidence, the day of the newest item; or go back a stage.';
		yield { entry, path: [...path, 'evidence'], control, message, fix };
	} else if (evidence.date > today) {
		const message = `the evidence of "${control}" is of ${evidence.date}, which is still to come.`;
		const fix = 'Write the day of the newest item that exists.';
		yield { entry, path: [...path, 'evidence', 'date'], control, message, fix };
	} else if (reviewDue(evidence.date, tier, policy) < today) {
		const message = `the evidence of "${control}" is of ${evidence.date}; at ${tier} tier it holds ${countOf(policy.reviewMonths[tier], 'month')}.`;
		const fix = 'Collect it anew and write its day.';
		yield { entry, path: [...path, 'evidence', 'date'], control, message, fix };
	}
}
