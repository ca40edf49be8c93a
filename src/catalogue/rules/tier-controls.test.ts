import { describe, expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
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
			message: 'the control "access" is required but missing.',
			fix: 'Add it to `controls` with how it is met, where, and its evidence. It can be waived until a date under `waivers`. The baseline of low tier includes it; this pattern is low.',
		},
	]);
});

test('a control that the policy lets nobody waive is not said to be waivable', async () => {
	const { waivers } = minimal.policy();
	const [problem] = await problems({
		baselines: { low: ['logging', 'access'], medium: [], high: [] },
		waivers: { ...waivers, neverControls: ['access'] },
	});
	expect(problem?.fix).toMatch(/^Add it .* and its evidence\. The baseline of low tier/);
});

test('baselines of higher tiers ask nothing of a low pattern', async () => {
	expect(
		await problems({ baselines: { low: ['logging'], medium: ['gate'], high: ['audit'] } }),
	).toEqual([]);
});

test('a condition that holds adds its controls with its reason', async () => {
	const [problem] = await problems({ conditions: [filter] }, true);
	expect(problem?.message).toBe('the control "filter" is required but missing.');
	expect(problem?.fix).toMatch(/Text from outside reaches a prompt\.$/);
});

test('a condition that does not hold adds nothing', async () => {
	expect(await problems({ conditions: [filter] })).toEqual([]);
});

describe('a control that is there', () => {
	const [logging] = minimal.patterns().controls;
	type Use = NonNullable<typeof logging>;
	const found = async (more: Partial<Use>, pattern: Partial<Pattern> = {}) => {
		const controls = logging ? [{ ...logging, ...more }] : [];
		const all = await problemsOf(
			tierControls,
			entry('patterns', 'summary', { controls, ...pattern }),
		);
		return all.map(({ control, message }) => `${control}: ${message}`);
	};
	test('says in which file it is codified, unless it is a runbook', async () => {
		expect(await found({})).toEqual([]);
		expect(await found({ file: undefined })).toEqual([
			'logging: the control "logging" does not say in which file it is codified.',
		]);
		expect(await found({ file: undefined, codifiedIn: 'runbook' })).toEqual([]);
	});
});

test('a control with a rule of its own is left to that rule', async () => {
	const policy = {
		baselines: { low: ['logging'], medium: [], high: ['override', 'audit'] },
		highTier: { controls: ['override'], gate: 'gate', actions: ['write' as const] },
	};
	const found = await problemsOf(
		tierControls,
		entry('patterns', 'summary', { tier: 'high' }),
		entry('policy', 'policy', policy),
	);
	expect(found.map(({ control }) => control)).toEqual(['audit']);
});
