import { describe, expect, test } from 'vitest';
import type { UseCase } from '#schemas/use-case.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { about, measurement, recordFile } from '#tests/support/records.ts';
import type { Unnamed } from './id.ts';
import { headlineOf, measureVerdict, seriesOf } from './measures.ts';

const missed = entry('metrics', 'missed', { direction: 'lower', unit: '% of files' });
const live: Partial<UseCase> = {
	state: 'live',
	liveSince: '2026-03-02',
	measures: [
		{ metric: 'missed', headline: true, target: { atMost: 4 }, owner: 'Office', source: 'Traces' },
	],
};
const value = (over: Parameters<typeof measurement>[1] = {}) =>
	measurement(about(entry('use-cases', 'desk', live), missed), { metric: 'missed', ...over });

function seen(records: readonly Unnamed[], data: Partial<UseCase> = {}, metric = missed) {
	const useCase = entry('use-cases', 'desk', { ...live, ...data });
	const files = records.length > 0 ? [recordFile(useCase, records)] : [];
	const catalogue = catalogueOf(useCase, metric, ...files);
	const measure = headlineOf(useCase);
	return {
		verdict: measureVerdict(useCase, measure, catalogue),
		series: seriesOf(useCase, measure, catalogue),
	};
}

describe('a measure is', () => {
	test.each<[string, Unnamed[], Partial<UseCase>]>([
		['on-target', [value({ value: 3 })], {}],
		['off-target', [value({ value: 5 })], {}],
		['not-resolved', [value({ value: 4.5, k: 14, n: 312 })], {}],
		['off-target', [value({ value: 8, k: 400, n: 5000 })], {}],
		['not-measured', [], {}],
		['not-measured', [value({ value: 3, period: '2026-03' })], {}],
		['not-measured', [value({ value: null, why: 'The export failed.' })], {}],
		['too-early', [], { liveSince: '2026-11-02' }],
		['too-early', [], { state: 'pilot', liveSince: undefined }],
	])('%s', (verdict, records, data) => expect(seen(records, data).verdict).toBe(verdict));

	test('compared with a baseline where its target is a share of it', () => {
		const measures: UseCase['measures'] = [
			{
				metric: 'missed',
				headline: true,
				target: { improveBy: 20 },
				owner: 'Office',
				source: 'Traces',
			},
		];
		const before = value({ value: 10, baseline: true, period: '2026-02' });
		expect(seen([before, value({ value: 7.9 })], { measures }).verdict).toBe('on-target');
		expect(seen([before, value({ value: 8.1 })], { measures }).verdict).toBe('off-target');
		expect(seen([value({ value: 7.9 })], { measures }).verdict).toBe('not-measured');
	});
});

describe('a series', () => {
	test('has eight months, also those without a value', () => {
		const { periods } = seen([value({ value: 3 })]).series;
		expect(periods.map(({ period }) => period)).toEqual(
			['03', '04', '05', '06', '07', '08', '09', '10'].map((month) => `2026-${month}`),
		);
	});

	test('leaves out values by another formula', () => {
		const changed = entry('metrics', 'missed', {
			...missed.data,
			formula: 'Another way to count it.',
		});
		expect(seen([value({ value: 3 })], {}, changed).series.latest).toBeUndefined();
	});
});
