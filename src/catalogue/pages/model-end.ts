/** When a model stops answering, and what that asks of the patterns that run on it. */

import type { Catalogue, Entry } from '../model/catalogue.ts';
import { daysBetween } from '../words/calendar.ts';
import { countOf } from '../words/count.ts';
import { longDay, shortDay } from '../words/day.ts';
import { citingPatterns, type EntryLink, linkOf } from './citing.ts';
import { type Fact, words } from './fact.ts';

export interface ModelEnd {
	tone: 'warn' | 'bad';
	/** `Stopped answering on 3 May 2026.`, or `Retires in 40 days, on 1 January 2027.` */
	fact: string;
	/** What follows, and where to go. */
	text: string;
	/** Patterns that can run on it and are still in use. */
	patterns: EntryLink[];
}

/** The end of a model that has come, or comes within the days of warning of the policy. */
export function modelEnd(model: Entry<'models'>, catalogue: Catalogue): ModelEnd | undefined {
	const { retires } = model.data;
	const left = daysLeft(model, catalogue);
	if (left > catalogue.policy.models.retirementWarnDays) return undefined;
	const patterns = citingPatterns(model, catalogue).filter(
		({ data }) => data.models.includes(model.id) && data.status !== 'withdrawn',
	);
	const must =
		patterns.length === 0
			? 'No patterns run on it.'
			: `${countOf(patterns.length, 'pattern', 'patterns')} must move and be evaluated again.`;
	return {
		tone: left < 0 ? 'bad' : 'warn',
		fact:
			left < 0
				? `Stopped answering on ${longDay(retires)}.`
				: `${soon(left)}, on ${longDay(retires)}.`,
		text: `${must} ${fallbackWords(model, catalogue)}`,
		patterns: patterns.map(linkOf),
	};
}

const daysLeft = ({ data }: Entry<'models'>, { today }: Catalogue) =>
	daysBetween(today, data.retires);

const soon = (left: number) =>
	left === 0 ? 'Retires today' : `Retires in ${countOf(left, 'day', 'days')}`;

function fallbackWords({ data }: Entry<'models'>, catalogue: Catalogue): string {
	if (!data.fallback) return 'There is no fallback. Fix a newer version, or choose another alias.';
	const fallback = catalogue.models.get(data.fallback);
	const title = fallback?.data.title ?? data.fallback;
	const gone = fallback && daysLeft(fallback, catalogue) < 0;
	return gone ? `Its fallback, ${title}, has stopped answering too.` : `Its fallback is ${title}.`;
}

/** The end of a model in a list. */
export function retiresFact(model: Entry<'models'>, catalogue: Catalogue): Fact {
	const { retires } = model.data;
	const left = daysLeft(model, catalogue);
	const sub = shortDay(retires);
	if (left < 0) return { text: 'Stopped', tone: 'bad', sub };
	if (left > catalogue.policy.models.retirementWarnDays) return words(sub);
	return { text: left === 0 ? 'Today' : `In ${countOf(left, 'day', 'days')}`, tone: 'warn', sub };
}
