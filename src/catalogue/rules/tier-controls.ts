/** Every control that the tier and the conditions demand is in place, codified and shown to work. */
import { firmControls, requiredControls, tierOf } from '../judge/tier.ts';
import { mayBeWaived } from '../judge/waivers.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';

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
		'Every baseline and conditional control is in the pattern, and says where it is codified.',
	why: 'Naming a control is not enough. The file shows that it exists, and the evidence shows that it still works.',
	source: 'Domain rule 2, project brief, section 4; we set the cadence of evidence',
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
				for (const [index] of uses) yield* uncodified(entry, index);
				// Rules of their own say why these are missing, and that no waiver lifts them.
				if (uses.length > 0 || firm.has(control)) continue;
				const reason =
					because ?? `The baseline of ${baseline} tier includes it; this pattern is ${tier}.`;
				const orWaive = mayBeWaived({ control }, entry, catalogue)
					? ' It can be waived until a date under `waivers`.'
					: '';
				yield {
					entry,
					path: ['controls'],
					control,
					message: `the control "${control}" is required but missing.`,
					fix: `Add it to \`controls\` with how it is met, where, and its evidence.${orWaive} ${reason}`,
				};
			}
		}
	},
};

/** A control that is there, and does not say where. */
function* uncodified(entry: Entry<'patterns'>, index: number): Generator<Problem> {
	const use = entry.data.controls[index];
	if (!use) return;
	const { control, file, codifiedIn } = use;
	const path = ['controls', index];
	if (!file && codifiedIn !== 'runbook') {
		const message = `the control "${control}" does not say in which file it is codified.`;
		const fix = 'Add `file`: the path in the starter of the file or setting where it is set up.';
		yield { entry, path, control, message, fix };
	}
}
