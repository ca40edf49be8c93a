/** Where the output influences a decision about a person, a named person decides and is told of it. */
import type { Rule } from '../model/rule.ts';

export const personDecision: Rule = {
	id: 'person-decision',
	phase: 'policy',
	severity: 'error',
	summary:
		'The system never decides about a person alone. A role decides, the effect on people is assessed, and people are told.',
	why: 'Anyone affected by a decision must be able to ask a person for the reasons. If a system decides alone or unseen, nobody can give them.',
	source: 'Domain rule 5, project brief, section 7, EU AI Act Art. 14, Art. 26(2), Art. 26(11)',
	example: {
		in: 'patterns',
		given: [
			{
				in: 'patterns',
				data: 'exposure: { data: internal, personalData: none, effect: informs, reach: team, reversibility: costly, untrustedInput: false, decidesAboutPerson: true, regulated: false }',
			},
		],
		fails: 'problem: summarise',
		passes: 'problem: summarise\ndecidedBy: analyst',
	},
	*check({ patterns, policy }) {
		const { controls, waivable } = policy.personDecision;
		for (const entry of patterns.values()) {
			const { exposure, decidedBy } = entry.data;
			if (!exposure.decidesAboutPerson) continue;
			if (exposure.effect === 'acts-alone') {
				const message = 'effect is acts-alone, although it influences a decision about a person.';
				const fix =
					'Let it inform or draft, so that a person decides. Or do not use it for decisions about people.';
				yield { entry, path: ['exposure', 'effect'], message, fix };
			}
			if (!decidedBy) {
				const message = 'it does not say which role decides about the person.';
				yield { entry, path: ['exposure', 'decidesAboutPerson'], message, fix: 'Add `decidedBy`.' };
			}
			const present = new Set(entry.data.controls.map(({ control }) => control));
			for (const control of controls) {
				if (present.has(control)) continue;
				const message = `the control "${control}" is missing. A decision about a person needs it.`;
				const mayLift = waivable.includes(control);
				const fix = mayLift
					? 'Add it to `controls`, or add a waiver if the law forbids telling the person.'
					: 'Add it to `controls`. It cannot be waived (content/policy.yaml, `personDecision`).';
				yield { entry, path: ['controls'], message, fix, ...(mayLift ? { control } : {}) };
			}
		}
	},
};
