import { expect, test } from 'vitest';
import type { UseCase } from '#schemas/use-case.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { about, measurement, recordFile } from '#tests/support/records.ts';
import { USED_BY_COLUMNS, usedBy } from './used-by.ts';

const pattern = entry('patterns');
const useCase = (id: string, data: Partial<UseCase> = {}) =>
	entry('use-cases', id, { title: id, ...data });
const seen = (...entries: ReturnType<typeof useCase>[]) =>
	usedBy(
		pattern,
		catalogueOf(
			pattern,
			entry('metrics', 'cycle', { title: 'Cycle time', symbol: 'h' }),
			...entries,
		),
	);

test('a pattern nobody uses says so', () => {
	expect(seen()).toEqual({
		total: 0,
		live: 0,
		answer: 'No use cases yet.',
		rows: [],
		rest: [],
	});
});

test('use cases of other patterns are not counted', () => {
	expect(seen(useCase('Desk', { pattern: 'other' })).total).toBe(0);
});

test('live ones come first; a retired one is not live', () => {
	const old = useCase('A desk', { liveSince: '2025-01-01', state: 'retired' });
	const { rows, answer } = seen(
		old,
		useCase('B desk'),
		useCase('C desk', { state: 'live', liveSince: '2026-11-02' }),
	);
	expect(rows.map(({ title }) => title)).toEqual(['C desk', 'A desk', 'B desk']);
	expect(answer).toBe('3 use cases, 1 of them live.');
});

test('a row holds the facts in the order of the columns', () => {
	const desk = useCase('desk', {
		state: 'live',
		liveSince: '2026-11-02',
		variations: [{ what: 'Its own picklists.', why: 'The desk has other queues.' }],
		measures: [
			{
				metric: 'cycle',
				headline: true,
				target: { atMost: 4 },
				owner: 'Office',
				source: 'Traces',
			},
		],
	});
	const cycle = entry('metrics', 'cycle', { title: 'Cycle time', symbol: 'h' });
	const value = measurement(about(desk, cycle), { metric: 'cycle', value: 4, on: '2026-11-15' });
	const records = recordFile(desk, [value]);
	const [row] = usedBy(pattern, catalogueOf(pattern, cycle, desk, records)).rows;
	expect(row).toMatchObject({ title: 'desk', path: '/use-cases/desk/' });
	expect(row?.facts).toEqual([
		{ text: '', status: 'proposed' },
		{ text: '', tier: 'low' },
		{ text: 'Office' },
		{ text: 'Pilot', sub: 'Went live 2 Nov 2026' },
		{ text: 'Internal' },
		{ text: 'Its own picklists.' },
		{ text: 'Cycle time: 4 h', sub: '15 Nov 2026' },
	]);
	expect(row?.facts.length).toBe(USED_BY_COLUMNS.length - 1);
});

test('what is not known is said', () => {
	expect(seen(useCase('desk')).rows[0]?.facts.slice(-2)).toEqual([
		{ text: 'Nothing', faint: true },
		{ text: 'Not yet measured', faint: true },
	]);
});

test('beyond the first thirty only names are listed', () => {
	const many = Array.from({ length: 31 }, (_, at) =>
		useCase(`desk-${String(at).padStart(2, '0')}`),
	);
	const { rows, rest, total } = seen(...many);
	expect([total, rows.length, rest]).toEqual([
		31,
		30,
		[{ title: 'desk-30', path: '/use-cases/desk-30/' }],
	]);
});
