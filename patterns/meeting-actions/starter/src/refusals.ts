/** A person named in an accepted line refuses it, and the line is removed at once. */

import { dayOf } from './clock.ts';
import { workingDay } from './controls/feedback-channel.ts';
import type { FollowUp } from './follow-up.ts';
import { standing } from './follow-up.ts';
import { marksIn } from './names.ts';
import { Refusal } from './refusal.ts';
import type { SaveEmail } from './review.ts';
import { openRun, type Run } from './run/run.ts';
import type { Services } from './services.ts';

export type RefuseLine = (list: FollowUp | undefined, line: string, person: string) => Promise<Run>;

export function openRefusals(
	services: Services,
	{ refuseWithinWorkingDays }: { refuseWithinWorkingDays: number },
	saveEmail: SaveEmail,
): RefuseLine {
	const { clock, overrides, audit } = services;
	return async (list, id, person) => {
		const line = list && standing(list).find((one) => one.id === id);
		const mark = list?.masking.markOf(person);
		const names = line ? [...marksIn(line.now.text), line.now.owner] : [];
		if (!list?.acceptedAt || !line || !mark || !names.includes(mark)) {
			throw refused('Only a person named in an accepted line can refuse it.');
		}
		const last = workingDay(list.acceptedAt, refuseWithinWorkingDays);
		if (dayOf(clock.now()) > last) throw refused(`The line could be refused until ${last}.`);
		const run = openRun(list.meeting, 'refused line', services, list.trace);
		run.at('right');
		line.state = 'refused';
		const about = { item: list.meeting, trace: list.trace, by: person, word: 'rejected' } as const;
		overrides.record({ ...about, before: {}, after: {} });
		audit.line('person', { ...about, line: id });
		run.child('user action', { 'aicat.user.action': 'rejected' });
		run.changed('human-override', `${mark} refused ${id}; it is off the list at once.`);
		await saveEmail(run, list);
		run.end('applied');
		return run;
	};
}

const refused = (message: string) => new Refusal('human-override', 'not-refused', message);
