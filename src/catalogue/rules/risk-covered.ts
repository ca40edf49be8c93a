/** Each risk of a pattern is answered by controls that stand in the pattern and answer that risk. */

import type { Rule } from '../model/rule.ts';

export const riskCovered: Rule = {
	id: 'risk-covered',
	phase: 'structure',
	severity: 'error',
	summary:
		'Each risk of a pattern is mitigated by controls that are in the pattern and list that risk.',
	why: 'A control made for another risk does not protect you from this one.',
	source: 'Domain rule 4, project brief, section 4',
	example: {
		in: 'patterns',
		given: [{ in: 'controls', id: 'role-training', data: 'title: Role training' }],
		fails: `risks:
  - risk: leak
    scenario: A summary repeats a name from the case.
    likelihood: possible
    impact: minor
    mitigatedBy: [role-training]`,
		passes: `risks:
  - risk: leak
    scenario: A summary repeats a name from the case.
    likelihood: possible
    impact: minor
    mitigatedBy: [logging]`,
	},
	*check({ patterns, controls }) {
		for (const entry of patterns.values()) {
			const present = entry.data.controls.map(({ control }) => control);
			for (const [index, { risk, mitigatedBy }] of entry.data.risks.entries()) {
				for (const [place, id] of mitigatedBy.entries()) {
					const path = ['risks', index, 'mitigatedBy', place];
					const control = controls.get(id);
					if (!present.includes(id)) {
						// The control exists: another of a like name is not what was meant.
						const waived = entry.data.waivers.some((one) => 'control' in one && one.control === id);
						const fix = waived
							? `It is waived, so it does not lower the risk. Cite a control that is in place, or delete "${id}" here.`
							: `Add "${id}" to \`controls\`, or cite one that the pattern has: ${present.join(', ')}.`;
						yield {
							entry,
							path,
							message: `the control "${id}" is not a control of this pattern.`,
							fix,
						};
					} else if (control && !control.data.mitigates.includes(risk)) {
						yield {
							entry,
							path,
							message: `the control "${id}" does not mitigate "${risk}".`,
							fix: `It mitigates ${control.data.mitigates.join(', ')}. Cite a control whose \`mitigates\` lists "${risk}".`,
						};
					}
				}
			}
		}
	},
};
