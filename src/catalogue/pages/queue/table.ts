/** Items of the queue in a table by day, with a filter above it; and who has how many. */
import { type CouncilSeat, councilSeat } from '#schemas/vocabularies.ts';
import type { QueueItem } from '../../judge/queue/item.ts';
import { type Span, spanEnds, spanOf, spans } from '../../judge/queue/queue.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { daysBetween } from '../../words/calendar.ts';
import { countOf } from '../../words/count.ts';
import { shortDay } from '../../words/day.ts';
import { formatNumber } from '../../words/number.ts';
import {
	type Choice,
	link,
	mark,
	quiet,
	type Row,
	strong,
	sub,
	type TableBlock,
	type Words,
} from '../blocks.ts';
import { doerWords, itemWords } from './item.ts';
import { calendarPath, queueFeedPath, queuePath, type Whose } from './paths.ts';

type Day = Pick<Catalogue, 'today' | 'policy'>;

/** What a span of days is called. */
function spanTitle(span: Span, catalogue: Day): string {
	if (span === 'overdue') return 'Overdue';
	if (span === 'undated') return 'No date set';
	return `By ${shortDay(spanEnds(catalogue)[span])}`;
}

/** The items, soonest first, in a group for each span of days. */
export function itemsTable(
	items: readonly QueueItem[],
	catalogue: Catalogue,
	choices: readonly Choice[] = [],
	seat?: CouncilSeat,
): TableBlock {
	const bySpan = Map.groupBy(items, (item) => spanOf(item, catalogue));
	return {
		kind: 'table',
		label: 'What to do, by date',
		look: 'todo',
		columns: ['What to do', 'By', 'Who', 'If it is late', 'Start with'].map((name) => ({
			label: name,
		})),
		...(choices.length > 1 && { filter: { all: items.length, label: 'Everyone', choices } }),
		groups: spans.flatMap((span) => {
			const rows = bySpan.get(span);
			if (!rows) return [];
			return [
				{
					title: spanTitle(span, catalogue),
					rows: rows.map((item) => rowOf(item, choices.length > 1, catalogue, seat)),
				},
			];
		}),
	};
}

function rowOf(
	item: QueueItem,
	filtered: boolean,
	catalogue: Catalogue,
	seat: CouncilSeat | undefined,
): Row {
	const { what, why, start } = itemWords(item, catalogue, seat);
	return {
		...(filtered && { kept: choicesOf(item) }),
		cells: [
			[what, sub(why)],
			dayWords(item, catalogue),
			doerWords(item, catalogue),
			catalogue.policy.queue.kinds[item.kind].ifLate,
			start,
		],
	};
}

/** The day of an item, and how far away it is. */
function dayWords({ due, atMeeting }: QueueItem, { today }: Day): Words {
	if (due === undefined) return quiet('No date');
	const days = daysBetween(today, due);
	const day = shortDay(due);
	if (days < 0) return [mark(day, 'bad', 'clock'), sub(`${countOf(-days, 'day')} late`)];
	const away = days === 0 ? 'today' : `in ${countOf(days, 'day')}`;
	return [strong(day), sub(atMeeting ? `${away}, at the meeting` : away)];
}

const OWNERS = 'owners';
const choicesOf = ({ seats, teams }: QueueItem): string[] => [
	...seats,
	...(teams.length > 0 ? [OWNERS] : []),
];

/** Seats with something to do among these items, and the teams that own entries. */
export function whoChoices(items: readonly QueueItem[]): Choice[] {
	const count = (id: string) => items.filter((item) => choicesOf(item).includes(id)).length;
	return [
		...councilSeat.values.map((seat) => ({ id: seat, label: councilSeat.label(seat) })),
		{ id: OWNERS, label: 'Teams' },
	]
		.map((choice) => ({ ...choice, count: count(choice.id) }))
		.filter((choice) => choice.count > 0);
}

/** One line of the tables of seats and teams. */
export interface Holder {
	whose: NonNullable<Whose>;
	name: string;
	/** Said under the name, such as that nobody fills the seat. */
	note: string | undefined;
	items: readonly QueueItem[];
}

/** Who has how many items in each span of days, with their own calendar and feed. */
export function holdersTable(
	name: string,
	holders: readonly Holder[],
	catalogue: Catalogue,
): TableBlock {
	const undated = holders.some(({ items }) => items.some(({ due }) => due === undefined));
	const shown = spans.filter((span) => span !== 'undated' || undated);
	return {
		kind: 'table',
		label: name,
		tight: true,
		columns: [
			{ label: 'Who' },
			// The year is in the titles of the list; here it would take the room of the numbers.
			...shown.map((span) => ({
				label: spanTitle(span, catalogue).replace(/ \d{4}$/, ''),
				num: true,
			})),
			{ label: 'Follow', whole: true, look: 'screen' },
		],
		groups: [
			{
				rows: holders.map(({ whose, name: who, note, items }) => ({
					cells: [
						[link(who, queuePath(whose)), sub(note)],
						...shown.map((span) => countWords(items, span, catalogue)),
						[link('Calendar', calendarPath(whose)), ' · ', link('Feed', queueFeedPath(whose))],
					],
				})),
			},
		],
	};
}

function countWords(items: readonly QueueItem[], span: Span, catalogue: Catalogue): Words {
	const count = items.filter((item) => spanOf(item, catalogue) === span).length;
	if (count === 0) return '–';
	return span === 'overdue' ? mark(formatNumber(count), 'bad', 'clock') : formatNumber(count);
}
