/** The answer of the drafting prompt, and what the gateway is asked. */
import type { Account } from './account.ts';
import type { About } from './intake.ts';
import { fields, flag, list, optional, text } from './policy/shape.ts';

const anyText = (value: unknown) => String(value ?? '');

export const draftShape = fields({
	status: text,
	abstainReason: optional(text),
	outcome: text,
	opportunityId: optional(text),
	facts: list(fields({ statement: text, quote: anyText })),
	commitments: list(fields({ side: text, what: text, dueWords: optional(text), quote: anyText })),
	summary: anyText,
	sensitiveOmitted: flag,
	instructionsInText: flag,
});
type Answer = ReturnType<typeof draftShape>;
/** An answer with the day of each commitment, which code calculates from the words. */
export type Draft = Omit<Answer, 'commitments'> & {
	commitments: (Answer['commitments'][number] & { due: string | undefined })[];
};

/** One interaction as the prompts see it. */
export interface Material {
	/** Screened and masked. */
	text: string;
	about: Pick<About, 'kind' | 'date'>;
	account: Pick<Account, 'name' | 'openOpportunities' | 'outcomes'>;
}

/**
 * A day with its weekday, because "by Friday" has to be counted from some day.
 *
 * @example
 * dayWithWeekday('2026-11-17') // => '2026-11-17, Tuesday'
 */
export const dayWithWeekday = (day: string): string => {
	const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
	return `${day}, ${weekday.format(new Date(`${day}T00:00:00Z`))}`;
};
