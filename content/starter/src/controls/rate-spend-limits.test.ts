import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../clock.ts';
import { openLimits } from './rate-spend-limits.ts';

const policy = {
	callsPerMinute: 2,
	timeoutSeconds: 1,
	day: { average: 5, factor: 2, tellAt: 0.5, pauseAt: 0.8 },
	cost: { input: 1000, output: 0 },
};
const opened = () => {
	const clock = fixedClock('2026-11-20T23:00:00Z');
	return { clock, limits: openLimits(policy, clock) };
};
const spend = (inputTokens: number) => ({ inputTokens, outputTokens: 0 });

test('rate-spend-limits: the third call of a minute is refused, the next minute has room', () => {
	const { clock, limits } = opened();
	limits.takeCall();
	limits.takeCall();
	assert.throws(() => limits.takeCall(), { reason: 'call-limit' });
	clock.move(1);
	assert.doesNotThrow(() => limits.takeCall());
});

test('rate-spend-limits: the owner is told once at half, work pauses at 80%, all stops at the limit', () => {
	const { limits } = opened();
	assert.deepEqual(limits.spend(spend(4)), []);
	assert.match(limits.spend(spend(1)).join(), /^50%/);
	assert.deepEqual(limits.spend(spend(1)), []);
	assert.equal(limits.isPaused(), false);
	assert.match(limits.spend(spend(2)).join(), /^80%/);
	assert.equal(limits.isPaused(), true);
	limits.takeCall();
	limits.spend(spend(2));
	assert.throws(() => limits.takeCall(), { reason: 'spend-limit' });
});

test('rate-spend-limits: a new day has a new budget', () => {
	const { clock, limits } = opened();
	limits.spend(spend(10));
	clock.move(61);
	assert.doesNotThrow(() => limits.takeCall());
	assert.equal(limits.isPaused(), false);
});
