import { expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
import { entry, messagesOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { baselineTarget } from './baseline-target.ts';

const with_ = (more: Partial<Pattern['metrics'][number]>) =>
	minimal.patterns().metrics.map((use) => ({ ...use, ...more }));
const check = (pattern: Partial<Pattern>) =>
	messagesOf(
		baselineTarget,
		entry('patterns', 'summary', pattern),
		entry('metrics', 'business-impact', { dimension: 'business-impact' }),
		entry('metrics', 'quality', { dimension: 'quality' }),
	);

test('a pilot may still be looking for its baseline', async () => {
	expect(await check({})).toEqual([]);
});

test('from early production business impact has a baseline and an owner, other metrics need none', async () => {
	expect(await check({ stage: 'early-production' })).toEqual([
		'"business-impact" has no baseline, although the pattern is at early production.',
		'"business-impact" has no owner, although the pattern is at early production.',
	]);
});

test('a baseline of zero is a baseline', async () => {
	const metrics = with_({ baseline: 0, owner: 'Head of Office' });
	expect(await check({ stage: 'scaled-rollout', metrics })).toEqual([]);
});
