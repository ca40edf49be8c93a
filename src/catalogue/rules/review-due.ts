/** A review that is overdue is said, and at high tier it stops the release after a while. */

import type { Tier } from '#schemas/vocabularies.ts';
import { atLeast, reviewDue, tierOf } from '../judge/tier.ts';
import { patternOf } from '../judge/waivers.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Rule } from '../model/rule.ts';
import { daysBetween } from '../words/calendar.ts';
import { countOf } from '../words/count.ts';

export const reviewDueRule: Rule = {
	id: 'review-due',
	phase: 'policy',
	severity: 'warning',
	summary: 'The last full review is recent enough for the tier.',
	why: 'Models, laws and the work itself change. If nobody has looked at an entry for a long time, there is no reason to trust it.',
	source: 'Domain rule 18; GOVERN 1.5 asks for a stated frequency, we set the months and days',
	example: { in: 'registers', fails: 'reviewed: 2025-10-01', passes: 'reviewed: 2026-11-01' },
	*check(catalogue) {
		const { overdue } = catalogue.policy;
		for (const map of Object.values(catalogue.all)) {
			for (const entry of map.values()) {
				const last = lastReview(entry, catalogue);
				if (!last) continue;
				const due = reviewDue(last.on, last.tier, catalogue.policy);
				const late = daysBetween(due, catalogue.today);
				if (late <= 0) continue;
				const stops = late > overdue.errorAfterDays && atLeast(last.tier, overdue.errorFrom);
				const days = countOf(late, 'day');
				yield {
					entry,
					path: [last.field],
					message: `the review was due on ${due}, ${days} ago.`,
					fix: `Review it in full, then write the day of the review in \`${last.field}\`.`,
					...(stops ? { severity: 'error' } : {}),
				};
			}
		}
	},
};

interface Review {
	field: string;
	on: string;
	tier: Tier;
}

/** The last review and the tier whose cadence applies; none for drafts and what is withdrawn. */
function lastReview(entry: Entry, catalogue: Catalogue): Review | undefined {
	const { data } = entry;
	const pattern = patternOf(entry, catalogue);
	const status = 'status' in data ? data.status : pattern?.data.status;
	if (status === 'draft' || status === 'withdrawn') return undefined;
	const own = 'tier' in data && 'measures' in data ? data.tier : 'low';
	const tier = pattern ? tierOf(pattern.data, catalogue.policy) : own;
	if ('catalogue.reviewed' in data && entry.collection === 'prompts')
		return { field: 'catalogue.reviewed', on: data['catalogue.reviewed'], tier };
	return 'reviewed' in data ? { field: 'reviewed', on: data.reviewed, tier } : undefined;
}
