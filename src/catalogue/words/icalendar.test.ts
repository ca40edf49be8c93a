import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type CalendarEvent, icalendarOf } from './icalendar.ts';

const event: CalendarEvent = {
	uid: 'one@host.example',
	day: '2026-12-03',
	summary: 'Sign it',
	description: 'Because.\nWho: Office',
	url: 'https://host.example/a/',
};
const calendar = (...events: readonly CalendarEvent[]) =>
	icalendarOf({
		name: 'Queue',
		about: 'What to do',
		url: 'https://host.example/',
		asOf: '2026-11-22',
		events,
	});
const read = (text: string) =>
	new ICAL.Component(ICAL.parse(text))
		.getAllSubcomponents('vevent')
		.map((one) => new ICAL.Event(one));

test('a day is a whole day, a meeting has times', () => {
	const [day, meeting] = read(
		calendar(event, { ...event, uid: 'two', from: '10:00', to: '11:30' }),
	);
	expect([day?.startDate.isDate, String(day?.startDate), String(day?.endDate)]).toEqual([
		true,
		'2026-12-03',
		'2026-12-04',
	]);
	expect([String(meeting?.startDate), String(meeting?.endDate)]).toEqual([
		'2026-12-03T10:00:00',
		'2026-12-03T11:30:00',
	]);
});

test('a calendar without events is still a calendar', () => {
	const parsed = new ICAL.Component(ICAL.parse(calendar()));
	expect(parsed.getAllSubcomponents().length).toBe(1);
	expect(read(calendar())).toEqual([]);
});

const hostile = fc.string({ unit: 'grapheme', maxLength: 200 });

test('whatever a text holds, a reader gets it back, and no line is too long', () => {
	fc.assert(
		fc.property(hostile, hostile, (summary, description) => {
			const text = calendar({ ...event, summary, description });
			const lines = text.split('\r\n');
			for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
			expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
			const [found] = read(text);
			const plain = (value: string) =>
				value
					.replace(/\r\n?/g, '\n')
					.replace(/[^\P{Cc}\n]/gu, (character) => (character > '\u007f' ? character : ' '));
			expect(found?.summary).toBe(plain(summary));
			expect(found?.description).toBe(plain(description));
		}),
	);
});

test.each([
	'END:VEVENT\nBEGIN:VALARM',
	'a\\nb',
	'x;y,z:"q"',
	'\u2028\u0007',
	' folded '.repeat(30),
])('text cannot end its line: %j', (summary) =>
	expect(read(calendar({ ...event, summary }))).toHaveLength(1),
);
