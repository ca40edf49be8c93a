/** Builders of what fills a review queue, for tests. */
import type { Policy } from '#schemas/policy.ts';
import type { UseCase } from '#schemas/use-case.ts';
import type { QueueKind } from '#schemas/vocabularies.ts';
import { entry } from './build.ts';
import { minimal } from './minimal.ts';
import { councilOf, tess } from './signer.ts';

const { queue } = minimal.policy();

/** A policy in which items of these kinds come before the council. */
export const policyWithAgenda = (...kinds: readonly QueueKind[]) =>
	entry('policy', 'policy', {
		queue: {
			...queue,
			kinds: Object.fromEntries(
				Object.entries(queue.kinds).map(([kind, { ifLate }]) => {
					const agenda = { decision: `Decide on ${kind}`, minutes: 5 };
					return [kind, kinds.some((one) => one === kind) ? { ifLate, agenda } : { ifLate }];
				}),
				// Every kind of the minimal policy is there again.
			) as Policy['queue']['kinds'],
		},
	});

/** An organisation whose council can sign, and meets on these days. */
export const meetingOn = (...days: readonly string[]) =>
	entry('organisation', 'organisation', {
		...councilOf({ technology: [tess] }).data,
		meetings: {
			chair: 'Head of Office',
			quorum: 1,
			dates: days.map((day) => ({ day, from: '10:00', to: '11:00', place: 'Room 1' })),
		},
	});

/** A waiver of the control of the minimal pattern. */
export const waiver = (over: Partial<UseCase['waivers'][number]> = {}) => ({
	control: 'logging',
	because: 'The settings are exported in December.',
	compensatedBy: 'The office reads the log by hand until then.',
	by: 'Ada Example',
	seat: 'technology' as const,
	granted: '2026-11-01',
	expires: '2026-12-20',
	...over,
});
