/** The review queue: what the council, each seat and each team has to do, by when, and if not. */
import { councilSeat } from '#schemas/vocabularies.ts';
import { agendaOf } from '../../judge/queue/agenda.ts';
import { aboutOf, type QueueItem } from '../../judge/queue/item.ts';
import { nextMeeting } from '../../judge/queue/meetings.ts';
import { ofSeat, ofTeam, queueOf, spanEnds, spanOf } from '../../judge/queue/queue.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { teamOf } from '../../model/team.ts';
import { countOf } from '../../words/count.ts';
import { longDay } from '../../words/day.ts';
import { capital } from '../../words/phrase.ts';
import { type Block, link, list, text } from '../blocks.ts';
import { jsonFile } from '../head-words.ts';
import type { Section, Sheet } from '../page.ts';
import { sheetFrame } from '../sheet-frame.ts';
import { noSeats } from './item.ts';
import {
	AGENDA,
	calendarPath,
	MOST_ITEMS,
	QUEUE,
	QUEUE_JSON,
	queueFeedPath,
	queuePath,
	type Whose,
} from './paths.ts';
import { type Holder, holdersTable, itemsTable, whoChoices } from './table.ts';

/** The page of everyone's items. */
export function queueSheet(catalogue: Catalogue): Sheet {
	const items = queueOf(catalogue);
	const shown = items.slice(0, MOST_ITEMS);
	return {
		...frame(undefined, items, catalogue),
		path: QUEUE,
		title: 'Review queue',
		summary: [stateWords(items, catalogue), meetingWords(catalogue)].join(' '),
		sections: [
			{
				...todo(items, catalogue, [itemsTable(shown, catalogue, whoChoices(shown))]),
				// The filters of the table count what it shows.
				...(items.length > shown.length && {
					answer: `The table shows the first ${shown.length} of ${countOf(items.length, 'item')}. The pages of the seats and teams list all of theirs.`,
				}),
			},
			{
				id: 'seats',
				title: 'By seat',
				answer: 'Seats decide and sign.',
				blocks: seatsBlocks(catalogue),
			},
			{
				id: 'teams',
				title: 'By team',
				answer: 'Teams act.',
				blocks: teamsBlocks(catalogue),
			},
		],
	};
}

function seatsBlocks(catalogue: Catalogue): Block[] {
	const seats = seatHolders(catalogue);
	return seats.length > 0
		? [holdersTable('What each seat has to do', seats, catalogue)]
		: [noSeats()];
}

function teamsBlocks(catalogue: Catalogue): Block[] {
	const all = teamHolders(catalogue);
	const busy = all.filter(({ items }) => items.length > 0);
	const free = all.filter(({ items }) => items.length === 0);
	return [
		...(busy.length > 0 ? [holdersTable('What each team has to do', busy, catalogue)] : []),
		...(free.length > 0
			? [
					text('Nothing to do:', 'label'),
					list(
						free.map(({ name, whose }) => link(name, queuePath(whose))),
						'names',
					),
				]
			: []),
	];
}

/** A page of the items of a seat or team; a page holds as many as one table. */
export interface HolderPage {
	whose: NonNullable<Whose>;
	/** From 1. */
	page: number;
	pages: number;
}

/** The pages of every seat and team. One without items has a page as well, as it has a calendar. */
export function holderPages(catalogue: Catalogue): HolderPage[] {
	return holdersOf(catalogue).flatMap(({ whose, items }) => {
		const pages = Math.max(1, Math.ceil(items.length / MOST_ITEMS));
		return Array.from({ length: pages }, (_, at) => ({ whose, page: at + 1, pages }));
	});
}

export const holdersOf = (catalogue: Catalogue): Holder[] => [
	...seatHolders(catalogue),
	...teamHolders(catalogue),
];

export function holderSheet({ whose, page, pages }: HolderPage, catalogue: Catalogue): Sheet {
	const all = itemsOf(whose, catalogue);
	const items = all.slice((page - 1) * MOST_ITEMS, page * MOST_ITEMS);
	const name = holderName(whose, catalogue);
	const others = Array.from({ length: pages }, (_, at) =>
		at + 1 === page ? `Page ${at + 1}` : link(`Page ${at + 1}`, queuePath(whose, at + 1)),
	);
	return {
		...frame(whose, items, catalogue),
		path: queuePath(whose, page),
		title: `Review queue: ${name}${pages > 1 ? `, page ${page} of ${pages}` : ''}`,
		summary: `${capital(name)}. ${pages > 1 ? `Page ${page} of ${pages}. ` : ''}${stateWords(all, catalogue)}`,
		sections: [
			todo(items, catalogue, [
				itemsTable(items, catalogue, [], 'seat' in whose ? whose.seat : undefined),
				...(pages > 1 ? [list(others, 'names')] : []),
			]),
		],
	};
}

/** Items of everyone, of a seat or of a team. */
export function itemsOf(whose: Whose, catalogue: Catalogue): readonly QueueItem[] {
	const all = queueOf(catalogue);
	if (!whose) return all;
	return 'seat' in whose ? ofSeat(whose.seat, all) : ofTeam(whose.team, all);
}

export function holderName(whose: Whose, catalogue: Catalogue): string {
	if (!whose) return 'everyone';
	return 'seat' in whose
		? `${councilSeat.label(whose.seat)} seat`
		: teamOf(whose.team, catalogue).name;
}

/** Every seat that is filled, or that the policy asks to do something. */
function seatHolders(catalogue: Catalogue): Holder[] {
	const { seats } = catalogue.organisation.council;
	return councilSeat.values.flatMap((seat) => {
		const filled = seats.find((one) => one.seat === seat);
		const items = ofSeat(seat, queueOf(catalogue));
		if (!filled && items.length === 0) return [];
		const note = filled === undefined || filled.members.length === 0 ? 'No member yet.' : undefined;
		return [{ whose: { seat }, name: councilSeat.label(seat), note, items }];
	});
}

const teamHolders = (catalogue: Catalogue): Holder[] =>
	catalogue.organisation.teams
		.map(({ id, name }) => ({
			whose: { team: id },
			name,
			note: undefined,
			items: ofTeam(id, queueOf(catalogue)),
		}))
		.sort((a, b) => compare(a.name, b.name));

const todo = (items: readonly QueueItem[], catalogue: Catalogue, blocks: Block[]): Section =>
	items.length === 0
		? { id: 'todo', title: 'Nothing to do', blocks: nothing(catalogue) }
		: { id: 'todo', title: 'What to do, by date', blocks };

const frame = (whose: Whose, items: readonly QueueItem[], catalogue: Catalogue) =>
	sheetFrame(items.flatMap(aboutOf), catalogue, [
		...(whose ? [] : [{ label: 'Council agenda', path: AGENDA, primary: true }]),
		{ label: 'Calendar (.ics)', path: calendarPath(whose) },
		{ label: 'Feed (Atom)', path: queueFeedPath(whose) },
		jsonFile(QUEUE_JSON),
	]);

/** What is overdue and what is due soon, in a sentence. */
function stateWords(items: readonly QueueItem[], catalogue: Catalogue): string {
	const count = (span: string) => items.filter((item) => spanOf(item, catalogue) === span).length;
	const [overdue, undated, week] = [count('overdue'), count('undated'), count('week')];
	const { week: end, later } = spanEnds(catalogue);
	if (items.length === 0) return `Nothing is due by ${longDay(later)}.`;
	const parts = [
		overdue > 0 && `${countOf(overdue, 'item')} ${overdue === 1 ? 'is' : 'are'} overdue`,
		undated > 0 && `${countOf(undated, 'item')} ${undated === 1 ? 'has' : 'have'} no date`,
		`${week === 0 ? 'nothing is' : `${countOf(week, 'item')} ${week === 1 ? 'is' : 'are'}`} due by ${longDay(end)}`,
	].filter((part) => part !== false);
	const last = parts.pop() ?? '';
	const said = parts.length > 0 ? `${parts.join(', ')} and ${last}.` : `${last}.`;
	return capital(said);
}

function meetingWords(catalogue: Catalogue): string {
	const meeting = nextMeeting(catalogue);
	const { opening, lines, closing } = agendaOf(catalogue);
	const count = countOf(opening.length + lines.length + closing.length, 'item');
	return meeting
		? `The council meets on ${longDay(meeting.day)} and has ${count}.`
		: 'No meeting of the council is planned.';
}

/** What the page will show, why it shows nothing, and what to do. */
const nothing = ({ policy, 'use-cases': uses, patterns }: Catalogue): Block[] => [
	text(
		`This page lists reviews, signatures, conditions, waivers, evidence, models, incidents and values that are overdue or due in the next ${policy.queue.aheadDays} days. Nothing is.`,
	),
	...(uses.size === 0 || patterns.size === 0
		? [
				text([
					'The catalogue has no use cases yet, and most items come from them. ',
					link('What a use case is', '/portfolio/'),
				]),
			]
		: []),
];
