import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UseCase } from '#schemas/use-case.ts';
import { queueKind } from '#schemas/vocabularies.ts';
import { catalogueOf, entry, TODAY } from '#tests/support/build.ts';
import { meetingOn, policyWithAgenda, waiver } from '#tests/support/queue.ts';
import {
	about,
	check,
	decision,
	evidence,
	measurement,
	recordFile,
} from '#tests/support/records.ts';
import { approvalEntry, council, councilOf, signer, sol, tess } from '#tests/support/signer.ts';
import type { Entry } from '../../model/catalogue.ts';
import { addDays } from '../../words/calendar.ts';
import { asOf } from '../records/kept.ts';
import { measureVerdict, valueDue } from '../records/measures.ts';
import { agendaOf, MOST_LINES } from './agenda.ts';
import { ofSeat, ofTeam, queueOf, spanOf } from './queue.ts';

const pattern = entry('patterns', 'summary', { status: 'draft' });
const logging = entry('controls', 'logging', {
	status: 'draft',
	evidence: [{ kind: 'log-config', what: 'Export.', from: 'low', inDateFor: 'a year' }],
});
const hours = entry('metrics', 'hours', { direction: 'higher' });
const measures: UseCase['measures'] = [
	{ metric: 'hours', headline: true, target: { atLeast: 100 }, owner: 'Office', source: 'Sheets' },
];
const production: Partial<UseCase> = {
	state: 'live',
	liveSince: '2026-03-02',
	stage: 'early-production',
	stages: [{ stage: 'early-production', entered: '2026-03-02' }],
	pilot: undefined,
	measures,
};
const use = (data: Partial<UseCase> = {}) => entry('use-cases', 'desk', { title: 'Desk', ...data });
const catalogue = (...entries: readonly Entry[]) =>
	catalogueOf(pattern, logging, hours, ...entries);
const idsOf = (...entries: readonly Entry[]) =>
	queueOf(catalogue(...entries)).map(({ id, due }) => [id, due]);

describe('the queue holds', () => {
	test('nothing where nobody has anything to do', () => {
		expect(queueOf(catalogueOf())).toEqual([]);
		expect(idsOf(use({ status: 'draft' }))).toEqual([]);
		expect(idsOf(use({ state: 'retired', status: 'proposed' }))).toEqual([]);
	});

	test('signatures that are missing, from the day of the version', () => {
		const proposed = entry('patterns', 'letters', {
			status: 'proposed',
			changes: [{ version: '1.0.0', date: '2026-11-10', impact: 'minor', summary: 'First.' }],
		});
		const [item] = queueOf(catalogueOf(proposed, council));
		expect(item).toMatchObject({
			id: 'signature/patterns/letters',
			due: '2026-11-24',
			seats: ['technology'],
		});
	});

	test('the end of a pilot, with its business owner and the seats that approve it', () => {
		const item = queueOf(catalogue(use())).find(({ kind }) => kind === 'pilot');
		expect(item).toMatchObject({ due: '2027-01-31', role: 'Head of Office', teams: ['office'] });
		expect(item?.seats).toEqual(['technology']);
	});

	test('a waiver until its last day, and not after it', () => {
		const ids = (expires: string) =>
			idsOf(use({ waivers: [waiver({ expires })] })).map(([id]) => id);
		expect(ids(TODAY)).toContain('waiver/use-cases/desk/logging');
		expect(ids(addDays(TODAY, -1))).not.toContain('waiver/use-cases/desk/logging');
	});

	test('evidence that lapses, once for each entry and on the first day', () => {
		const here = about(use(production), pattern, logging);
		const proof = (on: string) =>
			idsOf(use(production), recordFile(use(production), [evidence(here, { on })])).find(
				([id]) => id === 'proof/use-cases/desk',
			)?.[1];
		expect(proof('2025-12-01')).toBe('2026-12-01');
		expect(proof('2025-11-01')).toBe('2026-11-01');
		expect(proof('2026-11-01')).toBeUndefined();
	});

	test('a planned control instead of its evidence', () => {
		const plans = [{ control: 'logging', next: 'Build it', who: 'Office', by: '2026-12-04' }];
		const ids = idsOf(use({ ...production, plans }));
		expect(ids).toContainEqual(['control/use-cases/desk/logging', '2026-12-04']);
		expect(ids.map(([id]) => id)).not.toContain('control/use-cases/desk');
	});

	test('required controls for which nobody has planned a day', () => {
		const item = queueOf(catalogue(use(production))).find(({ kind }) => kind === 'control');
		expect(item).toMatchObject({ id: 'control/use-cases/desk', due: undefined });
	});

	test('actions and duties of an open incident until they are done', () => {
		const open = entry('incidents', 'hit', {
			use: 'desk',
			closed: undefined,
			actions: [
				{ what: 'Fix the form.', who: 'Office', by: '2026-12-01', done: '2026-11-20' },
				{ what: 'Add the case.', who: 'Office', by: '2026-12-02' },
			],
		});
		const actions = (incident: Entry) =>
			idsOf(use(), incident).filter(([id]) => String(id).includes('incidents'));
		expect(actions(open)).toEqual([['action/incidents/hit/2', '2026-12-02']]);
		const finished = open.data.actions.map((action) => ({ ...action, done: '2026-11-21' }));
		expect(actions({ ...open, data: { ...open.data, actions: finished } })).toEqual([
			['incident/incidents/hit', undefined],
		]);
	});

	test('a model that retires, for the pattern and for each use that calls it', () => {
		const model = entry('models', 'small', { retires: '2026-12-31', status: 'draft' });
		const own = entry('patterns', 'letters', { status: 'proposed', models: ['small'] });
		expect(idsOf(model, own, use({ pattern: 'letters' }))).toEqual(
			expect.arrayContaining([
				['model/patterns/letters/small', '2026-12-31'],
				['model/use-cases/desk', '2026-12-31'],
			]),
		);
	});

	test('a decision about a measure off target, until somebody has decided since its newest value', () => {
		const one = use({ ...production, liveSince: '2025-03-02' });
		const here = about(one, hours);
		const value = measurement(here, { metric: 'hours', value: 50, on: '2026-11-05' });
		const asks = (...on: string[]) => {
			const decisions = on.map((day) => decision(here, { about: 'measure', on: day }));
			return idsOf(one, recordFile(one, [value, ...decisions])).map(([id]) => id);
		};
		expect(asks()).toContain('target/use-cases/desk');
		expect(asks('2026-11-01')).toContain('target/use-cases/desk');
		expect(asks('2026-11-05')).not.toContain('target/use-cases/desk');
	});

	test('only reviews, waivers and incidents of a use that is paused', () => {
		const paused = use({ ...production, state: 'paused', waivers: [waiver()] });
		const kinds = new Set(queueOf(catalogue(paused, council)).map(({ kind }) => kind));
		expect([...kinds].sort()).toEqual(['signature', 'waiver']);
	});

	test('nothing beyond the days that the policy looks ahead', () => {
		const { queue, ...rest } = entry('policy').data;
		const short = entry('policy', 'policy', { ...rest, queue: { ...queue, aheadDays: 30 } });
		const waivers = [waiver({ expires: '2026-12-31' })];
		expect(idsOf(short, use({ waivers })).map(([id]) => id)).not.toContain(
			'waiver/use-cases/desk/logging',
		);
	});
});

describe('an item', () => {
	const drifted = () => {
		const one = use({ ...production, state: 'pilot', liveSince: undefined });
		const parts = [
			{ part: 'file', name: 'a.ts', approved: {}, running: {}, verdict: 'drift' } as const,
		];
		return [one, recordFile(one, [check(about(one, pattern, logging), { parts })])];
	};
	const drift = (...entries: readonly Entry[]) =>
		queueOf(catalogue(...drifted(), ...entries)).find(({ kind }) => kind === 'drift');

	test('without a day stays without one, unless the council decides on its kind', () => {
		expect(drift()).toMatchObject({ due: undefined, atMeeting: false });
		expect(drift(meetingOn('2026-12-03'))).toMatchObject({ due: undefined });
		expect(drift(policyWithAgenda('drift'), meetingOn('2026-12-03'))).toMatchObject({
			due: '2026-12-03',
			atMeeting: true,
		});
		expect(drift(policyWithAgenda('drift'), meetingOn('2026-11-01'))).toMatchObject({
			due: undefined,
		});
	});

	test('keeps its id while its day moves', () => {
		const id = (expires: string) =>
			queueOf(catalogue(use({ waivers: [waiver({ expires })] }))).find(
				({ kind }) => kind === 'waiver',
			)?.id;
		expect(id('2026-12-20')).toBe(id('2026-12-31'));
	});

	test('has an id of its own', () => {
		const { control: _, ...rest } = waiver();
		const waivers = [
			waiver(),
			{ ...rest, rule: 'data-ceiling' },
			{ ...rest, rule: 'risk-covered' },
		];
		const all = queueOf(catalogue(use({ ...production, waivers }), ...drifted().slice(1)));
		const ids = all.map(({ id }) => id);
		expect(ids.length).toBeGreaterThan(4);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test('that is overdue comes first, then what has no day, then the soonest', () => {
		const spans = queueOf(
			catalogue(
				use({ ...production, waivers: [waiver()], reviewed: '2025-01-01' }),
				entry('models', 'small', { retires: '2026-11-25', status: 'draft' }),
				entry('patterns', 'letters', { status: 'proposed' }),
			),
		).map((item) => spanOf(item, catalogue()));
		const order = ['overdue', 'undated', 'week', 'month', 'later'] as const;
		expect(spans).toEqual(spans.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
		expect(new Set(spans).size).toBeGreaterThan(2);
	});

	test('belongs to the teams and seats that it names, and to no other', () => {
		const items = queueOf(catalogue(use({ waivers: [waiver()] })));
		expect(ofSeat('technology', items).map(({ kind }) => kind)).toContain('waiver');
		expect(ofSeat('legal', items)).toEqual([]);
		expect(ofTeam('office', items).map(({ kind }) => kind)).toContain('waiver');
		expect(ofTeam('council', items)).toEqual([]);
	});
});

test('a value is due on the last day on which the newest one still counts', () => {
	const one = use({ ...production, liveSince: '2025-03-02' });
	const [measure] = one.data.measures;
	if (!measure) throw new Error('the use has a measure');
	const recorded = (period: string | undefined) =>
		catalogue(
			one,
			...(period
				? [
						recordFile(one, [
							measurement(about(one, hours), { metric: 'hours', value: 120, period }),
						]),
					]
				: []),
		);
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 690 }).map((days) => addDays('2025-01-01', days)),
			fc.constantFrom(undefined, '2025-04', '2025-12', '2026-06'),
			(day, period) => {
				const then = asOf(recorded(period), day);
				const due = valueDue(one, measure, then);
				expect(measureVerdict(one, measure, then) === 'not-measured').toBe(
					due !== undefined && day > due,
				);
			},
		),
		{ numRuns: 80 },
	);
});

describe('a council that is new', () => {
	const made = (date: string) => [
		{ version: '1.0.0', date, impact: 'minor' as const, summary: 'First.' },
	];
	const control = (id: string, date = '2026-06-01') =>
		entry('controls', id, { status: 'proposed', changes: made(date) });
	const before = ['one', 'two', 'three'].map((id) => control(id));
	const newcomer = (from: string) => signer('Nia New', { from });
	const items = (...entries: readonly Entry[]) => queueOf(catalogueOf(...entries));

	test('has one item for what was there before it, and no day while nobody can sign', () => {
		expect(items(...before)).toMatchObject([
			{ id: 'seat', due: undefined, teams: ['office'], detail: { empty: ['technology'] } },
			{ id: 'first/controls', due: undefined, seats: ['technology'] },
		]);
	});

	test('has the days of the policy for it, from the day its seat could sign', () => {
		const [item, ...others] = items(...before, councilOf({ technology: [newcomer('2026-11-20')] }));
		expect(item).toMatchObject({ id: 'first/controls', due: '2027-02-18' });
		expect(others).toEqual([]);
		const late = items(...before, councilOf({ technology: [newcomer('2026-08-01')] }));
		expect(late).toMatchObject([{ id: 'first/controls', due: '2026-10-30' }]);
	});

	test('has an item of its own for what is made later, and for what is only one', () => {
		const seated = councilOf({ technology: [newcomer('2026-11-01')] });
		expect(
			items(...before.slice(0, 2), control('later', '2026-11-02'), seated).map(({ id, due }) => [
				id,
				due,
			]),
		).toEqual([
			['signature/controls/later', '2026-11-16'],
			['first/controls', '2027-01-30'],
		]);
		expect(items(control('only'), seated)).toMatchObject([
			{ id: 'signature/controls/only', due: '2027-01-30' },
		]);
	});

	test('keeps the longer time for what a seat has already signed, and asks the others', () => {
		const policy = entry('policy').data;
		const two = entry('policy', 'policy', {
			approval: {
				...policy.approval,
				parts: { ...policy.approval.parts, controls: ['technology', 'security'] },
			},
		});
		const seated = councilOf({ technology: [tess], security: [newcomer('2026-11-10')] });
		const all = catalogueOf(...before, two, seated);
		const signed = approvalEntry(tess, 'technology', 'controls/one', all);
		expect(items(...before, two, seated, signed)).toMatchObject([
			{ id: 'first/controls', due: '2027-02-08', seats: ['technology', 'security'] },
			{ id: 'signature/controls/one', due: '2027-02-08', seats: ['security'] },
		]);
	});

	test('makes nothing that is overdue look new: other members came later, the seat did not', () => {
		const old = signer('Old Member', { from: '2026-01-01', until: '2026-10-31' });
		const seated = councilOf({ technology: [old, newcomer('2026-11-10')] });
		expect(items(...before, seated).map(({ id, due }) => [id, due])).toEqual([
			['signature/controls/one', '2026-06-15'],
			['signature/controls/three', '2026-06-15'],
			['signature/controls/two', '2026-06-15'],
		]);
	});

	test('must still approve or pause what is live, however new it is', () => {
		const live = use({ ...production, changes: made('2026-06-01') });
		const found = queueOf(catalogue(live)).find(({ kind }) => kind === 'unapproved');
		expect(found).toMatchObject({ due: '2026-06-15' });
	});

	test('is asked to fill the seats that something waits for, and no other', () => {
		const away = signer('Away Member', { until: '2026-10-31' });
		const empty = (organisation: Entry, ...entries: readonly Entry[]) =>
			items(organisation, ...entries).find(({ kind }) => kind === 'seat');
		const seats = councilOf({ technology: [away], security: [] });
		expect(empty(seats, ...before)?.detail).toEqual({ kind: 'seat', empty: ['technology'] });
		expect(empty(seats)).toBeUndefined();
		expect(empty(councilOf({ technology: [tess], legal: [sol] }), ...before)).toBeUndefined();
	});
});

describe('the agenda', () => {
	const proposed = (count: number) =>
		Array.from({ length: count }, (_, at) =>
			entry('patterns', `p${at}`, { status: 'proposed', title: `Pattern ${at}` }),
		);

	test('takes the items that the policy gives the council, up to the meeting after the next', () => {
		const pilot = (ends: string) =>
			agendaOf(
				catalogueOf(
					policyWithAgenda('pilot'),
					meetingOn('2026-11-01', '2026-12-03', '2026-12-17'),
					use({ pilot: { exit: ['It helps.'], ends } }),
				),
			);
		const { meeting, following, lines, minutes, lasts } = pilot('2026-12-17');
		expect([meeting?.day, following?.day, minutes, lasts]).toEqual([
			'2026-12-03',
			'2026-12-17',
			5,
			60,
		]);
		expect(lines).toMatchObject([
			{ kind: 'pilot', decision: 'Decide on pilot', seats: ['technology'] },
		]);
		expect(pilot('2026-12-18').lines).toEqual([]);
	});

	test.each([0, 1, MOST_LINES, MOST_LINES + 1, 100])('of %d decisions fits one side', (count) => {
		const { lines } = agendaOf(
			catalogueOf(policyWithAgenda('signature'), meetingOn('2026-12-03'), ...proposed(count)),
		);
		expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
		expect(lines.flatMap(({ items }) => items)).toHaveLength(count);
	});

	test('without a meeting still says what waits for a decision', () => {
		const { meeting, lasts, lines } = agendaOf(
			catalogueOf(policyWithAgenda('signature'), council, ...proposed(2)),
		);
		expect([meeting, lasts, lines.length]).toEqual([undefined, undefined, 2]);
	});
});

test('every kind of item is known to the policy', () => {
	expect(Object.keys(entry('policy').data.queue.kinds).sort()).toEqual(
		[...queueKind.values].sort(),
	);
});
