/**
 * The example is told as of one day. To tell it as of a later one, every day in it moves by the
 * same number of months, so that nothing lapses that is not meant to.
 */
import { addMonths } from '../../words/calendar.ts';
import { longDay, MONTHS } from '../../words/day.ts';

/** The day of an example that does not say another one. */
export const TOLD_ON = '2026-11-30';

/** A date that is no part of a longer name, such as the version of a model. */
const DATE = /(?<![\w-])\d{4}-\d{2}-\d{2}(?=$|[T\s,.;"'])/g;
/** A month that is the whole value of a field. */
const MONTH = /(?<=: ["']?)\d{4}-\d{2}(?=["']?$)/gm;
const WORDS = new RegExp(`\\b(\\d{1,2}) (${MONTHS.join('|')}) (\\d{4})\\b`, 'g');
const TOLD = /^# Told as of (\d{4}-\d{2}-\d{2})\.\n/m;

/** The day as of which these texts are told. */
export function toldDay(texts: Iterable<string>): string {
	for (const text of texts) {
		const day = TOLD.exec(text)?.[1];
		if (day) return day;
	}
	return TOLD_ON;
}

/** Kept in a text, so that a later run moves its days from there. */
export const withToldDay = (text: string, day: string): string =>
	`# Told as of ${day}.\n${text.replace(TOLD, '')}`;

/** Whole months from one day to a later one, so that what has happened has happened. */
export function monthsBetween(from: string, to: string): number {
	const [start = 0, end = 0] = [from, to].map((day) => {
		const [year = 0, month = 0] = day.split('-').map(Number);
		return year * 12 + month;
	});
	const months = end - start;
	return addMonths(from, months) > to ? months - 1 : months;
}

/**
 * The same text with every day in it moved.
 *
 * @example
 * moved('on: 2026-08-31\nwhat: Drill of 31 August 2026\n', 1)
 * // => 'on: 2026-09-30\nwhat: Drill of 30 September 2026\n'
 */
export const moved = (text: string, months: number): string =>
	text
		.replace(DATE, (date) => addMonths(date, months))
		.replace(MONTH, (month) => addMonths(`${month}-01`, months).slice(0, 7))
		.replace(WORDS, (_, day: string, month: string, year: string) => {
			const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
			return longDay(addMonths(`${year}-${number}-${day.padStart(2, '0')}`, months));
		});
