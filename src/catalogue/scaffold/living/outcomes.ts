/** What the example organisation wants to change. */
import type { Outcome } from '#schemas/outcome.ts';

export const outcomes: Readonly<Record<string, Outcome>> = {
	'first-contact': {
		title: 'More customers helped at first contact',
		summary: 'Customers get an answer the first time they write, instead of being passed on.',
		aliases: [],
		example: true,
		owner: 'service-operations',
		reviewed: '2026-11-16',
		category: 'service-efficiency',
		accountable: 'Head of Customer Care',
		metric: 'first-contact-resolution',
		baseline: 58.6,
		target: { from: 64, to: 68 },
		combine: { how: 'mean', weightedBy: 'contacts' },
	},
	'routine-paperwork': {
		title: 'Less time on routine paperwork',
		summary: 'Staff get back hours that they spend on reading and retyping documents.',
		aliases: [],
		example: true,
		owner: 'knowledge-management',
		reviewed: '2026-11-16',
		category: 'employee-productivity',
		accountable: 'Chief Operating Officer',
		metric: 'hours-reclaimed',
		baseline: 0,
		target: { from: 400, to: 600 },
		combine: { how: 'sum' },
	},
};
