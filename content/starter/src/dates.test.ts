import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayGivenBy, withWeekday } from './dates.ts';

/** A Tuesday. */
const MEETING = '2026-11-17';

for (const [words, day] of [
	['today', '2026-11-17'],
	['tomorrow', '2026-11-18'],
	['by Friday', '2026-11-20'],
	['on this Friday.', '2026-11-20'],
	['until monday', '2026-11-23'],
	['Tuesday', '2026-11-24'],
	['until 27 November', '2026-11-27'],
	['by the 27th of November', '2026-11-27'],
	['November 27', '2026-11-27'],
	['on Friday, 27 November', '2026-11-27'],
	['17 November', '2026-11-17'],
	['3 January', '2027-01-03'],
	['1 December 2027', '2027-12-01'],
	['2026-12-24', '2026-12-24'],
	['by Weds', '2026-11-18'],
	['Tues', '2026-11-24'],
	['by 27 Nov', '2026-11-27'],
	['Fri 27 Nov', '2026-11-27'],
] as const) {
	test(`output-validation: "${words}" is ${day}`, () => {
		assert.equal(dayGivenBy(words, MEETING), day);
	});
}

for (const words of [
	'',
	'soon',
	'next Friday',
	'next week',
	'Friday next week',
	'before Friday',
	'a week on Friday',
	'Friday or Monday',
	'every Friday',
	'until the end of January',
	'end of the month',
	'in January',
	'this month',
	'on the 27th',
	'31 November',
	'2026-02-30',
	'Monday, 27 November',
	'weekend of the 19th of December',
	'bis Freitag',
	'27/11',
]) {
	test(`output-validation: "${words}" leaves the day open`, () => {
		assert.equal(dayGivenBy(words, MEETING), undefined);
	});
}

test('output-validation: on a Friday, "Friday" is a week later', () => {
	assert.equal(dayGivenBy('by Friday', '2026-11-20'), '2026-11-27');
});

test('the prompt gets the day with its weekday', () => {
	assert.equal(withWeekday('2026-11-20'), '2026-11-20, Friday');
});
