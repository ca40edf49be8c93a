/** Counts calls in a minute and cost in a day, tells the owner early and stops at the limit. */
import { type Clock, dayOf, MINUTE } from '../clock.ts';
import { fields, number, optional, record } from '../policy/shape.ts';
import { Refusal } from '../refusal.ts';

export const CONTROL = 'rate-spend-limits';

export const limitsShape = fields({
	callsPerMinute: number,
	timeoutSeconds: number,
	day: fields({
		/** Cost of an average day of the last 28. */
		average: number,
		/** The budget of a day is this many times the average. */
		factor: number,
		/** Shares of the budget when the owner is told, and when less urgent work pauses. */
		tellAt: number,
		pauseAt: number,
	}),
	/** Cost of 1,000 tokens, in the same currency. */
	cost: fields({ input: number, output: number }),
	/**
	 * How much one item can use, in the pattern's own words, such as pages. The workflow applies it.
	 */
	item: optional(record(number)),
});
export type LimitsPolicy = Omit<ReturnType<typeof limitsShape>, 'item'>;

export interface Limits {
	/** @throws Refusal if the limit for this minute or day is reached. */
	takeCall: () => void;
	/**
	 * Adds the cost of an answer. Returns what the owner must be told now, each message once a day.
	 */
	spend: (used: { inputTokens: number; outputTokens: number }) => string[];
	/** Whether work that can wait must wait. */
	isPaused: () => boolean;
}

/** The count is kept in this process. If you run more than one worker, keep it in the gateway. */
export function openLimits(policy: LimitsPolicy, clock: Clock): Limits {
	const { day, cost, callsPerMinute } = policy;
	const budget = day.average * day.factor;
	let calls: number[] = [];
	let today = dayOf(clock.now());
	let spent = 0;
	let told = new Set<number>();
	const turnDay = () => {
		if (today === dayOf(clock.now())) return;
		today = dayOf(clock.now());
		spent = 0;
		told = new Set();
	};
	return {
		takeCall: () => {
			turnDay();
			const now = clock.now().getTime();
			calls = calls.filter((at) => now - at < MINUTE);
			if (spent >= budget) throw refused('spend-limit', `The day's budget is used up.`);
			if (calls.length >= callsPerMinute) {
				throw refused('call-limit', `${callsPerMinute} calls were made within a minute.`);
			}
			calls.push(now);
		},
		spend: ({ inputTokens, outputTokens }) => {
			turnDay();
			spent += (inputTokens * cost.input + outputTokens * cost.output) / 1000;
			return [day.tellAt, day.pauseAt, 1].flatMap((share) => {
				if (spent < share * budget || told.has(share)) return [];
				told.add(share);
				return [`${Math.round(share * 100)}% of the day's budget is used. Tell the owner.`];
			});
		},
		isPaused: () => {
			turnDay();
			return spent >= day.pauseAt * budget;
		},
	};
}

const refused = (reason: string, message: string) => new Refusal(CONTROL, reason, message);
