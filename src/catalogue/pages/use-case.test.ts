import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { about, measurement, recordFile } from '#tests/support/records.ts';
import { connectorLinks, measureRows } from './use-case.ts';

const common = { owner: 'Office', source: 'Time sheets' };
const useCase = entry('use-cases', 'desk', {
	measures: [
		{ metric: 'speed', headline: true, target: { atMost: 4 }, ...common },
		{ metric: 'unknown', target: { atLeast: 90 }, ...common },
	],
});
const speed = entry('metrics', 'speed', { title: 'Speed', symbol: 'min', unit: 'Minutes' });
const here = about(useCase, speed);
const records = recordFile(useCase, [
	measurement(here, { metric: 'speed', period: '2026-08', value: 12, baseline: true }),
	measurement(here, { metric: 'speed', value: 5, on: '2026-11-20' }),
]);

test('a measure shows baseline, target and newest value in the unit of its metric', () => {
	expect(measureRows(useCase, catalogueOf(useCase, speed, records))[0]).toEqual({
		id: 'speed',
		title: 'Speed',
		path: '/metrics/speed/',
		sub: 'Minutes',
		facts: [{ text: '12 min' }, { text: '4 min or less' }, { text: '5 min', sub: '20 Nov 2026' }],
	});
});

test('a measure without values says so', () => {
	expect(measureRows(useCase, catalogueOf(useCase, speed))[1]?.facts).toEqual([
		{ text: 'Not recorded', faint: true },
		{ text: '90 or more' },
		{ text: 'Not yet measured', faint: true },
	]);
});

test('its connectors lead to their pages', () => {
	const gateway = entry('connectors', 'gateway', { title: 'Gateway' });
	expect(connectorLinks(useCase, catalogueOf(useCase, gateway))).toEqual([
		{ title: 'Gateway', path: '/connectors/gateway/' },
	]);
});
