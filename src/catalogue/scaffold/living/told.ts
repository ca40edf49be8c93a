/**
 * The tables of the example are told from one day. To tell them from a later one, every day in them
 * moves by the same number of months, so that nothing lapses that is not meant to.
 */
import { addMonths } from '../../words/calendar.ts';

/** The day from which the tables are told. */
export const TOLD_ON = '2026-11-30';

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];
/** A date that is no part of a longer name, such as the version of a model. */
const DATE = /(?<![\w-])\d{4}-\d{2}-\d{2}(?=$|[T\s,.;])/g;
const MONTH = /^\d{4}-\d{2}$/;
const WORDS = new RegExp(`\\b(\\d{1,2}) (${MONTHS.join('|')}) (\\d{4})\\b`, 'g');

/** Whole months from the day of the tables to another, so that what has happened has happened. */
export function monthsUntil(day: string): number {
	const [from, to] = [TOLD_ON, day].map((one) => one.slice(0, 7).split('-').map(Number));
	const months = ((to?.[0] ?? 0) - (from?.[0] ?? 0)) * 12 + (to?.[1] ?? 0) - (from?.[1] ?? 0);
	return addMonths(TOLD_ON, months) > day ? months - 1 : months;
}

/**
 * The same data with every day in it moved.
 *
 * @example
 * moved({ on: '2026-08-31', what: 'Drill of 31 August 2026' }, 1)
 * // => { on: '2026-09-30', what: 'Drill of 30 September 2026' }
 */
export function moved<Value>(value: Value, months: number): Value {
	if (months === 0) return value;
	// Each branch gives back the shape that it was given.
	return movedAny(value, months) as Value;
}

function movedAny(value: unknown, months: number): unknown {
	if (typeof value === 'string') return movedText(value, months);
	if (Array.isArray(value)) return value.map((one) => movedAny(one, months));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [key, movedAny(one, months)]),
	);
}

function movedText(text: string, months: number): string {
	if (MONTH.test(text)) return addMonths(`${text}-01`, months).slice(0, 7);
	return text
		.replace(DATE, (date) => addMonths(date, months))
		.replace(WORDS, (_, day: string, month: string, year: string) => {
			const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
			const date = addMonths(`${year}-${number}-${day.padStart(2, '0')}`, months);
			return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
		});
}
