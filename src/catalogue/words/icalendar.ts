/** Calendars as iCalendar (RFC 5545), which calendar programs subscribe to. */

export interface CalendarEvent {
	/** Stays the same when the day moves, so that the appointment moves with it. */
	uid: string;
	/** A whole day, or the times of a meeting in local time. */
	day: string;
	from?: string;
	to?: string;
	summary: string;
	description: string;
	place?: string;
	url: string;
	category?: string;
}

export interface Calendar {
	name: string;
	about: string;
	/** Address of the page that shows the same. */
	url: string;
	/** Day of which the calendar is: the time of every event's last change. */
	asOf: string;
	events: readonly CalendarEvent[];
}

/**
 * A calendar as text: CRLF at the end of each line, lines folded at 75 octets, text escaped.
 *
 * @example
 * icalendarOf({ name: 'Review queue', events: [], … }) // => 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…'
 */
export function icalendarOf({ name, about, url, asOf, events }: Calendar): string {
	const stamp = `${digits(asOf)}T000000Z`;
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//AI pattern catalogue//Review queue//EN',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`NAME:${escaped(name)}`,
		`X-WR-CALNAME:${escaped(name)}`,
		`DESCRIPTION:${escaped(about)}`,
		`X-WR-CALDESC:${escaped(about)}`,
		`URL:${address(url)}`,
		// A calendar has one component at least, also while there is nothing to do.
		...(events.length === 0 ? ZONE : events.flatMap((event) => eventLines(event, stamp))),
		'END:VCALENDAR',
	];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const ZONE = [
	'BEGIN:VTIMEZONE',
	'TZID:UTC',
	'BEGIN:STANDARD',
	'DTSTART:19700101T000000',
	'TZOFFSETFROM:+0000',
	'TZOFFSETTO:+0000',
	'END:STANDARD',
	'END:VTIMEZONE',
];

function eventLines(event: CalendarEvent, stamp: string): string[] {
	const { uid, day, from, to, summary, description, place, url, category } = event;
	const when =
		from && to
			? [`DTSTART:${digits(day)}T${digits(from)}00`, `DTEND:${digits(day)}T${digits(to)}00`]
			: [`DTSTART;VALUE=DATE:${digits(day)}`];
	return [
		'BEGIN:VEVENT',
		`UID:${escaped(uid)}`,
		`DTSTAMP:${stamp}`,
		...when,
		`SUMMARY:${escaped(summary)}`,
		`DESCRIPTION:${escaped(description)}`,
		...(place ? [`LOCATION:${escaped(place)}`] : []),
		...(category ? [`CATEGORIES:${escaped(category)}`] : []),
		`URL:${address(url)}`,
		// Something to do on a day does not make anybody busy for all of it.
		`TRANSP:${from ? 'OPAQUE' : 'TRANSPARENT'}`,
		'END:VEVENT',
	];
}

/** Digits of a day or a time: 2026-12-03 is 20261203. */
const digits = (text: string) => text.replace(/\D/g, '');

/** TEXT of the standard: no character of the controls but a line break, which is written as \n. */
const escaped = (text: string): string =>
	text
		.replace(/\r\n?/g, '\n')
		.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
		.replace(/[\\;,]/g, '\\$&')
		.replaceAll('\n', '\\n');

/** An address holds none of the characters that would end it. */
const address = (url: string): string => encodeURI(url).replace(/%25/g, '%');

/** Lines of at most 75 octets; a character is never split. */
function folded(line: string): string {
	const lines: string[] = [];
	let current = '';
	let octets = 0;
	for (const character of line) {
		const size = Buffer.byteLength(character);
		if (octets + size > 75) {
			lines.push(current);
			current = ' ';
			octets = 1;
		}
		current += character;
		octets += size;
	}
	return [...lines, current].join('\r\n');
}
