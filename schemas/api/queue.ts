/** What the council, each seat and each team has to do. */
import { z } from 'zod';
import * as words from '../vocabularies.ts';
import {
	address,
	collection,
	count,
	documentOf,
	example,
	id,
	invented,
	listOf,
	partOf,
	samePage,
	sections,
	summary,
	text,
	texts,
} from './form.ts';

const queueItem = z.object({
	id: text('Id of the item. It stays the same if the date moves.'),
	kind: words.queueKind.schema,
	entry: partOf('The entry it is about.', { collection, id }).optional(),
	entries: texts('The entries it is about, as collection/id, if there are several.').optional(),
	example: invented,
	what: text('What to do.'),
	why: text('Why.'),
	due: text('Its last day, year-month-day.').optional(),
	atMeeting: z
		.literal(true)
		.describe('True if nobody has set a date. It is then the date of the next council meeting.')
		.optional(),
	teams: texts('Ids of the teams that act.'),
	seats: z.array(words.councilSeat.schema).describe('Seats of the council that decide or sign.'),
	role: text('Role that an author named.').optional(),
	start: text('A command or an address to start with.'),
	page: address('the page to look into it'),
});

const standingLine = z.object({ item: z.string(), decision: z.string(), minutes: count });

export const queueDocument = documentOf(
	'What the council, each seat and each team has to do, by when, and what happens if they do not.',
	{
		page: samePage,
		asOf: text('Date of the queue, year-month-day.'),
		example,
		summary,
		kinds: listOf('The kinds of items.', {
			kind: words.queueKind.schema,
			label: text('What pages call it.'),
			ifLate: text('What happens if nobody acts in time.'),
		}),
		items: z.array(queueItem).describe('What people have to do, most urgent first.'),
		holders: listOf('Seats and teams, with their own pages, calendars and feeds.', {
			seat: words.councilSeat.schema.optional(),
			team: text('Id of the team.').optional(),
			name: text('What pages call it.'),
			items: count,
			page: address('its page'),
			calendar: address('its calendar'),
			feed: address('its Atom feed'),
		}),
		agenda: partOf('The next meeting of the council.', {
			page: address('the agenda as a page'),
			meeting: z
				.object({ day: z.string(), from: z.string(), to: z.string(), place: z.string() })
				.optional(),
			opening: z.array(standingLine),
			lines: z.array(
				z.object({
					items: texts('Ids of the items that it is about.'),
					decision: text('What the council must decide.'),
					seats: z.array(words.councilSeat.schema),
					minutes: count,
				}),
			),
			closing: z.array(standingLine),
			minutes: count,
		}),
		sections,
	},
);
export type QueueDocument = z.output<typeof queueDocument>;
