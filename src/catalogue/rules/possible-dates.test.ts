import { expect, test } from 'vitest';
import { entry, messagesOf } from '#tests/support/build.ts';
import { about, drill, measurement, recordFile, spend } from '#tests/support/records.ts';
import { possibleDates } from './possible-dates.ts';

const pattern = entry('patterns');
const here = about(pattern);
const messages = (...records: Parameters<typeof recordFile>[1]) =>
	messagesOf(possibleDates, recordFile(pattern, records));

test('a month that has not begun has no value and no costs', async () => {
	expect(
		await messages(measurement(here, { period: '2027-03' }), spend(here, { period: '2099-01' })),
	).toEqual([
		'period is 2027-03-01, which is in the future.',
		'period is 2099-01-01, which is in the future.',
	]);
});

test('the month of today has one', async () =>
	expect(await messages(measurement(here, { period: '2026-11' }))).toEqual([]));

test('a drill and a moment of an incident have been', async () => {
	expect(await messages(drill(here, { on: '2031-05-01' }))).toHaveLength(2);
	const incident = entry('incidents');
	const started = { ...incident.data.started, at: '2031-05-01T10:00Z' };
	expect(await messagesOf(possibleDates, entry('incidents', incident.id, { started }))).toEqual([
		'at is 2031-05-01, which is in the future.',
	]);
});

test('a plan is due in this lifetime', async () => {
	const { plans } = entry('use-cases', 'desk', {
		plans: [{ control: 'logging', next: 'Turn it on.', who: 'Office', by: '2199-01-01' }],
	}).data;
	expect(await messagesOf(possibleDates, entry('use-cases', 'desk', { plans }))).toEqual([
		'the day 2199-01-01 is more than 20 years ahead.',
	]);
});
