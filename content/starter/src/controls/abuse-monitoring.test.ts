import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../clock.ts';
import { openAbuseWatch } from './abuse-monitoring.ts';

const policy = {
	tell: 'security',
	rules: [
		{ by: 'sender' as const, held: 3, withinMinutes: 60 },
		{ by: 'all' as const, held: 4, withinMinutes: 10 },
	],
};

test('abuse-monitoring: the third held text of one sender tells security, with the traces', () => {
	const watch = openAbuseWatch(policy, fixedClock('2026-11-20T09:00:00Z'));
	assert.deepEqual(watch.held('a', 't1'), []);
	assert.deepEqual(watch.held('a', 't2'), []);
	const alerts = watch.held('a', 't3');
	assert.deepEqual(
		alerts.map(({ tell, traces }) => [tell, traces]),
		[['security', ['t1', 't2', 't3']]],
	);
	assert.deepEqual(
		watch.held('b', 't4').map(({ says }) => says),
		['4 held texts of all senders within 10 minutes.'],
	);
});

test('abuse-monitoring: texts outside the time do not count', () => {
	const clock = fixedClock('2026-11-20T09:00:00Z');
	const watch = openAbuseWatch(policy, clock);
	watch.held('a', 't1');
	watch.held('a', 't2');
	clock.move(60);
	assert.deepEqual(watch.held('a', 't3'), []);
});
