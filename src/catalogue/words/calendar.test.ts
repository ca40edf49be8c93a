import { expect, test } from 'vitest';
import { addMonths, daysBetween } from './calendar.ts';

test('days are counted over the ends of months and years, both ways', () => {
	expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
	expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
	expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2);
});

test('a month that is too short ends the count on its last day', () => {
	expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
	expect(addMonths('2026-11-01', 12)).toBe('2027-11-01');
});
