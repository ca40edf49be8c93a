import { expect, test } from 'vitest';
import { entry, problemsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { telemetryMinimum } from './telemetry-minimum.ts';

const { telemetry } = minimal.policy();
const without = telemetry.signals.filter(({ subject }) => subject !== 'escalation');
const check = (more: Partial<typeof telemetry>) =>
	problemsOf(telemetryMinimum, entry('policy', 'policy', { telemetry: { ...telemetry, ...more } }));

test('a contract that records every mandatory subject is fine', async () => {
	expect(await check({})).toEqual([]);
});

test('a mandatory subject without a signal is reported if it is required', async () => {
	expect(await check({ signals: without })).toMatchObject([
		{ path: ['telemetry', 'mandatory', 7], message: 'no signal records escalation.' },
	]);
});

test('which subjects are mandatory is for the policy to say', async () => {
	expect(await check({ signals: without, mandatory: ['prompt', 'latency'] })).toEqual([]);
});
