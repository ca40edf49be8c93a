/** Where the review queue is: its pages, and the same as calendars, feeds and data. */
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import { apiPath } from '../../model/api-path.ts';

export const QUEUE = '/queue/';
export const AGENDA = '/queue/agenda/';
export const QUEUE_JSON = apiPath('queue');

/** Items in one table; beyond it there are further pages. */
export const MOST_ITEMS = 40;

/** Whose items: those of everyone, of a seat of the council or of a team. */
export type Whose = { seat: CouncilSeat } | { team: string } | undefined;

/** The name of the folder, page and files of somebody's items. */
const stemOf = (whose: Whose): string =>
	whose === undefined
		? '/queue'
		: 'seat' in whose
			? `/queue/seats/${whose.seat}`
			: `/queue/teams/${whose.team}`;

export const queuePath = (whose: Whose, page = 1): string =>
	page === 1 ? `${stemOf(whose)}/` : `${stemOf(whose)}/${page}/`;
export const calendarPath = (whose: Whose): string => `${stemOf(whose)}.ics`;
export const queueFeedPath = (whose: Whose): string => `${stemOf(whose)}.atom`;
