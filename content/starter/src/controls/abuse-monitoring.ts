/**
 * Counts held texts and what people do, looks for the prompt in answers, and says when to tell
 * security.
 */
import { type Clock, MINUTE } from '../clock.ts';
import { fields, list, number, oneOf, optional, text } from '../policy/shape.ts';
import { digestOf } from '../prompts/read-prompt.ts';

export const CONTROL = 'abuse-monitoring';

export const abuseShape = fields({
	tell: text,
	rules: list(fields({ by: oneOf('sender', 'form', 'all'), held: number, withinMinutes: number })),
	/** Report a kind that grows by this share in a day, from this number of items on. */
	growth: optional(fields({ part: number, from: number })),
	/** Words of the prompts that must not appear in an answer. */
	canaries: optional(list(text)),
	/** How often one person can do something, such as accept, within the time. */
	acts: optional(list(fields({ word: text, most: number, withinMinutes: number }))),
});
export type AbusePolicy = ReturnType<typeof abuseShape>;

export interface Alert {
	tell: string;
	says: string;
	/** Where to look. The texts themselves are not included. */
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

/** Makes the watch. Senders and forms are kept as digests, because counting needs no address. */
export function openAbuseWatch(
	policy: Pick<AbusePolicy, 'tell' | 'rules'> & Partial<AbusePolicy>,
	clock: Clock,
) {
	let sightings: Sighting[] = [];
	let done: Act[] = [];
	const longest = (rules: readonly { withinMinutes: number }[] = []) =>
		Math.max(0, ...rules.map(({ withinMinutes }) => withinMinutes)) * MINUTE;
	return {
		/** Notes an answer. A piece of the prompt in it is an alert every time. */
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
			// Forget what no rule counts any longer, or a worker that runs for months would use up its
			// memory.
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
				const senders = by === 'all' ? 'all senders' : `one ${by}`;
				const says = `${held} held texts of ${senders} within ${withinMinutes} minutes.`;
				return [{ tell: policy.tell, says, traces: counted.map((one) => one.trace) }];
			});
		},
	};
}
export type AbuseWatch = ReturnType<typeof openAbuseWatch>;

type Counts = Readonly<Record<string, number>>;

/** Kinds with many more items today than the day before, one sentence each. */
export function findGrowth(before: Counts, today: Counts, growth: AbusePolicy['growth']): string[] {
	if (!growth) return [];
	return Object.entries(today)
		.map(([kind, now]) => ({ kind, now, earlier: before[kind] ?? 0 }))
		.filter(({ now, earlier }) => now >= growth.from && now >= earlier * (1 + growth.part))
		.map(({ kind, now, earlier }) => `${kind}: ${now} items today, ${earlier} the day before.`);
}
