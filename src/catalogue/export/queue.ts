/** The review queue as calendars, feeds, JSON and Markdown: of everyone, of each seat and each team. */

import { API_VERSION, type QueueDocument } from '#schemas/api.ts';
import { queueKind } from '#schemas/vocabularies.ts';
import { nameOf } from '../judge/approval/subject.ts';
import { agendaOf } from '../judge/queue/agenda.ts';
import { aboutOf, type QueueItem } from '../judge/queue/item.ts';
import { comingMeetings } from '../judge/queue/meetings.ts';
import { queueOf } from '../judge/queue/queue.ts';
import { apiFile, documentSchemaPath } from '../model/api-path.ts';
import type { ExportContext } from '../model/context.ts';
import { entryPath, isExample } from '../model/entry.ts';
import { compare } from '../model/finding.ts';
import { isMany, type Words } from '../pages/blocks.ts';
import { EXAMPLE_TAG } from '../pages/example.ts';
import type { Sheet } from '../pages/page.ts';
import { plainWords } from '../pages/plain-words.ts';
import { agendaSheet } from '../pages/queue/agenda.ts';
import { doerWords, itemWords } from '../pages/queue/item.ts';
import {
	AGENDA,
	calendarPath,
	QUEUE_JSON,
	queueFeedPath,
	queuePath,
	type Whose,
} from '../pages/queue/paths.ts';
import {
	holderName,
	holderPages,
	holderSheet,
	holdersOf,
	itemsOf,
	queueSheet,
} from '../pages/queue/sheet.ts';
import { sectionsOf } from '../print/json.ts';
import { addDays } from '../words/calendar.ts';
import { countOf } from '../words/count.ts';
import { longDay } from '../words/day.ts';
import { type CalendarEvent, icalendarOf } from '../words/icalendar.ts';
import { dataFile, type Exporter } from './exporter.ts';
import { ATOM_TYPE, atomOf, type FeedItem } from './feeds.ts';
import { twinFile } from './twin-file.ts';

export const queue: Exporter = {
	name: 'queue',
	summary: 'What each seat and team has to do: calendars, Atom feeds, JSON, Markdown.',
	*files(context) {
		const { catalogue } = context;
		for (const whose of [undefined, ...holdersOf(catalogue).map((one) => one.whose)]) {
			yield {
				path: calendarPath(whose).slice(1),
				type: 'text/calendar; charset=utf-8',
				body: () => queueCalendar(whose, context),
			};
			yield {
				path: queueFeedPath(whose).slice(1),
				type: ATOM_TYPE,
				body: () => queueFeed(whose, context),
			};
		}
		yield dataFile(apiFile('queue'), () => queueJson(context));
		const markdown = (sheet: () => Sheet, path: string) =>
			twinFile(path, sheet, QUEUE_JSON, context);
		yield markdown(() => queueSheet(catalogue), queuePath(undefined));
		yield markdown(() => agendaSheet(catalogue), AGENDA);
		for (const page of holderPages(catalogue))
			yield markdown(() => holderSheet(page, catalogue), queuePath(page.whose, page.page));
	},
};

const titleOf = (whose: Whose, { catalogue }: ExportContext): string =>
	`Review queue: ${holderName(whose, catalogue)} · ${catalogue.organisation.catalogue}`;

/** What an item says in a file that holds plain text only. */
function saidOf(item: QueueItem, { catalogue, url }: ExportContext) {
	const { what, why, start } = itemWords(item, catalogue);
	const invented = item.entry !== undefined && isExample(item.entry);
	const title = plainWords(what);
	return {
		what: title,
		title: invented ? `${EXAMPLE_TAG}: ${title}` : title,
		why,
		who: doerWords(item, catalogue),
		ifLate: catalogue.policy.queue.kinds[item.kind].ifLate,
		start: startOf(start, url),
		path: item.entry ? entryPath(item.entry) : queuePath(undefined),
		invented,
	};
}

/** A command, or the full address that a link leads to; without the note under a command. */
function startOf(said: Words, url: ExportContext['url']): string {
	const [words] = typeof said === 'object' && isMany(said) ? said : [said];
	if (typeof words !== 'object' || !('kind' in words) || words.kind !== 'link')
		return plainWords(words);
	const { to } = words;
	if (typeof to !== 'string') return url(entryPath(to));
	return to.startsWith('/') ? url(to) : to;
}

/** Everything that has a day, and the meetings of the council for who sits in it. */
export function queueCalendar(whose: Whose, context: ExportContext): string {
	const { catalogue, url } = context;
	const items = itemsOf(whose, catalogue);
	const undated = items.filter(({ due }) => due === undefined).length;
	const meets = whose === undefined || 'seat' in whose;
	return icalendarOf({
		name: titleOf(whose, context),
		about: `What to do by when.${undated > 0 ? ` ${countOf(undated, 'more item')} without a date: see the page.` : ''}`,
		url: url(queuePath(whose)),
		asOf: catalogue.today,
		events: [
			...items.flatMap((item) => eventOf(item, context) ?? []),
			...(meets ? meetingEvents(context) : []),
		],
	});
}

function eventOf(item: QueueItem, context: ExportContext): CalendarEvent | undefined {
	if (item.due === undefined) return undefined;
	const { title, why, who, ifLate, start, path } = saidOf(item, context);
	return {
		uid: uidOf(item.id, context),
		day: item.due,
		summary: title,
		description: [why, `Who: ${who}`, `If it is late: ${ifLate}`, `Start with: ${start}`].join(
			'\n',
		),
		url: context.url(path),
		category: queueKind.label(item.kind),
	};
}

const uidOf = (id: string, { url }: ExportContext): string =>
	`${id.replaceAll('/', '.')}@${hostOf(url('/'))}`;

function hostOf(address: string): string {
	return URL.canParse(address) ? new URL(address).host : 'catalogue';
}

function meetingEvents(context: ExportContext): CalendarEvent[] {
	const { catalogue, url } = context;
	const [next] = comingMeetings(catalogue);
	const { lines, minutes } = agendaOf(catalogue);
	return comingMeetings(catalogue).map((meeting) => ({
		uid: uidOf(`meeting/${meeting.day}`, context),
		day: meeting.day,
		from: meeting.from,
		to: meeting.to,
		place: meeting.place,
		summary: 'AI governance council',
		description:
			meeting === next
				? `${countOf(lines.length, 'decision')}, ${countOf(minutes, 'minute')} in all.`
				: 'The agenda is made from the review queue.',
		url: url(AGENDA),
	}));
}

/** The items as a feed: each is new on the day it came into the queue. */
export function queueFeed(whose: Whose, context: ExportContext): string {
	const { url, catalogue } = context;
	const items = itemsOf(whose, catalogue)
		.map((item) => feedItem(item, context))
		.sort((a, b) => compare(b.date, a.date) || compare(a.id, b.id));
	const page = queuePath(whose);
	const title = titleOf(whose, context);
	return atomOf({ title, path: queueFeedPath(whose), page, items }, { catalogue, url });
}

function feedItem(item: QueueItem, context: ExportContext): FeedItem {
	const { url, catalogue } = context;
	const { title, why, who, ifLate, start, path } = saidOf(item, context);
	return {
		id: url(`${queuePath(undefined)}#${item.id}`),
		path,
		date: since(item, catalogue),
		title: item.due ? `${title}, by ${longDay(item.due)}` : title,
		summary: [
			why,
			{ label: 'Who:', words: who },
			{ label: 'If it is late:', words: ifLate },
			{ label: 'Start with:', words: start },
		],
		category: { term: item.kind, label: queueKind.label(item.kind) },
	};
}

/** The day an item came into the queue. A day that moves makes it new again. */
function since(item: QueueItem, { policy, today }: ExportContext['catalogue']): string {
	const { due, atMeeting, entry } = item;
	if (due !== undefined && !atMeeting) {
		const day = addDays(due, -policy.queue.aheadDays);
		return day < today ? day : today;
	}
	return entry && 'reviewed' in entry.data && entry.data.reviewed ? entry.data.reviewed : today;
}

/** The queue as a document of the API. */
export function queueJson(context: ExportContext): QueueDocument {
	const { catalogue, url } = context;
	const sheet = queueSheet(catalogue);
	const { meeting, opening, lines, closing, minutes } = agendaOf(catalogue);
	return {
		$schema: url(documentSchemaPath('queue')),
		api: API_VERSION,
		page: url(sheet.path),
		asOf: catalogue.today,
		...(sheet.example && { example: sheet.example }),
		summary: sheet.summary,
		kinds: queueKind.values.map((kind) => ({
			kind,
			label: queueKind.label(kind),
			ifLate: catalogue.policy.queue.kinds[kind].ifLate,
		})),
		items: queueOf(catalogue).map((item) => {
			const { what, why, start, path, invented } = saidOf(item, context);
			const { id, kind, entry, detail, due, atMeeting, teams, seats, role } = item;
			return {
				id,
				kind,
				...(entry && { entry: { collection: entry.collection, id: entry.id } }),
				...(detail.kind === 'first' && { entries: aboutOf(item).map(nameOf) }),
				...(invented && { example: true as const }),
				what,
				why,
				...(due !== undefined && { due }),
				...(atMeeting && { atMeeting: true as const }),
				teams: [...teams],
				seats: [...seats],
				...(role !== undefined && { role }),
				start,
				page: url(path),
			};
		}),
		holders: holdersOf(catalogue).map(({ whose, name, items }) => ({
			...whose,
			name,
			items: items.length,
			page: url(queuePath(whose)),
			calendar: url(calendarPath(whose)),
			feed: url(queueFeedPath(whose)),
		})),
		agenda: {
			page: url(AGENDA),
			...(meeting && { meeting }),
			opening: [...opening],
			lines: lines.map(({ items, decision, seats, minutes: own }) => ({
				items: items.map(({ id }) => id),
				decision,
				seats: [...seats],
				minutes: own,
			})),
			closing: [...closing],
			minutes,
		},
		sections: sectionsOf(sheet, undefined, context),
	};
}
