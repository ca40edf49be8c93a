/** A request for one follow-up list, and those that wait because the workflow engine is down. */
import { type Clock, dayOf, MINUTE } from './clock.ts';
import { Refusal } from './refusal.ts';

export interface FollowUpRequest {
	meeting: string;
	/** Who asks, by the id of the identity provider. */
	by: string;
	kind: 'transcript' | 'notes';
	/** Notes pasted into the form, if the record cannot be read. */
	pasted?: string;
}

/** Counts the requests of each person on one day. */
export function openRequestCount(most: number, clock: Clock) {
	let day = '';
	let counts = new Map<string, number>();
	return {
		/** @throws Refusal for each request above the limit. */
		take: (person: string): void => {
			if (day !== dayOf(clock.now())) counts = new Map();
			day = dayOf(clock.now());
			const count = (counts.get(person) ?? 0) + 1;
			counts.set(person, count);
			if (count <= most) return;
			const message = `This person asked for ${most} lists today; no more are made.`;
			throw new Refusal('rate-spend-limits', 'person-limit', message);
		},
	};
}

const MOST_HOURS = 24;

/** Requests that wait for the engine, and which of them are too old. */
export function openWaiting(clock: Clock) {
	const waiting = new Map<string, { request: FollowUpRequest; since: number }>();
	return {
		add: (request: FollowUpRequest): void => {
			const { since } = waiting.get(request.meeting) ?? { since: clock.now().getTime() };
			waiting.set(request.meeting, { request, since });
		},
		done: (meeting: string): void => void waiting.delete(meeting),
		/** What can be tried again, and what is dropped now with a message to its organiser. */
		due: (): { again: FollowUpRequest[]; dropped: FollowUpRequest[] } => {
			const old = ({ since }: { since: number }) =>
				clock.now().getTime() - since >= MOST_HOURS * 60 * MINUTE;
			const all = [...waiting.values()];
			const dropped = all.filter(old).map(({ request }) => request);
			for (const { meeting } of dropped) waiting.delete(meeting);
			return { again: all.filter((one) => !old(one)).map(({ request }) => request), dropped };
		},
	};
}
