/** Words for the phases in which checks run. */
import type { Phase } from '#catalogue/rules/docs.ts';

export const rulePhases = {
	reading: {
		title: 'First, while files are read',
		about:
			'If an entry fails one of these checks, we do not run the rules on it. One typo gives you one message.',
	},
	references: {
		title: 'After every file has been read',
		about: 'These run on every entry that could be read.',
	},
	structure: {
		title: 'After every reference has been found',
		about: 'These check that an entry is consistent. None of them can be waived.',
	},
	policy: {
		title: 'Last, against the policy of the council',
		about:
			'These check what content/policy.yaml requires. The council can waive some of them until a date.',
	},
} as const satisfies Record<Phase, { title: string; about: string }>;
