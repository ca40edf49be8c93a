/** Arithmetic on calendar dates, in UTC, so that no time zone shifts a day. */

const DAY = 86_400_000;

/**
 * Whole days from one date to another; negative when the second is earlier.
 *
 * @example
 * daysBetween('2026-02-27', '2026-03-01') // => 2
 */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/**
 * @example
 * addDays('2026-02-28', 1) // => '2026-03-01'
 */
export function addDays(date: string, days: number): string {
	return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/**
 * The date some months later; the last day of the month where it is shorter.
 *
 * @example
 * addMonths('2026-08-31', 6) // => '2027-02-28'
 */
export function addMonths(date: string, months: number): string {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	const target = new Date(Date.UTC(year, month - 1 + months, 1));
	const lastDay = new Date(
		Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0),
	).getUTCDate();
	target.setUTCDate(Math.min(day, lastDay));
	return target.toISOString().slice(0, 10);
}
