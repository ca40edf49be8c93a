import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsBetween, moved, TOLD_ON, toldDay, withToldDay } from './told.ts';

const day = fc
	.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const months = fc.integer({ min: 0, max: 60 });

describe('days of the example that move', () => {
	test('stay in order', () => {
		fc.assert(
			fc.property(day, day, months, (one, other, by) => {
				const [first = '', second = ''] = [one, other].sort();
				expect(moved(first, by) <= moved(second, by)).toBe(true);
			}),
		);
	});

	test('are in the past if they were', () => {
		const later = fc
			.date({ min: new Date('2026-11-30'), max: new Date('2031-12-31'), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		fc.assert(
			fc.property(day, later, (one, now) => {
				fc.pre(one <= TOLD_ON);
				expect(moved(one, monthsBetween(TOLD_ON, now)) <= now).toBe(true);
			}),
		);
	});

	test('move in texts and months too, and what only looks like a day stays', () => {
		const text = [
			'at: 2026-11-24T16:20Z',
			'date: "2026-11-24"',
			'period: 2026-12',
			'source: Pipeline, run 1801 of 2026-08-21',
			'what: Drill report of 31 August 2026',
			'pin: general-chat-2026-09-15',
			'number: INC-2026-002',
		].join('\n');
		expect(moved(text, 1).split('\n')).toEqual([
			'at: 2026-12-24T16:20Z',
			'date: "2026-12-24"',
			'period: 2027-01',
			'source: Pipeline, run 1801 of 2026-09-21',
			'what: Drill report of 30 September 2026',
			'pin: general-chat-2026-09-15',
			'number: INC-2026-002',
		]);
	});
});

test('a text keeps the last day as of which it is told', () => {
	const text = withToldDay(withToldDay('title: Less reading\n', '2026-12-30'), '2027-01-30');
	expect(text).toBe('# Told as of 2027-01-30.\ntitle: Less reading\n');
	expect(toldDay([text])).toBe('2027-01-30');
	expect(toldDay(['title: Less reading\n'])).toBe(TOLD_ON);
});
