/** The agenda of the next meeting of the council: what it must decide, from the review queue. */
import type { Meeting } from '#schemas/organisation.ts';
import type { CouncilSeat, QueueKind } from '#schemas/vocabularies.ts';
import { councilSeat, queueKind } from '#schemas/vocabularies.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { addDays } from '../../words/calendar.ts';
import type { QueueItem } from './item.ts';
import { comingMeetings } from './meetings.ts';
import { queueOf } from './queue.ts';

/** Lines about entries that one side of paper has room for; then items of a kind share a line. */
export const MOST_LINES = 9;
/** Days that a meeting looks ahead where no later one is planned. */
const UNTIL_NEXT = 30;

export interface AgendaLine {
	kind: QueueKind;
	/** What the line is about; several where items of a kind share it. */
	items: readonly QueueItem[];
	decision: string;
	seats: readonly CouncilSeat[];
	minutes: number;
}

export interface StandingLine {
	item: string;
	decision: string;
	minutes: number;
}

export interface Agenda {
	/** Undefined while no meeting is planned. */
	meeting: Meeting | undefined;
	/** The one after it. */
	following: Meeting | undefined;
	opening: readonly StandingLine[];
	lines: readonly AgendaLine[];
	closing: readonly StandingLine[];
	/** Minutes of all lines. */
	minutes: number;
	/** Minutes that the meeting lasts. */
	lasts: number | undefined;
}

export function agendaOf(catalogue: Catalogue): Agenda {
	const { agenda, kinds } = catalogue.policy.queue;
	const [meeting, following] = comingMeetings(catalogue);
	const from = meeting?.day ?? catalogue.today;
	const until = following?.day ?? addDays(from, UNTIL_NEXT);
	const items = queueOf(catalogue).filter(
		({ kind, due }) => kinds[kind].agenda && (due === undefined || due <= until),
	);
	const lines = linesOf(items, catalogue);
	const all = [...agenda.opening, ...lines, ...agenda.closing];
	return {
		meeting,
		following,
		opening: agenda.opening,
		lines,
		closing: agenda.closing,
		minutes: all.reduce((sum, { minutes }) => sum + minutes, 0),
		lasts: meeting && minutesOf(meeting.to) - minutesOf(meeting.from),
	};
}

/** The most urgent kinds first; where all are too many, those with most items share a line. */
function linesOf(items: readonly QueueItem[], catalogue: Catalogue): AgendaLine[] {
	const sorted = items.toSorted((a, b) => queueKind.rank(a.kind) - queueKind.rank(b.kind));
	const groups = [...Map.groupBy(sorted, alike).values()].map((same) => ({ same, shared: false }));
	const lines = () => groups.reduce((sum, { same, shared }) => sum + (shared ? 1 : same.length), 0);
	const largest = groups.toSorted((a, b) => b.same.length - a.same.length);
	for (const group of largest) if (lines() > MOST_LINES) group.shared = true;
	return groups.flatMap(({ same, shared }) =>
		(shared ? [same] : same.map((item) => [item])).flatMap((one) => lineOf(one, catalogue)),
	);
}

/** Items that the council can decide on together. */
const alike = ({ kind, entry }: QueueItem): string => `${kind} ${entry?.collection}`;

function lineOf(items: readonly QueueItem[], { policy }: Catalogue): AgendaLine[] {
	const [first] = items;
	const agenda = first && policy.queue.kinds[first.kind].agenda;
	if (!first || !agenda) return [];
	const seats = new Set(items.flatMap((item) => item.seats));
	return [
		{
			kind: first.kind,
			items,
			decision: agenda.decision,
			seats: councilSeat.values.filter((seat) => seats.has(seat)),
			// Together they take as long as two of them: the council decides on them as one.
			minutes: items.length > 1 ? agenda.minutes * 2 : agenda.minutes,
		},
	];
}

const minutesOf = (time: string): number => {
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	return hours * 60 + minutes;
};
