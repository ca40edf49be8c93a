/** Beyond its pilot, a pattern has a record for each of its controls that proves that it works. */
import { stage as stages } from '#schemas/vocabularies.ts';
import { proofsOf } from '../judge/records/proof.ts';
import { hasReached, tierOf } from '../judge/tier.ts';
import type { Rule } from '../model/rule.ts';

export const controlsProven: Rule = {
	id: 'controls-proven',
	phase: 'policy',
	severity: 'error',
	summary:
		'From early production each control of a pattern is proven by a record for this version that is recent enough.',
	why: 'Naming a control is not enough. Only a record shows that it works, and only for the version it is about.',
	source: 'Domain rule 2, project brief, section 4; we set the months',
	example: { in: 'registers', fails: 'stage: early-production', passes: 'stage: pilot' },
	*check(catalogue) {
		const { patterns, policy } = catalogue;
		for (const entry of patterns.values()) {
			if (!hasReached(entry.data.stage, policy.evidenceFrom.controls)) continue;
			const at = stages.label(entry.data.stage).toLowerCase();
			const months = policy.reviewMonths[tierOf(entry.data, policy)];
			const record = `npm run record evidence patterns/${entry.id}`;
			const proofs = proofsOf(entry, catalogue);
			for (const [index, { control }] of entry.data.controls.entries()) {
				const proof = proofs.get(control);
				// A control that is waived is not proven either: the waiver lifts this finding.
				if (!proof || proof.state === 'proven') continue;
				const path = ['controls', index];
				if (proof.goodUntil) {
					const message = `the proof of "${control}" was good until ${proof.goodUntil}. At this tier it lasts ${months} months.`;
					yield { entry, path, control, message, fix: `Collect it again and record it: ${record}` };
				} else {
					const message = `the control "${control}" is not proven, although the pattern is at ${at}.`;
					const fix = `Record the evidence for this version: ${record}. Or go back a stage.`;
					yield { entry, path, control, message, fix };
				}
			}
		}
	},
};
