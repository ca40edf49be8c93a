import { expect, test } from 'vitest';
import { entry, problemsOf } from '#tests/support/build.ts';
import { modelRetirement } from './model-retirement.ts';

const found = async (retires: string, status: 'proposed' | 'withdrawn' = 'proposed') =>
	(
		await problemsOf(
			modelRetirement,
			entry('patterns', 'summary', { status }),
			entry('models', 'small', { retires, fallback: 'other' }),
		)
	).map(({ severity, message }) => `${severity}: ${message}`);

test('a model with more days left than the warning is fine', async () => {
	expect(await found('2027-02-21')).toEqual([]);
});

test('within the days of the policy it warns', async () => {
	expect(await found('2027-02-20')).toEqual([
		'warning: the model "small" stops answering on 2027-02-20, in 90 days.',
	]);
	expect(await found('2026-11-22')).toEqual([
		'warning: the model "small" stops answering on 2026-11-22, in 0 days.',
	]);
});

test('after its last day it still warns, and fails once the days of the policy are over', async () => {
	expect(await found('2026-11-08')).toEqual([
		'warning: the model "small" stopped answering on 2026-11-08.',
	]);
	expect(await found('2026-11-07')).toEqual([
		'error: the model "small" stopped answering on 2026-11-07.',
	]);
});

test('a withdrawn pattern runs on no model', async () => {
	expect(await found('2026-11-21', 'withdrawn')).toEqual([]);
});

test('the way out is the fallback of the model', async () => {
	const model = entry('models', 'small', { retires: '2026-11-01', fallback: 'other' });
	const [problem] = await problemsOf(modelRetirement, entry('patterns'), model);
	expect(problem).toMatchObject({ path: ['models', 0] });
	expect(problem?.fix).toMatch(/^Move to "other"/);
});
