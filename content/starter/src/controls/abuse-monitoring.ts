/** Counts held texts and acts of people, looks for the prompt in answers, says when to tell security. */
import { type Clock, MINUTE } from '../clock.ts';
import { fields, list, number, oneOf, optional, text } from '../policy/shape.ts';
import { digestOf } from '../prompts/read-prompt.ts';

export const CONTROL = 'abuse-monitoring';

export const abuseShape = fields({
	tell: text,
	rules: list(fields({ by: oneOf('sender', 'form', 'all'), held: number, withinMinutes: number })),
	/** A kind that grows by this part of itself in a day, from this number of items on, is looked at. */
	growth: optional(fields({ part: number, from: number })),
	/** Words of the prompts that have no business in an answer. */
	canaries: optional(list(text)),
	/** What one person may do at most within the time, such as accept. */
	acts: optional(list(fields({ word: text, most: number, withinMinutes: number }))),
});
export type AbusePolicy = ReturnType<typeof abuseShape>;

export interface Alert {
	tell: string;
	says: string;
	/** Where to look; the texts themselves are not sent along. */
	traces: string[];
}

interface Act {
	what: string;
	trace: string;
	at: number;
}

interface Sighting {
	sender: string;
	trace: string;
	at: number;
}

/** Makes the watch. Senders and forms are kept as digests: counting needs no address. */
export function openAbuseWatch(
	policy: Pick<AbusePolicy, 'tell' | 'rules'> & Partial<AbusePolicy>,
	clock: Clock,
) {
	let sightings: Sighting[] = [];
	let done: Act[] = [];
	const longest = (rules: readonly { withinMinutes: number }[] = []) =>
		Math.max(0, ...rules.map(({ withinMinutes }) => withinMinutes)) * MINUTE;
	return {
		/** Notes an answer; a piece of the prompt in it is an alert each time. */
		answered: (answer: string, trace: string): Alert[] => {
			if (!policy.canaries?.some((canary) => answer.includes(canary))) return [];
			return [
				{ tell: policy.tell, says: 'An answer contains words from the prompt.', traces: [trace] },
			];
		},
		/** Notes what a person did; returns the alerts it sets off. */
		acted: (word: string, person: string, trace: string): Alert[] => {
			const at = clock.now().getTime();
			const what = digestOf(`${word} ${person}`);
			// What no rule counts any longer goes, or a worker that runs for months would fill up.
			done = done.filter((one) => at - one.at < longest(policy.acts));
			done.push({ what, trace, at });
			return (policy.acts ?? []).flatMap(({ word: watched, most, withinMinutes }) => {
				if (watched !== word) return [];
				const counted = done.filter(
					(one) => one.what === what && at - one.at < withinMinutes * MINUTE,
				);
				if (counted.length !== most + 1) return [];
				const says = `More than ${most} times "${word}" by one person in ${withinMinutes} minutes.`;
				return [{ tell: policy.tell, says, traces: counted.map((one) => one.trace) }];
			});
		},
		/** Notes a held text; returns the alerts it sets off. */
		held: (sender: string, trace: string): Alert[] => {
			const now = clock.now().getTime();
			const seen = { sender: digestOf(sender), trace, at: now };
			sightings = sightings.filter((one) => now - one.at < longest(policy.rules));
			sightings.push(seen);
			return policy.rules.flatMap(({ by, held, withinMinutes }) => {
				const counted = sightings.filter(
					(one) =>
						now - one.at < withinMinutes * MINUTE && (by === 'all' || one.sender === seen.sender),
				);
				// Exactly at the number: the next one would tell the same people the same thing.
				if (counted.length !== held) return [];
				const whom = by === 'all' ? 'all senders' : `one ${by}`;
				const says = `${held} held texts of ${whom} within ${withinMinutes} minutes.`;
				return [{ tell: policy.tell, says, traces: counted.map((one) => one.trace) }];
			});
		},
	};
}
export type AbuseWatch = ReturnType<typeof openAbuseWatch>;

type Counts = Readonly<Record<string, number>>;

/** Kinds with many more items today than the day before, a sentence each. */
export function findGrowth(before: Counts, today: Counts, growth: AbusePolicy['growth']): string[] {
	if (!growth) return [];
	return Object.entries(today)
		.map(([kind, now]) => ({ kind, now, earlier: before[kind] ?? 0 }))
		.filter(({ now, earlier }) => now >= growth.from && now >= earlier * (1 + growth.part))
		.map(({ kind, now, earlier }) => `${kind}: ${now} items today, ${earlier} the day before.`);
}
