import { expect, test } from 'vitest';
import type { Policy } from '#schemas/policy.ts';
import { entry, problemsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { tierControls } from './tier-controls.ts';

const problems = (policy: Partial<Policy>, untrustedInput = false) => {
	const exposure = { ...minimal.patterns().exposure, untrustedInput };
	const pattern = entry('patterns', 'summary', { exposure });
	return problemsOf(tierControls, pattern, entry('policy', 'policy', policy));
};
const filter = {
	when: { untrustedInput: true },
	because: 'Text from outside reaches a prompt.',
	controls: ['filter'],
};

test('a pattern carries the baseline of its tier', async () => {
	expect(
		await problems({ baselines: { low: ['logging', 'access'], medium: [], high: [] } }),
	).toMatchObject([
		{
			path: ['controls'],
			message: 'the control "access" is required and missing.',
			fix: 'Add it to `controls` with how it is met, where, and its evidence. The baseline of low tier includes it; this pattern is low.',
		},
	]);
});

test('baselines of higher tiers ask nothing of a low pattern', async () => {
	expect(
		await problems({ baselines: { low: ['logging'], medium: ['gate'], high: ['audit'] } }),
	).toEqual([]);
});

test('a condition that holds adds its controls with its reason', async () => {
	const [problem] = await problems({ conditions: [filter] }, true);
	expect(problem?.message).toBe('the control "filter" is required and missing.');
	expect(problem?.fix).toMatch(/Text from outside reaches a prompt\.$/);
});

test('a condition that does not hold adds nothing', async () => {
	expect(await problems({ conditions: [filter] })).toEqual([]);
});
