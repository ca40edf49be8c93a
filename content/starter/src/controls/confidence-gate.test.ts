import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertConfident, readThreshold } from './confidence-gate.ts';

const sure = { confidence: 0.8, abstained: false, suspicious: false };

test('human-override: an answer at the threshold passes', () => {
	assert.doesNotThrow(() => assertConfident(sure, 0.8));
});

for (const [change, reason] of [
	[{ confidence: 0.79 }, 'low-confidence'],
	[{ abstained: true, confidence: 1 }, 'abstained'],
	[{ suspicious: true, confidence: 1 }, 'suspicious'],
] as const) {
	test(`human-override: ${JSON.stringify(change)} goes to a person`, () => {
		assert.throws(() => assertConfident({ ...sure, ...change }, 0.8), { reason });
	});
}

test('human-override: the threshold can be raised but not lowered', () => {
	assert.equal(readThreshold({ confidence: 0.9 }, 0.8), 0.9);
	assert.throws(() => readThreshold({ confidence: 0.79 }, 0.8), /needs a new approval/);
	assert.throws(() => readThreshold({ confidence: 80 }, 0.8), /not between 0.8 and 1/);
});
