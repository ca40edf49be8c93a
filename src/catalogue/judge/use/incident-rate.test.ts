import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { about, measurement, recordFile, spend } from '#tests/support/records.ts';
import { measureVerdict, seriesOf } from '../records/measures.ts';

const policy = minimal.policy();
const measured = { ...policy, incidents: { ...policy.incidents, metric: 'incident-rate' } };
const metric = entry('metrics', 'incident-rate', { dimension: 'risk', direction: 'lower' });
const measure = {
	metric: 'incident-rate',
	headline: true,
	target: { atMost: 1 },
	owner: 'Head of Office',
	source: 'Incidents of the catalogue',
} as const;
const use = entry('use-cases', 'office-summary', {
	state: 'live',
	liveSince: '2026-06-01',
	measures: [measure],
});
const tasks = (period: string, count: number) => spend(about(use), { period, tasks: count });
const at = (day: string) => ({ at: `${day}T09:00Z`, by: 'Trace store', what: 'It went wrong.' });
const incident = (id: string, day: string) =>
	entry('incidents', id, { use: use.id, started: at(day), noticed: at(day) });
const catalogueWith = (...records: Parameters<typeof recordFile>[1]) =>
	catalogueOf(
		entry('policy', 'policy', measured),
		metric,
		use,
		incident('one', '2026-10-03'),
		incident('two', '2026-10-30'),
		incident('before', '2026-08-30'),
		recordFile(use, records),
	);

test('incidents of a month, per 1,000 tasks that were recorded for it', () => {
	const catalogue = catalogueWith(tasks('2026-09', 500), tasks('2026-10', 1250));
	const { latest, periods } = seriesOf(use, measure, catalogue);
	expect([latest?.record.period, latest?.record.value]).toEqual(['2026-10', 1.6]);
	expect(periods.at(-2)?.measured?.record.value).toBe(0);
	// Tasks of August are not known, so neither is its rate.
	expect(periods.at(-3)?.measured).toBeUndefined();
	expect(measureVerdict(use, measure, catalogue)).toBe('off-target');
});

test('a value that somebody recorded wins', () => {
	const base = catalogueWith();
	const recorded = measurement(
		{ subject: use, catalogue: base },
		{ metric: 'incident-rate', period: '2026-10', value: 0.4 },
	);
	const catalogue = catalogueWith(tasks('2026-10', 1250), recorded);
	expect(seriesOf(use, measure, catalogue).latest?.record.value).toBe(0.4);
});
