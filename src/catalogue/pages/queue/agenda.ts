/** The agenda of the next meeting of the council, on one side of paper. */
import { collections } from '#schemas/index.ts';
import { councilSeat, queueKind } from '#schemas/vocabularies.ts';
import { type Agenda, type AgendaLine, agendaOf } from '../../judge/queue/agenda.ts';
import { aboutOf } from '../../judge/queue/item.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { countOf } from '../../words/count.ts';
import { longDay, shortDay } from '../../words/day.ts';
import {
	type Block,
	code,
	link,
	list,
	pairs,
	type Row,
	strong,
	sub,
	text,
	type Words,
} from '../blocks.ts';
import { referencePath } from '../field-reference.ts';
import { jsonFile } from '../head-words.ts';
import type { Section, Sheet } from '../page.ts';
import { sheetFrame } from '../sheet-frame.ts';
import { itemWords, noSeats } from './item.ts';
import { AGENDA, calendarPath, QUEUE, QUEUE_JSON } from './paths.ts';

export function agendaSheet(catalogue: Catalogue): Sheet {
	const agenda = agendaOf(catalogue);
	const { meeting, lines } = agenda;
	const items = lines.flatMap((line) => line.items);
	return {
		path: AGENDA,
		title: 'Council agenda',
		summary: meeting
			? `${longDay(meeting.day)}, ${meeting.from} to ${meeting.to}, ${meeting.place}. ${lengthWords(agenda)}`
			: `No meeting of the council is planned. ${lines.length === 0 ? 'Nothing waits for a decision.' : 'These items wait for a decision.'}`,
		sections: [itemsSection(agenda, catalogue), presentSection(catalogue)],
		...sheetFrame(items.flatMap(aboutOf), catalogue, [
			{ label: 'Review queue', path: QUEUE },
			{ label: 'Calendar (.ics)', path: calendarPath(undefined) },
			jsonFile(QUEUE_JSON),
		]),
	};
}

/** Whether the items fit the meeting. */
function lengthWords({ minutes, lasts = 0 }: Agenda): string {
	const over = minutes - lasts;
	return over > 0
		? `The items take ${countOf(minutes, 'minute')}, ${over} more than the meeting has. Decide first what can wait.`
		: `The items take ${countOf(minutes, 'minute')} of ${lasts}.`;
}

function itemsSection(agenda: Agenda, catalogue: Catalogue): Section {
	const { meeting, following, opening, lines, closing, minutes } = agenda;
	const standing = ({ item, decision, minutes: own }: (typeof opening)[number]) => ({
		item,
		decision,
		seats: 'Chair',
		minutes: own,
	});
	const rows: readonly AgendaRow[] = [
		...opening.map(standing),
		...lines.map((line) => lineRow(line, catalogue)),
		...closing.map(standing),
	];
	return {
		id: 'items',
		title: 'Items',
		blocks: [
			...(meeting ? [factsOf(following?.day, catalogue)] : noMeeting()),
			...(lines.length === 0
				? [text('Nothing in the review queue needs a decision of the council.')]
				: []),
			...(rows.length > 0
				? [
						{
							kind: 'table' as const,
							label: 'Items of the agenda',
							look: 'agenda' as const,
							columns: [
								{ label: 'Item' },
								{ label: 'Decision needed' },
								{ label: 'Seats' },
								{ label: 'Minutes', num: true },
								{ label: 'Decided' },
							],
							groups: [
								{
									rows: [
										...rows.map(rowOf),
										{ cells: [strong('Total'), '', '', strong(String(minutes)), ''] },
									],
								},
							],
						},
					]
				: []),
			text(['Record each decision: ', code('npm run record -- decision SUBJECT')], 'label'),
		],
	};
}

interface AgendaRow {
	item: Words;
	decision: string;
	seats: string;
	minutes: number;
}

const rowOf = ({ item, decision, seats, minutes }: AgendaRow, at: number): Row => ({
	cells: [[`${at + 1}. `, item], decision, seats, String(minutes), ''],
});

function lineRow(
	{ items, decision, seats, minutes, kind }: AgendaLine,
	catalogue: Catalogue,
): AgendaRow {
	return {
		item: items.length === 1 ? oneItem(items, catalogue) : shared(items, kind),
		decision,
		seats: seats.map(councilSeat.label).join(', ') || 'Chair',
		minutes,
	};
}

function oneItem(items: AgendaLine['items'], catalogue: Catalogue): Words {
	const [item] = items;
	if (!item) return '';
	const { what, why } = itemWords(item, catalogue);
	const due = item.due && !item.atMeeting ? ` Due ${shortDay(item.due)}.` : '';
	return [what, sub(`${why}${due}`)];
}

/** Items that the council decides on together, as a count that leads to the queue. */
function shared(items: AgendaLine['items'], kind: AgendaLine['kind']): Words {
	const names = items.flatMap(({ entry }) =>
		entry && 'title' in entry.data ? [entry.data.title] : [],
	);
	const shown = names.slice(0, 4).join(', ');
	const more = names.length - 4;
	return [
		link(`${queueKind.label(kind)}: ${whatCount(items)}`, QUEUE),
		sub(`${shown}${more > 0 ? ` and ${countOf(more, 'other')}` : ''}`),
	];
}

/** @example whatCount(items) // => '8 connectors' */
function whatCount(items: AgendaLine['items']): string {
	const { singular, plural } = collections[items[0]?.entry?.collection ?? 'use-cases'];
	return countOf(items.length, singular, plural);
}

function factsOf(following: string | undefined, { organisation }: Catalogue): Block {
	const { chair, quorum } = organisation.meetings ?? {};
	return pairs(
		[
			['Chair', chair ?? ''],
			['Needed for a decision', `${countOf(quorum ?? 1, 'seat')}, with the seats of the item`],
			['Next meeting', following ? longDay(following) : 'Not planned yet'],
		],
		'strip',
	);
}

/** How a meeting comes onto the page. */
const noMeeting = (): Block[] => [
	list(
		[
			[
				'Add the chair, the quorum and the next days to ',
				code('content/organisation.yaml'),
				' under ',
				code('meetings'),
				'.',
			],
			[link('The field reference', referencePath('organisation')), ' explains each field.'],
		],
		'tasks',
	),
];

function presentSection({ organisation }: Catalogue): Section {
	const seats = organisation.council.seats.map(({ seat }) => councilSeat.label(seat));
	return {
		id: 'present',
		title: 'Present',
		blocks: [seats.length > 0 ? list(seats, 'present') : noSeats()],
	};
}
