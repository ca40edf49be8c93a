/** Members of the council and their keys, and whether a key could sign on a day. */
import type { Member, MemberKey } from '#schemas/organisation.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { isExampleKey } from '../signature/example-keys.ts';
import { type PublicKey, readKey } from '../signature/key.ts';

export type Roster = Catalogue['organisation']['council'];

/** The member of a seat with this email address. */
export function memberOf(roster: Roster, seat: CouncilSeat, email: string): Member | undefined {
	const own = roster.seats.filter((one) => one.seat === seat).flatMap(({ members }) => members);
	return own.find((member) => member.email.toLowerCase() === email.toLowerCase());
}

/** Everyone on the roster who could sign, each once. */
export function membersOf(roster: Roster): Member[] {
	const all = roster.seats.flatMap(({ members }) => members);
	return [...new Map(all.map((member) => [member.email.toLowerCase(), member])).values()];
}

const keys = new Map<string, PublicKey | undefined>();

/** The key behind a line of the roster; undefined for one that does not count (rule `roster-sound`). */
export function keyBehind({ key }: Pick<MemberKey, 'key'>): PublicKey | undefined {
	if (!keys.has(key)) {
		const read = readKey(key);
		keys.set(key, 'key' in read ? read.key : undefined);
	}
	return keys.get(key);
}

/** Whether anyone can sign for every member, so that nobody on the roster protects anything. */
export const isExampleRoster = (roster: Roster): boolean =>
	membersOf(roster).every(({ keys: own }) =>
		own.every((one) => {
			const key = keyBehind(one);
			return key !== undefined && isExampleKey(key);
		}),
	);

/** Why a listed key cannot have signed on a day, or undefined where it could. */
export function keyTrouble({ from, until, revoked }: MemberKey, day: string): string | undefined {
	if (revoked !== undefined && day >= revoked) return `was revoked from ${revoked}`;
	if (day < from) return `was listed from ${from} only`;
	return until !== undefined && day > until ? `was listed until ${until} only` : undefined;
}

/** Whether a member of a seat has a key that can sign on a day. */
export const canSign = (seat: CouncilSeat, roster: Roster, day: string): boolean =>
	keysOf(seat, roster).some((key) => keyTrouble(key, day) === undefined);

/**
 * The first day on which each of these seats had a member with a key; undefined where one never had.
 *
 * @example
 * signsFrom(['security'], council) // => '2026-01-01'
 */
export function signsFrom(seats: readonly CouncilSeat[], roster: Roster): string | undefined {
	const days = seats.map(
		(seat) =>
			keysOf(seat, roster)
				.map(({ from }) => from)
				.sort()[0],
	);
	return days.includes(undefined)
		? undefined
		: days
				.filter((day) => day !== undefined)
				.sort()
				.at(-1);
}

const keysOf = (seat: CouncilSeat, { seats }: Roster): MemberKey[] =>
	seats
		.filter((one) => one.seat === seat)
		.flatMap(({ members }) => members.flatMap(({ keys: own }) => own));
