import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../clock.ts';
import { openHeldItems, openOverrides } from './human-override.ts';

const clock = fixedClock('2026-11-20T09:00:00Z');
const policy = { who: 'any', reasonAsked: false, heldMinutes: 10, pageMinutes: 20, page: 'duty' };

test('human-override: an edited item is left alone, an accepted one is not', () => {
	const overrides = openOverrides(clock);
	const decision = { trace: 't', by: 'agent-7', before: { queue: 'a', n: 1 } };
	overrides.record({ ...decision, item: 'one', word: 'accepted', after: { queue: 'a', n: 1 } });
	assert.deepEqual(
		overrides.record({ ...decision, item: 'two', word: 'edited', after: { queue: 'b', n: 1 } }),
		['queue'],
	);
	assert.doesNotThrow(() => overrides.assertFree('one'));
	assert.throws(() => overrides.assertFree('two'), { reason: 'taken-by-person' });
});

test('human-override: a held item waits for a person and pages in time', () => {
	const held = openHeldItems(policy, clock);
	held.hold({ item: 'one', trace: 't', reason: 'low-confidence' });
	clock.move(9);
	assert.equal(held.overdue().length, 0);
	clock.move(1);
	assert.equal(held.overdue().length, 1);
	clock.move(9);
	assert.equal(held.toPage().length, 0);
	clock.move(1);
	assert.deepEqual(
		held.toPage().map(({ item }) => item),
		['one'],
	);
	assert.equal(held.take('one')?.reason, 'low-confidence');
	assert.equal(held.waiting().length, 0);
});
