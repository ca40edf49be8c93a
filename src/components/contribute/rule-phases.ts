/** Words for the phases in which checks run. */
import type { Phase } from '#catalogue/rules/docs.ts';

export const rulePhases = {
	reading: {
		title: 'While files are read',
		about: 'An entry that fails one of these is seen by no rule, so one typo makes one message.',
	},
	references: {
		title: 'Once every file is accepted',
		about: 'These see every entry that could be read.',
	},
	structure: {
		title: 'Once every reference resolves',
		about: 'These say whether an entry holds together. None of them can be waived.',
	},
	policy: {
		title: 'Under the policy of the council',
		about: 'These ask for what content/policy.yaml demands. The council may waive some for a time.',
	},
} as const satisfies Record<Phase, { title: string; about: string }>;
