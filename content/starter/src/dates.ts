/** Calculates the day that words about time mean, from the day on which they were said. */

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december',
];
/** Words that do not change the day. With any other word next to it, a day stays open. */
const FILLERS: ReadonlySet<string> = new Set([
	'at',
	'by',
	'due',
	'is',
	'latest',
	'of',
	'on',
	'the',
	'this',
	'till',
	'until',
]);
const DAY = 24 * 60 * 60_000;

/**
 * The day as YYYY-MM-DD, or undefined where the words leave it open.
 *
 * The words are an allow-list: "next Friday", "Friday or Monday", "end of January" and every word
 * of another language stay open, and a person picks the day.
 *
 * @example
 * dayGivenBy('by Friday', '2026-11-17') // => '2026-11-20'
 */
export function dayGivenBy(words: string, said: string): string | undefined {
	const start = Date.parse(`${said}T00:00:00Z`);
	const tokens = words
		.toLowerCase()
		.split(/[\s,;.!]+/)
		.filter((token) => token !== '' && !FILLERS.has(token));
	const [first = '', second] = tokens;
	if (tokens.length === 1) return oneWord(first, start);
	// A weekday before a calendar day must be that very day. If not, one of them is wrong.
	const weekday = numberOf(WEEKDAYS, first);
	const day = calendarDay(weekday < 0 ? tokens : tokens.slice(1), start);
	if (day === undefined || second === undefined) return undefined;
	return weekday < 0 || new Date(day).getUTCDay() === weekday ? written(day) : undefined;
}

/** The weekday of a day, in the form the prompt needs. */
export function withWeekday(date: string): string {
	const name = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
	return `${date}, ${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/**
 * The position of a day or month in its list, by its name or a short form such as "Weds" or "Nov".
 */
const numberOf = (names: readonly string[], word: string): number => {
	const short = word.replace(/s$/, '');
	return names.findIndex((name) => name === word || (short.length >= 3 && name.startsWith(short)));
};

const written = (time: number) => new Date(time).toISOString().slice(0, 10);

function oneWord(word: string, start: number): string | undefined {
	if (word === 'today') return written(start);
	if (word === 'tomorrow') return written(start + DAY);
	if (/^\d{4}-\d{2}-\d{2}$/.test(word)) {
		const [year = 0, month = 0, day = 0] = word.split('-').map(Number);
		const time = existing(year, month - 1, day);
		return time === undefined ? undefined : written(time);
	}
	const weekday = numberOf(WEEKDAYS, word);
	if (weekday < 0) return undefined;
	// The first such day after the start: on a Friday, "Friday" is a week later.
	const ahead = (weekday - new Date(start).getUTCDay() + 6) % 7;
	return written(start + (ahead + 1) * DAY);
}

/** Day and month in either order, with or without a year. */
function calendarDay(tokens: readonly string[], start: number): number | undefined {
	if (tokens.length < 2 || tokens.length > 3) return undefined;
	const months = tokens.slice(0, 2).map((token) => numberOf(MONTHS, token));
	const month = Math.max(...months);
	const dayWord = tokens[months.indexOf(month) === 0 ? 1 : 0] ?? '';
	const [, digits] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(dayWord) ?? [];
	const [, yearDigits] = /^(\d{4})$/.exec(tokens[2] ?? '') ?? [];
	if (month < 0 || !digits || (tokens.length === 3 && !yearDigits)) return undefined;
	if (yearDigits) return existing(Number(yearDigits), month, Number(digits));
	const year = new Date(start).getUTCFullYear();
	const thisYear = existing(year, month, Number(digits));
	if (thisYear !== undefined && thisYear >= start) return thisYear;
	return existing(year + 1, month, Number(digits));
}

/** A day that exists in the calendar; 31 November does not. */
function existing(year: number, month: number, day: number): number | undefined {
	const time = Date.UTC(year, month, day);
	const found = new Date(time);
	return found.getUTCMonth() === month && found.getUTCDate() === day ? time : undefined;
}
