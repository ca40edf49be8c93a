/**
 * A list between draft and email: what was drafted, what a person did with each line, and the
 * deadline.
 */
import type { Line } from './check.ts';
import type { About } from './entry.ts';
import type { Masking } from './names.ts';

export type State = 'open' | 'accepted' | 'edited' | 'rejected' | 'refused';

export interface ListLine {
	id: string;
	/** As drafted, in marks; undefined for a line that a person added. */
	drafted: Line | undefined;
	now: Line;
	state: State;
}

/**
 * Everything about one list. It is kept in this process; keep it in the follow-up process instead.
 */
export interface FollowUp {
	meeting: string;
	trace: string;
	organiser: string;
	about: About;
	kind: string;
	title: string;
	/** Marks and names; it is never written to a log. */
	masking: Masking;
	lines: ListLine[];
	/** How many lines, owners or dates the check took out. */
	dropped: number;
	draftedAt: Date;
	openedAt: Date | undefined;
	acceptedAt: Date | undefined;
}

/** Lines that go into the email. */
export const standing = ({ lines }: FollowUp): ListLine[] =>
	lines.filter(({ state }) => state === 'accepted' || state === 'edited');

export const allDecided = ({ lines }: FollowUp): boolean =>
	lines.every(({ state }) => state !== 'open');

/** A correction as a candidate for the labelled set: marks only, names never. */
export interface Correction {
	item: string;
	state: State;
	before: string;
	after: string;
}

export const correctionsOf = ({ meeting, lines, masking }: FollowUp): Correction[] =>
	lines
		.filter(({ state }) => state !== 'open' && state !== 'accepted')
		.map(({ drafted, now, state }) => ({
			item: meeting,
			state,
			before: drafted ? inWords(drafted) : 'not drafted',
			after: state === 'edited' ? masking.mask(inWords(now)) : 'dropped',
		}));

/** A line as one sentence with owner and day. */
export function inWords({ kind, text, owner, due, dueWords }: Line): string {
	const plain = text.replace(/\.$/, '');
	if (kind !== 'action') return `${plain}.`;
	const when = due ?? (dueWords ? `"${dueWords}"` : 'no day');
	return `${plain}. ${owner ?? 'No owner yet'}, ${when}.`;
}
