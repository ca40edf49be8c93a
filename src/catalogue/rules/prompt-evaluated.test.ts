import { expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
import { entry, problemsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { promptEvaluated } from './prompt-evaluated.ts';

type Run = NonNullable<Pattern['evaluation']['lastRun']>;

const { evaluation } = minimal.patterns();
const run: Run = {
	date: '2026-11-10',
	model: 'small',
	modelVersion: '2026-10-01',
	passed: 96,
	total: 100,
	results: evaluation.limits.map(({ dimension }) => ({ dimension, value: 95 })),
};

async function found(lastRun: Run | undefined, status: Pattern['status'] = 'approved', moved = '') {
	const one = { ...evaluation, ...(lastRun && { lastRun }) };
	const change = { version: '1.1.0', impact: 'minor' as const, summary: 'A newer version.' };
	const model = entry('models', 'small', {
		pinnedVersion: moved ? '2026-11-01' : '2026-10-01',
		...(moved && { changes: [{ ...change, date: moved }] }),
	});
	const pattern = entry('patterns', 'summary', { status, evaluation: one });
	return (await problemsOf(promptEvaluated, pattern, model)).map(
		({ severity, message }) => `${severity ?? 'error'}: ${message}`,
	);
}

test('an approved pattern has a run, a proposed one may be without', async () => {
	expect(await found(undefined)).toEqual([
		'error: status is "approved", and no run of the evaluation is recorded.',
	]);
	expect(await found(undefined, 'proposed')).toEqual([]);
	expect(await found(run)).toEqual([]);
});

test('a result outside its limit fails, and so does one that is missing', async () => {
	const [first, ...rest] = run.results;
	const low = { dimension: first?.dimension ?? 'factuality', value: 80 };
	expect(await found({ ...run, results: [low, ...rest] })).toEqual([
		'error: the last run fails its limit for factuality: 80.',
	]);
	expect(await found({ ...run, results: rest })).toEqual([
		'error: the last run has no result for factuality.',
	]);
});

test('a run on a version that was replaced warns for fourteen days, then fails', async () => {
	const message = 'the last run was on 2026-10-01, and "small" points to 2026-11-01.';
	expect(await found(run, 'approved', '2026-11-08')).toEqual([`warning: ${message}`]);
	expect(await found(run, 'approved', '2026-11-07')).toEqual([`error: ${message}`]);
});
