/** What a council does first: fill its seats, and approve the entries that were there before it. */
import { collectionNames } from '#schemas/index.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import { councilSeat } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { isOf } from '../../model/is-of.ts';
import { canSign, signsFrom } from '../approval/roster.ts';
import { standingOf } from '../approval/standing.ts';
import { type RawItem, raw } from './item.ts';
import { lastMade, signDay } from './sign-day.ts';

/**
 * Entries that nobody has signed since the council exists: one item for those of each collection.
 * A new council has dozens of them, and each alone would only say again that nobody has signed yet.
 */
export function firstLots(entries: readonly Entry[], catalogue: Catalogue): Entry[][] {
	const unsigned = entries.filter((entry) => isUnsigned(entry, catalogue));
	const lots = Map.groupBy(unsigned, ({ collection }) => collection);
	return collectionNames.map((name) => lots.get(name) ?? []).filter(({ length }) => length > 1);
}

/** A use case is not something that a catalogue comes with: each one is decided on its own. */
function isUnsigned(entry: Entry, catalogue: Catalogue): boolean {
	if (isOf('use-cases', entry)) return false;
	const { state, missing } = standingOf(entry, catalogue);
	if (state !== 'none' || missing.length === 0) return false;
	const from = signsFrom(missing, catalogue.organisation.council);
	const made = lastMade(entry, catalogue);
	return from === undefined || (made !== undefined && made <= from);
}

/** One item for the entries of a collection; its day is the first of theirs. */
export function firstItem(entries: readonly Entry[], catalogue: Catalogue): RawItem {
	const days = entries.flatMap((entry) => signDay(entry, catalogue) ?? []).sort(compare);
	const lot = entries.map((entry) => ({ entry, seats: standingOf(entry, catalogue).missing }));
	const seats = new Set(lot.flatMap((one) => one.seats));
	return raw(
		undefined,
		days[0],
		{ kind: 'first', lot },
		{ seats: councilSeat.values.filter((seat) => seats.has(seat)) },
		entries[0]?.collection,
	);
}

/** Seats that have to sign something of the queue, and in which nobody can sign today. */
export function emptySeats(items: readonly RawItem[], catalogue: Catalogue): RawItem[] {
	const { organisation, today } = catalogue;
	const asked = new Set<CouncilSeat>(
		items.filter(({ detail }) => SIGNED.has(detail.kind)).flatMap(({ seats }) => seats),
	);
	const empty = councilSeat.values.filter(
		(seat) => asked.has(seat) && !canSign(seat, organisation.council, today),
	);
	if (empty.length === 0) return [];
	const doers = { teams: [organisation.council.team] };
	return [raw(undefined, undefined, { kind: 'seat', empty }, doers)];
}

const SIGNED: ReadonlySet<string> = new Set(['unapproved', 'first', 'signature', 'review']);
