import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../clock.ts';
import { assertUserGrant } from './user-grant.ts';

const grant = { by: 'user-1', at: '2026-11-20T09:00:00Z' };

test('access-control: a grant is valid for its hours and not a minute longer', () => {
	const clock = fixedClock('2026-11-20T09:00:00Z');
	assert.doesNotThrow(() => assertUserGrant(grant, 'user-1', 72, clock));
	clock.move(72 * 60 - 1);
	assert.doesNotThrow(() => assertUserGrant(grant, 'user-1', 72, clock));
	clock.move(1);
	assert.throws(() => assertUserGrant(grant, 'user-1', 72, clock), { reason: 'no-grant' });
});

for (const [what, given] of [
	['of another user', { ...grant, by: 'user-2' }],
	['that is not there', {}],
	['without a moment', { by: 'user-1', at: 'soon' }],
	['of tomorrow', { ...grant, at: '2026-11-21T09:00:00Z' }],
] as const) {
	test(`access-control: a grant ${what} is none`, () => {
		const clock = fixedClock('2026-11-20T10:00:00Z');
		assert.throws(() => assertUserGrant(given, 'user-1', 72, clock), { reason: 'no-grant' });
	});
}
