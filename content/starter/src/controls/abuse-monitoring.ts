/** Counts held texts by sender and in all, and says when security must be told. */
import { type Clock, MINUTE } from '../clock.ts';
import { fields, list, number, oneOf, text } from '../policy/shape.ts';
import { digestOf } from '../prompts/read-prompt.ts';

export const CONTROL = 'abuse-monitoring';

export const abuseShape = fields({
	tell: text,
	rules: list(fields({ by: oneOf('sender', 'all'), held: number, withinMinutes: number })),
});
export type AbusePolicy = ReturnType<typeof abuseShape>;

export interface Alert {
	tell: string;
	says: string;
	/** Where to look; the texts themselves are not sent along. */
	traces: string[];
}

interface Sighting {
	sender: string;
	trace: string;
	at: number;
}

/** Makes the watch. Senders are kept as digests: counting needs no address. */
export function openAbuseWatch(policy: AbusePolicy, clock: Clock) {
	const sightings: Sighting[] = [];
	return {
		/** Notes a held text; returns the alerts it sets off. */
		held: (sender: string, trace: string): Alert[] => {
			const now = clock.now().getTime();
			const seen = { sender: digestOf(sender), trace, at: now };
			sightings.push(seen);
			return policy.rules.flatMap(({ by, held, withinMinutes }) => {
				const counted = sightings.filter(
					(one) =>
						now - one.at < withinMinutes * MINUTE && (by === 'all' || one.sender === seen.sender),
				);
				// Exactly at the number: the next one would tell the same people the same thing.
				if (counted.length !== held) return [];
				const whom = by === 'all' ? 'all senders' : 'one sender';
				const says = `${held} held texts of ${whom} within ${withinMinutes} minutes.`;
				return [{ tell: policy.tell, says, traces: counted.map((one) => one.trace) }];
			});
		},
	};
}
export type AbuseWatch = ReturnType<typeof openAbuseWatch>;
