import { expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { about, measurement, recordFile } from '#tests/support/records.ts';
import { targetWords } from '../words/target.ts';
import { metricsOf } from './pattern-metrics.ts';

const metric = entry('metrics', 'time', {
	title: 'Handling time',
	dimension: 'business-impact',
	direction: 'lower',
	symbol: 'min',
});
function measured(use: Partial<Pattern['metrics'][number]>, value?: number) {
	const pattern = entry('patterns', 'summary', {
		metrics: [{ metric: 'time', target: { improveBy: 20 }, source: 'Time sheets', ...use }],
	});
	const records =
		value === undefined
			? []
			: [recordFile(pattern, [measurement(about(pattern, metric), { metric: 'time', value })])];
	const metrics = metricsOf(pattern, catalogueOf(pattern, metric, ...records));
	return { metrics, row: metrics.dimensions[0]?.rows[0] };
}

test('nothing is drawn while there is neither a baseline nor a value', () => {
	const { metrics, row } = measured({});
	expect(row).toMatchObject({ baseline: 'not taken', now: 'not measured', band: undefined });
	expect(metrics.answer).toBe(
		'1 metric in 1 dimension, no baseline taken yet, nothing measured yet.',
	);
});

test('a share of the baseline counts in the good direction of the metric', () => {
	const { row } = measured({ baseline: 10 }, 8.5);
	expect(row).toMatchObject({ state: 'off', band: { to: 8, baseline: 10, now: 8.5 } });
});

test('a value outside its target is named in the answer', () => {
	const { metrics } = measured({ target: { atMost: 5 } }, 6);
	expect(metrics.answer).toContain('Off target: handling time.');
});

test.each([
	[{ atLeast: 88 }, '%', '88% or more'],
	[{ atLeast: 100 }, '%', '100%'],
	[{ atMost: 3 }, 's', '3 s or less'],
	[{ atMost: 0.5 }, '/1,000', '0.5 per 1,000 or less'],
	[{ from: 8, to: 15 }, '%', '8 to 15%'],
	[{ improveBy: 10 }, '%', '10% better than the baseline'],
])('a target of %j in %s reads "%s"', (target, symbol, words) => {
	expect(targetWords(target, symbol)).toBe(words);
});
