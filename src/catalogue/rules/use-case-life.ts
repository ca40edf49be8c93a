/** The state of a use case agrees with its days: pilots end, and what is live says since when. */
import type { Rule } from '../model/rule.ts';

export const useCaseLife: Rule = {
	id: 'use-case-life',
	phase: 'policy',
	severity: 'error',
	summary: 'A live use states the date it went live, and a pilot ends on its end date.',
	why: 'A pilot that never ends is a live use without its gates.',
	source: 'Project brief, sections 6 and 10',
	example: { in: 'use-cases', fails: 'state: live', passes: 'state: pilot' },
	*check({ 'use-cases': useCases, today }) {
		for (const entry of useCases.values()) {
			const { state, stage, liveSince, pilot } = entry.data;
			if ((state === 'live' || state === 'paused') && liveSince === undefined) {
				const message = `the use is ${state}, but does not say when it went live.`;
				yield { entry, path: ['state'], message, fix: 'Add `liveSince`, the day it went live.' };
			}
			if (liveSince !== undefined && liveSince > today) {
				const message = `the use went live on ${liveSince}, which is in the future.`;
				yield { entry, path: ['liveSince'], message, fix: 'Set it on the day it goes live.' };
			}
			if (state !== 'pilot') continue;
			if (liveSince !== undefined) {
				const message = 'the use is a pilot, but has a date when it went live.';
				yield {
					entry,
					path: ['liveSince'],
					message,
					fix: 'Write state: live, or remove the date.',
				};
			}
			if (stage !== 'pilot') {
				const message = `the use is a pilot at the stage ${stage}.`;
				yield { entry, path: ['stage'], message, fix: 'Write state: live, or stage: pilot.' };
			}
			if (pilot && pilot.ends < today) {
				const message = `the pilot ended on ${pilot.ends}.`;
				const fix = 'Decide: enter early production, extend the pilot to a new date, or retire it.';
				yield { entry, path: ['pilot', 'ends'], message, fix };
			}
		}
	},
};
