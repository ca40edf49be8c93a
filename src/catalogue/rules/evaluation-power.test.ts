import { expect, test } from 'vitest';
import { entry, problemsOf } from '#tests/support/build.ts';
import { evaluationPower } from './evaluation-power.ts';

const limit = { atMost: 4 };
const problems = async (over: Parameters<typeof entry<'patterns'>>[2]) =>
	(await problemsOf(evaluationPower, entry('patterns', 'summary', over))).map(
		({ path, message, fix }) => [path?.join('.'), message, fix],
	);
const minimal = entry('patterns').data;
const withAlarm = (cases: number) => {
	const [first, ...rest] = minimal.metrics;
	return { metrics: first ? [{ ...first, alarm: { limit, cases, periods: 1 } }, ...rest] : [] };
};
const withGate = (cases: number, periods: number) => ({
	rollout: [
		{
			stage: 'pilot' as const,
			exit: ['Four weeks are good.'],
			gate: [{ metric: 'adoption', limit, cases, periods }],
		},
	],
});

test('an alarm on too few cases says what it would do, and how many cases would do', async () => {
	const [first] = await problems(withAlarm(70));
	expect(first?.[0]).toBe('metrics.0.alarm');
	expect(first?.[1]).toMatch(
		/^the alarm for \S+ on 70 cases: a true 6% raises it 80% of the time, and a true 1\.3% raises it one time in \S+\.$/,
	);
	expect(first?.[2]).toMatch(/ cases in each period would be enough\./);
});

test('a gate over weeks that a bad pattern passes by chance is named, with its stage', async () => {
	const [first] = await problems(withGate(30, 1));
	expect(first?.[0]).toBe('rollout.0.gate.0');
	expect(first?.[1]).toMatch(
		/^the gate for adoption after pilot, 1 period of 30 cases: a true 6% passes/,
	);
});

test('a limit in per cent that does not say its cases is named', async () => {
	const limits = minimal.evaluation.limits.map(({ cases: _, ...rest }) => rest);
	const found = await problems({ evaluation: { ...minimal.evaluation, limits } });
	expect(found.map(([path]) => path)).toEqual(limits.map((_, at) => `evaluation.limits.${at}`));
	const scores = limits.map((one) => ({ ...one, unit: 'score' }));
	expect(await problems({ evaluation: { ...minimal.evaluation, limits: scores } })).toEqual([]);
});

test('enough cases are not named', async () => {
	expect(await problems(withAlarm(2000))).toEqual([]);
	expect(await problems(withGate(2000, 2))).toEqual([]);
});
