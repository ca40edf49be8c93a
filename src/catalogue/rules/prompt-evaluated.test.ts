import { describe, expect, test } from 'vitest';
import { entry, problemsOf } from '#tests/support/build.ts';
import { about, evaluation, recordFile } from '#tests/support/records.ts';
import { promptEvaluated } from './prompt-evaluated.ts';

const pattern = entry('patterns', 'summary', { status: 'approved' });
const ask = entry('prompts');
const here = about(pattern, ask);
const small = (moved?: string) =>
	entry('models', 'small', {
		pinnedVersion: moved ? '2026-11-01' : '2026-10-01',
		...(moved && {
			changes: [
				{ version: '1.1.0', date: moved, impact: 'minor' as const, summary: 'A newer version.' },
			],
		}),
	});

type Runs = Parameters<typeof recordFile>[1];

async function found(runs: Runs, { one = pattern, prompt = ask, model = small() } = {}) {
	const files = runs.length > 0 ? [recordFile(pattern, runs)] : [];
	return (await problemsOf(promptEvaluated, one, prompt, model, ...files)).map(
		({ severity, message }) => `${severity ?? 'error'}: ${message}`,
	);
}

test('an approved pattern has a run, a proposed one can be without', async () => {
	expect(await found([])).toEqual(['error: status is "approved", but it has not been evaluated.']);
	expect(await found([], { one: entry('patterns') })).toEqual([]);
	expect(await found([evaluation(here)])).toEqual([]);
});

describe('a limit', () => {
	const only = (k: number, n: number) =>
		evaluation(here, {
			counts: (['factuality', 'relevance', 'safety', 'tone', 'task-success'] as const).map(
				(dimension, at) => (at === 0 ? { dimension, k, n } : { dimension, k: 480, n: 500 }),
			),
		});

	test('that is missed is an error', async () => {
		expect(await found([only(400, 500)])).toEqual([
			'error: run 1 misses the limit for factuality: 80.0 (76.3 to 83.3).',
		]);
	});

	test('that the cases cannot decide is said, without stopping the release', async () => {
		expect(await found([only(46, 50)])).toEqual([
			'warning: run 1 does not resolve the limit for factuality: 92.0 (81.2 to 96.8).',
		]);
	});

	test('without a count is an error', async () => {
		const counts = (['relevance', 'safety', 'tone', 'task-success'] as const).map((dimension) => ({
			dimension,
			k: 480,
			n: 500,
		}));
		expect(await found([evaluation(here, { counts })])).toEqual([
			'error: run 1 has no count for factuality.',
		]);
	});
});

describe('a run counts for exactly what it was on', () => {
	test('a model version that was replaced warns for fourteen days, then fails', async () => {
		const message = 'run 1 of 2026-11-10 does not count: model "small" has changed since.';
		const run = [evaluation(here)];
		expect(await found(run, { model: small('2026-11-08') })).toEqual([`warning: ${message}`]);
		expect(await found(run, { model: small('2026-11-07') })).toEqual([`error: ${message}`]);
	});

	test('a changed byte of a prompt is an error at once', async () => {
		const prompt = { ...ask, source: `${ask.source} ` };
		expect(await found([evaluation(here)], { prompt })).toEqual([
			'error: run 1 of 2026-11-10 does not count: prompt "ask" has changed since.',
		]);
	});

	test('a newer run that fails is not hidden by an older one that passed', async () => {
		const newer = evaluation(here, { run: 2 }, { k: 400, n: 500 });
		expect(await found([evaluation(here), newer])).toHaveLength(5);
	});
});
