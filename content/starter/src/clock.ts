/** What time it is. Controls ask here, so that tests and the worked example can set the day. */
export interface Clock {
	now: () => Date;
}

export const realClock: Clock = { now: () => new Date() };

/** A clock that stops at one moment until a test moves it. */
export function fixedClock(start: string): Clock & { move: (minutes: number) => void } {
	let time = Date.parse(start);
	return {
		now: () => new Date(time),
		move: (minutes) => {
			time += minutes * 60_000;
		},
	};
}

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** The day of a moment, year-month-day. */
export const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

/** Whether a text is a day of the calendar; "2026-02-30" is not one. */
export function isDay(source: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(source)) return false;
	const time = new Date(`${source}T00:00:00Z`);
	return !Number.isNaN(time.getTime()) && dayOf(time) === source;
}
