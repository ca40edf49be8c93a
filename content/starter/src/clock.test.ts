import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDay } from './clock.ts';

test('a day must exist in the calendar', () => {
	for (const day of ['2026-11-20', '2028-02-29']) assert.ok(isDay(day), day);
	for (const day of ['2026-02-30', '2026-13-01', '2026-1-1', '20.11.2026', '', '2026-11-20 ']) {
		assert.ok(!isDay(day), day);
	}
});
