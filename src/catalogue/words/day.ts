/** Calendar dates as the pages write them: short in tables, long in sentences. */

const MONTHS =
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
 * longDay('2026-10-12') // => '12 October 2026'
 */
export function longDay(date: string): string {
	const { day, month, year } = parts(date);
	return `${day} ${month} ${year}`;
}
