import { expect, test } from 'vitest';
import { metricDimension } from '#schemas/vocabularies.ts';
import { entry, problemsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { fiveDimensions } from './five-dimensions.ts';

const all = metricDimension.values.map((dimension) => entry('metrics', dimension, { dimension }));
const without = (id: string) =>
	entry('patterns', 'summary', {
		metrics: minimal.patterns().metrics.filter(({ metric }) => metric !== id),
	});

test('a metric in each dimension and the core metrics are enough', async () => {
	expect(await problemsOf(fiveDimensions, entry('patterns'), ...all)).toEqual([]);
});

test('a dimension without a metric is named, with the metrics to choose from', async () => {
	const another = entry('metrics', 'hours', { dimension: 'business-impact' });
	expect(
		await problemsOf(fiveDimensions, without('business-impact'), ...all, another),
	).toMatchObject([
		{
			path: ['metrics'],
			message: 'no metric measures business impact.',
			fix: 'Add one of: business-impact, hours.',
		},
	]);
});

test('a core metric is never left out', async () => {
	const [first] = await problemsOf(fiveDimensions, without('adoption'), ...all);
	expect(first?.message).toBe('the core metric "adoption" is missing.');
});

test('while a metric is rejected, no dimension is called missing', async () => {
	expect(await problemsOf(fiveDimensions, entry('patterns'), ...all.slice(1))).toEqual([]);
});
