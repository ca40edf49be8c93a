/** A date says when something was, or until when it holds, and can be true. */
import type { Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import type { Path } from '../model/schema-walk.ts';

/** Fields that say when something was. */
const PAST = new Set([
	'reviewed',
	'catalogue.reviewed',
	'date',
	'on',
	'granted',
	'withdrawn',
	'liveSince',
	'changedOn',
	'entered',
	'classifiedOn',
	'ranAt',
	'made',
	'at',
	'done',
	'period',
	'revoked',
]);
/** Fields that say until when something holds, or when it starts. */
const LATER = new Set([
	'expires',
	'until',
	'retires',
	'due',
	'reviewBy',
	'from',
	'appliesFrom',
	'ends',
	'by',
	'firstValueDue',
	'day',
]);

/** No entry, review or run of the catalogue is as old. */
const EARLIEST = '2020-01-01';
/** A use may have been live before anyone wrote it down. */
const EARLIEST_USE = '2000-01-01';
/** The longest that any promise is made for. */
const MOST_YEARS = 20;

/** Frameworks have the dates of laws; test cases are written by the people they imitate. */
const OTHERS = new Set(['frameworks', 'cases']);

export const possibleDates: Rule = {
	id: 'possible-dates',
	phase: 'structure',
	severity: 'error',
	summary:
		'The date of anything done is in the past, and after the catalogue began. Every promise has an end date.',
	why: 'A review dated 2099 never falls due, and evidence with a future date proves nothing. A date from before the catalogue is a typing error.',
	source: 'Our own rule. A check must not let a wrong date pass',
	example: {
		in: 'registers',
		fails: 'reviewed: 2099-01-01',
		passes: 'reviewed: 2026-11-20',
	},
	*check({ all, today }) {
		const tomorrow = shifted(today, { days: 1 });
		const last = shifted(today, { years: MOST_YEARS });
		for (const [collection, map] of Object.entries(all)) {
			if (OTHERS.has(collection)) continue;
			const entries: Iterable<Entry> = map.values();
			for (const entry of entries) {
				for (const { path, key, day } of datesIn(entry.data)) {
					const problem = PAST.has(key)
						? pastProblem(key, day, { today, tomorrow })
						: LATER.has(key)
							? laterProblem(day, last)
							: undefined;
					if (problem) yield { entry, path, ...problem };
				}
			}
		}
	},
};

type Words = Pick<Problem, 'message' | 'fix'>;

function pastProblem(
	key: string,
	day: string,
	{ today, tomorrow }: { today: string; tomorrow: string },
): Words | undefined {
	// In the east the next day has begun already.
	if (day > tomorrow) {
		const message = `${key} is ${day}, which is in the future.`;
		return { message, fix: `Write the day when it was done. Today is ${today}.` };
	}
	const earliest = key === 'liveSince' ? EARLIEST_USE : EARLIEST;
	if (day >= earliest) return undefined;
	const message = `${key} is ${day}, which is too early for this catalogue.`;
	return { message, fix: 'Check the year.' };
}

function laterProblem(day: string, last: string): Words | undefined {
	if (day < EARLIEST) {
		return { message: `the day ${day} is too early for this catalogue.`, fix: 'Check the year.' };
	}
	if (day <= last) return undefined;
	const message = `the day ${day} is more than ${MOST_YEARS} years ahead.`;
	return { message, fix: 'Write the date when someone will look at it again.' };
}

function shifted(day: string, { days = 0, years = 0 }: { days?: number; years?: number }): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + days);
	date.setUTCFullYear(date.getUTCFullYear() + years);
	return date.toISOString().slice(0, 10);
}

interface Found {
	path: Path;
	key: string;
	day: string;
}

/** A day, a moment or a month; a month is over on its last day, and counts from its first. */
const DAY = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$|^(\d{4}-\d{2})$/;

/**
 * Every calendar date, moment and month of the data, with the name of its field. It looks at each
 * value of the catalogue, so the path is walked in one list and copied where a date is found.
 */
function datesIn(data: unknown): Found[] {
	const found: Found[] = [];
	const path: (string | number)[] = [];
	const look = (value: unknown): void => {
		if (typeof value === 'string') {
			if (value.charAt(4) !== '-') return;
			const [, day, month] = DAY.exec(value) ?? [];
			if (!day && !month) return;
			const key = String(path.findLast((part) => typeof part === 'string') ?? '');
			found.push({ path: [...path], key, day: day ?? `${month}-01` });
			return;
		}
		if (typeof value !== 'object' || value === null) return;
		const isList = Array.isArray(value);
		const items = value as Readonly<Record<string, unknown>>;
		for (const key of Object.keys(items)) {
			path.push(isList ? Number(key) : key);
			look(items[key]);
			path.pop();
		}
	};
	look(data);
	return found;
}
