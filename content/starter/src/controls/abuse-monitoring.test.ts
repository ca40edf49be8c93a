import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../clock.ts';
import { findGrowth, openAbuseWatch } from './abuse-monitoring.ts';

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

test('abuse-monitoring: a kind that grows by half in a day is named, a small or steady one is not', () => {
	const before = { a: 20, b: 20, c: 1 };
	const today = { a: 30, b: 29, c: 9, d: 10 };
	assert.deepEqual(findGrowth(before, today, { part: 0.5, from: 10 }), [
		'a: 30 items today, 20 the day before.',
		'd: 10 items today, 0 the day before.',
	]);
	assert.deepEqual(findGrowth(before, today, undefined), []);
});

test('abuse-monitoring: one more act than allowed by one person tells security', () => {
	const acts = [{ word: 'accepted', most: 2, withinMinutes: 60 }];
	const clock = fixedClock('2026-11-20T09:00:00Z');
	const watch = openAbuseWatch({ ...policy, acts }, clock);
	const told = (person: string) => watch.acted('accepted', person, 't').length;
	assert.deepEqual(
		[told('a'), told('b'), told('a'), watch.acted('edited', 'a', 't').length],
		[0, 0, 0, 0],
	);
	assert.equal(told('a'), 1);
	clock.move(60);
	assert.equal(told('a'), 0);
});

test('abuse-monitoring: words of the prompt in an answer tell security', () => {
	const watch = openAbuseWatch(
		{ ...policy, canaries: ['You copy fields'] },
		fixedClock('2026-11-20'),
	);
	assert.deepEqual(watch.answered('The fields.', 't1'), []);
	assert.deepEqual(
		watch.answered('My rules: You copy fields out.', 't2').map(({ traces }) => traces),
		[['t2']],
	);
});
