import { expect, test } from 'vitest';
import { entry, messagesOf, problemsOf } from '#tests/support/build.ts';
import { about, measurement, recordFile } from '#tests/support/records.ts';
import { currencyNamed } from './currency-named.ts';
import { possibleNumbers } from './possible-numbers.ts';

const metric = entry('metrics', 'success', { unit: '% of tasks', direction: 'higher' });
const pattern = entry('patterns');
const here = about(pattern, metric);
const recorded = (over: Parameters<typeof measurement>[1]) =>
	messagesOf(
		possibleNumbers,
		metric,
		recordFile(pattern, [measurement(here, { metric: 'success', ...over })]),
	);

test('a measured value fits its unit', async () => {
	expect(await recorded({ value: 140 })).toEqual([
		'140 is more than 100, and the unit is "% of tasks".',
	]);
	expect(await recorded({ value: 92 })).toEqual([]);
});

test('a measured share is what its counts say', async () => {
	expect(await recorded({ value: 95, k: 12, n: 100 })).toEqual([
		'95 is not the share of 12 in 100, which is 12.',
	]);
	expect(await recorded({ value: 95, k: 120, n: 100 })).toEqual([
		'120 cases of 100 were counted, which is impossible.',
	]);
	expect(await recorded({ value: 94.9, k: 949, n: 1000 })).toEqual([]);
});

test('the target of an outcome can be missed and met', async () => {
	const over = { metric: 'success', baseline: 70, target: { atLeast: 300 } };
	expect(await messagesOf(possibleNumbers, metric, entry('outcomes', 'faster', over))).toEqual([
		'the limit "at least 300" cannot be met.',
	]);
});

test('a range starts with its smaller end', async () => {
	const effort = {
		people: 'A developer and a service lead.',
		weeks: { from: 10, to: 6 },
		data: 'Two hundred labelled cases.',
		start: 'Suggest labels in one queue.',
	};
	const problems = await problemsOf(possibleNumbers, entry('patterns', 'summary', { effort }));
	expect(problems.map(({ path, message }) => [path?.join('.'), message])).toContainEqual([
		'effort.weeks.from',
		'the range starts at 10 and ends at 6.',
	]);
});

test('a higher tier has no longer than a lower one', async () => {
	const policy = entry('policy', 'policy', { reviewMonths: { low: 3, medium: 6, high: 12 } });
	expect(await messagesOf(possibleNumbers, policy)).toEqual([
		'the medium tier has 6 and the low tier 3: a higher tier cannot have more time.',
		'the high tier has 12 and the medium tier 6: a higher tier cannot have more time.',
	]);
});

test('money names its currency, in a metric and in a release limit', async () => {
	const [limit, ...others] = pattern.data.evaluation.limits;
	if (!limit) throw new Error('The minimal pattern has no limit.');
	const evaluation = {
		...pattern.data.evaluation,
		limits: [{ ...limit, unit: 'cost per case' }, ...others],
	};
	expect(
		await messagesOf(
			currencyNamed,
			entry('metrics', 'cost', { unit: 'currency per task' }),
			entry('metrics', 'spend', { unit: 'cost per task', symbol: 'EUR' }),
			entry('patterns', 'summary', { evaluation }),
		),
	).toEqual([
		'the unit "currency per task" is money, but does not say which currency.',
		'the unit "cost per case" is money, but does not say which currency.',
	]);
});
