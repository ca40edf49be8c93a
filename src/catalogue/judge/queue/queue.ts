/** The review queue: all that somebody has to do, by when. */
import { type CouncilSeat, councilSeat, queueKind } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { titleOf } from '../../model/entry.ts';
import { compare } from '../../model/finding.ts';
import { isOf } from '../../model/is-of.ts';
import { keeper } from '../../model/keep.ts';
import { anchorOf } from '../../words/anchor.ts';
import { addDays } from '../../words/calendar.ts';
import { concentrations } from '../portfolio/suppliers.ts';
import { usesOf } from '../portfolio/uses.ts';
import { isDeclared } from '../use/live.ts';
import { approvalItems, governedEntries } from './approvals.ts';
import { emptySeats, firstItem, firstLots } from './first.ts';
import { idOf, type QueueItem, type RawItem, raw } from './item.ts';
import { nextMeeting } from './meetings.ts';
import { proofItem, useItems, waivers } from './uses.ts';

const keepQueue = keeper<readonly QueueItem[]>('review queue');

/** Every item that is overdue, without a day, or due in the days the policy looks ahead; soonest first. */
export function queueOf(catalogue: Catalogue): readonly QueueItem[] {
	return keepQueue(catalogue, '', () => {
		const last = addDays(catalogue.today, catalogue.policy.queue.aheadDays);
		const items = [...rawItems(catalogue)];
		return [...items, ...emptySeats(items, catalogue)]
			.map((item) => settled(item, catalogue))
			.filter(({ due }) => due === undefined || due <= last)
			.sort(byDay(catalogue.today));
	});
}

function* rawItems(catalogue: Catalogue): Generator<RawItem> {
	const entries = [...governedEntries(catalogue)];
	const lots = firstLots(entries, catalogue);
	const first = new Set(lots.flat());
	for (const lot of lots) yield firstItem(lot, catalogue);
	for (const entry of entries) {
		if (!first.has(entry)) yield* approvalItems(entry, catalogue);
		if (isOf('patterns', entry)) yield* patternItems(entry, catalogue);
	}
	for (const use of catalogue['use-cases'].values())
		if (isDeclared(use)) yield* useItems(use, catalogue);
	for (const { supplier, uses, of } of concentrations(usesOf(catalogue), catalogue)) {
		const detail = { kind: 'supplier', supplier, uses: uses.length, of } as const;
		const doers = { teams: [catalogue.organisation.council.team] };
		yield raw(undefined, undefined, detail, doers, anchorOf(supplier));
	}
}

function* patternItems(pattern: Entry<'patterns'>, catalogue: Catalogue): Generator<RawItem> {
	yield* waivers(pattern, catalogue);
	const proof = proofItem(pattern, new Set(), catalogue);
	if (proof) yield proof;
	for (const id of pattern.data.models) {
		const retires = catalogue.models.get(id)?.data.retires;
		if (retires === undefined) continue;
		const doers = { teams: [pattern.data.owner] };
		yield raw(pattern, retires, { kind: 'model', model: id, retires }, doers, id);
	}
}

/** The item with what the policy says of its kind, and the next meeting where no day is set. */
function settled(item: RawItem, catalogue: Catalogue): QueueItem {
	const { part: _, ...rest } = item;
	const { kind } = item.detail;
	const { agenda } = catalogue.policy.queue.kinds[kind];
	const meeting = agenda && nextMeeting(catalogue)?.day;
	const seats = new Set([...item.seats, ...(agenda?.seats ?? [])]);
	return {
		...rest,
		id: idOf(item),
		kind,
		due: item.due ?? meeting,
		atMeeting: item.due === undefined && meeting !== undefined,
		teams: [...new Set(item.teams)],
		seats: councilSeat.values.filter((seat) => seats.has(seat)),
	};
}

/** Overdue first, then what has no day, then by day; on one day the kinds in their order. */
const byDay = (today: string) => (a: QueueItem, b: QueueItem) =>
	compare(rank(a, today), rank(b, today)) ||
	order.indexOf(a.kind) - order.indexOf(b.kind) ||
	compare(nameOf(a), nameOf(b)) ||
	compare(a.id, b.id);

const order = queueKind.values;
const rank = ({ due }: QueueItem, today: string): string =>
	due === undefined ? `${today} ` : due < today ? due : `${due}!`;
const nameOf = ({ entry }: QueueItem): string => (entry ? titleOf(entry) : '');

/** When an item is due, as pages and counts group them. */
export type Span = 'overdue' | 'undated' | 'week' | 'month' | 'later';
export const spans: readonly Span[] = ['overdue', 'undated', 'week', 'month', 'later'];

/** The last days of the spans that have one. */
export const spanEnds = ({ today, policy }: Pick<Catalogue, 'today' | 'policy'>) => ({
	week: addDays(today, 7),
	month: addDays(today, 30),
	later: addDays(today, policy.queue.aheadDays),
});

export function spanOf(
	{ due }: Pick<QueueItem, 'due'>,
	catalogue: Pick<Catalogue, 'today' | 'policy'>,
): Span {
	if (due === undefined) return 'undated';
	if (due < catalogue.today) return 'overdue';
	const { week, month } = spanEnds(catalogue);
	if (due <= week) return 'week';
	return due <= month ? 'month' : 'later';
}

/** The items of one seat. */
export const ofSeat = (seat: CouncilSeat, items: readonly QueueItem[]): QueueItem[] =>
	items.filter(({ seats }) => seats.includes(seat));

/** The items of one team. */
export const ofTeam = (team: string, items: readonly QueueItem[]): QueueItem[] =>
	items.filter(({ teams }) => teams.includes(team));
