/** When the council meets. */
import type { Meeting } from '#schemas/organisation.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';

/** Meetings from today on, the next one first. */
export const comingMeetings = ({
	organisation,
	today,
}: Pick<Catalogue, 'organisation' | 'today'>): Meeting[] =>
	(organisation.meetings?.dates ?? [])
		.filter(({ day }) => day >= today)
		.sort((a, b) => compare(a.day, b.day));

/** The next meeting, today included; undefined where none is planned. */
export const nextMeeting = (
	catalogue: Pick<Catalogue, 'organisation' | 'today'>,
): Meeting | undefined => comingMeetings(catalogue)[0];
