/** Words for the phases in which checks run. */
import type { Phase } from '#catalogue/rules/docs.ts';

export const rulePhases = {
	reading: {
		title: 'While files are read',
		about:
			'If an entry fails one of these checks, we do not run the rules on it. One typo gives you one message.',
	},
	references: {
		title: 'Once every file is accepted',
		about: 'These run on every entry that could be read.',
	},
	structure: {
		title: 'Once every reference resolves',
		about: 'These check that an entry is consistent. None of them can be waived.',
	},
	policy: {
		title: 'Under the policy of the council',
		about:
			'These check what content/policy.yaml requires. The council can waive some of them until a date.',
	},
} as const satisfies Record<Phase, { title: string; about: string }>;
