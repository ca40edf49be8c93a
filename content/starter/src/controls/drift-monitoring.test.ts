import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDrift, sharesOf } from './drift-monitoring.ts';

const frozen = { share: { billing: 30, access: 70 }, corrected: { billing: 5 } };
const policy = { risePoints: 3, shareMoves: 0.33, frozen };

test('drift-monitoring: a week like the frozen ones opens no review', () => {
	assert.deepEqual(findDrift(frozen, policy), []);
});

test('drift-monitoring: corrections that rise, shares that move and new kinds open a review', () => {
	const live = { share: { billing: 20, access: 70, other: 10 }, corrected: { billing: 8 } };
	assert.deepEqual(findDrift(live, policy), [
		'billing: 8% corrected, 5% when frozen.',
		'billing: 20% of all, 30% when frozen.',
		'other: 10% of all, 0% when frozen.',
	]);
});

test('drift-monitoring: without frozen weeks it says so', () => {
	assert.match(findDrift(frozen, { ...policy, frozen: undefined }).join(), /No weeks are frozen/);
});

test('drift-monitoring: shares are counted in per cent', () => {
	assert.deepEqual(sharesOf(['a', 'b', 'a', 'a']), { a: 75, b: 25 });
});
