/** Calendar dates as the pages write them: short in tables, long in sentences. */

export const MONTHS =
	'January February March April May June July August September October November December'.split(
		' ',
	);

function parts(date: string): { day: string; month: string; year: string } {
	const [year = '', month = '', day = ''] = date.split('-');
	return { day: String(Number(day)), month: MONTHS[Number(month) - 1] ?? '', year };
}

/**
 * @example
 * shortDay('2026-10-12') // => '12 Oct 2026'
 */
export function shortDay(date: string): string {
	const { day, month, year } = parts(date);
	return `${day} ${month.slice(0, 3)} ${year}`;
}

/**
 * @example
 * shortMonth('2026-10') // => 'Oct 2026'
 */
export function shortMonth(period: string): string {
	return shortDay(`${period}-01`).slice(2);
}

/**
 * @example
 * longMonth('2026-10') // => 'October 2026'
 */
export function longMonth(period: string): string {
	return longDay(`${period}-01`).slice(2);
}

/**
 * A moment as it was written, in the time zone it was written in.
 *
 * @example
 * momentWords('2026-11-25T09:25Z') // => '25 Nov 2026, 09:25'
 */
export function momentWords(moment: string): string {
	return `${shortDay(moment.slice(0, 10))}, ${moment.slice(11, 16)}`;
}

/**
 * @example
 * longDay('2026-10-12') // => '12 October 2026'
 */
export function longDay(date: string): string {
	const { day, month, year } = parts(date);
	return `${day} ${month} ${year}`;
}
