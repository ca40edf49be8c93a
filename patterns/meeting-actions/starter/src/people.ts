/** What people do: read and decide line by line, take held meetings, refuse a line, report one. */
import type { Line } from './check.ts';
import { DAY } from './clock.ts';
import type { Connector } from './connectors/connector.ts';
import type { Report } from './controls/feedback-channel.ts';
import { assertTrained } from './controls/role-training.ts';
import type { Weeks } from './drift.ts';
import type { Entry } from './entry.ts';
import { type Correction, correctionsOf, type FollowUp, type ListLine } from './follow-up.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, number } from './policy/shape.ts';
import { openRefusals } from './refusals.ts';
import { openReviews, type Review } from './review.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';

export const acceptanceShape = fields({
	/** A line that was shown must be accepted within this time, or it is shown again. */
	validMinutes: number,
	remindAfterDays: number,
	refuseWithinWorkingDays: number,
});

export interface People {
	/** Notes a list that was drafted. */
	drafted: (
		list: Omit<FollowUp, 'lines' | 'draftedAt' | 'openedAt' | 'acceptedAt'> & { lines: Line[] },
	) => void;
	/** The organiser opens a list. There is no way to accept more than one line at a time. */
	review: (meeting: string, by: string) => Review;
	/** The organiser takes a held meeting, to write its list by hand. */
	takeHeld: (meeting: string, by: string) => void;
	/** A person named in an accepted line refuses it. */
	refuseLine: (meeting: string, line: string, person: string) => Promise<Run>;
	/** Anyone who got the list reports a line. */
	report: (meeting: string, by: string) => Report | undefined;
	corrections: () => Correction[];
	/** Meetings with lines that nobody has decided on. */
	undecided: () => string[];
	/** Meetings whose organiser must be reminded now. */
	reminders: () => string[];
	drift: () => string[];
}

export interface PeopleOptions {
	mail: Connector;
	entry: Entry;
	weeks: Weeks;
}

export function openPeople(services: Services, { mail, entry, weeks }: PeopleOptions): People {
	const { root, clock, overrides, held, training, feedback, telemetry, audit } = services;
	const policy = readPolicy(root, 'policy/acceptance.yaml', acceptanceShape);
	const lists = new Map<string, FollowUp>();
	const { review, saveEmail } = openReviews(services, policy, { mail, entry });
	const refuse = openRefusals(services, policy, saveEmail);
	const open = () => [...lists.values()].filter(({ acceptedAt }) => !acceptedAt);
	return {
		drafted: ({ lines, ...list }) => {
			const kept: ListLine[] = lines.map((line, index) => {
				return { id: `L${index + 1}`, drafted: line, now: line, state: 'open' };
			});
			// A list without lines asks nobody for anything.
			const acceptedAt = kept.length === 0 ? clock.now() : undefined;
			const times = { draftedAt: clock.now(), openedAt: undefined, acceptedAt };
			const followUp = { ...list, ...times, lines: kept };
			lists.set(list.meeting, followUp);
			weeks.add(followUp);
		},
		review: (meeting, by) => review(lists.get(meeting), by),
		takeHeld: (meeting, by) => {
			assertTrained(by, training);
			const taken = held.take(meeting);
			if (!taken) return;
			const { trace } = taken;
			const word = 'taken-over';
			overrides.record({ item: meeting, trace, by, word, before: {}, after: {} });
			audit.line('person', { trace, item: meeting, by, word });
			telemetry.later(trace, 'user action', { 'aicat.user.action': word });
		},
		refuseLine: (meeting, line, person) => refuse(lists.get(meeting), line, person),
		report: (meeting, by) => {
			const found = lists.get(meeting);
			if (!found) return undefined;
			const report = feedback.report({ item: meeting, trace: found.trace, by });
			audit.line('feedback', { ...report });
			return report;
		},
		corrections: () => [...lists.values()].flatMap(correctionsOf),
		undecided: () => open().map(({ meeting }) => meeting),
		reminders: () =>
			open()
				.filter(({ draftedAt }) => {
					const age = clock.now().getTime() - draftedAt.getTime();
					return age >= policy.remindAfterDays * DAY;
				})
				.map(({ meeting }) => meeting),
		drift: () => weeks.review(),
	};
}
