import { describe, expect, test } from 'vitest';
import type { UseCase } from '#schemas/use-case.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { about, check, evidence, measurement, recordFile, spend } from '#tests/support/records.ts';
import type { Entry } from '../../model/catalogue.ts';
import type { Unnamed } from '../records/id.ts';
import { controlCoverage, evidenceCompleteness, patternReuse, spendingOf } from './figures.ts';
import { outcomesOf } from './outcomes.ts';
import { concentrations } from './suppliers.ts';
import { usesOf } from './uses.ts';

const pattern = entry('patterns');
const logging = entry('controls', 'logging', {
	evidence: [{ kind: 'log-config', what: 'Export.', from: 'low', inDateFor: 'a year' }],
});
const hours = entry('metrics', 'hours', { direction: 'higher' });
const live = { state: 'live', liveSince: '2026-03-02' } as const;
const measures: UseCase['measures'] = [
	{ metric: 'hours', headline: true, target: { atLeast: 100 }, owner: 'Office', source: 'Sheets' },
];
const use = (id: string, data: Partial<UseCase> = {}) =>
	entry('use-cases', id, { title: id, outcome: 'time', measures, ...live, ...data });
const value = (of: Entry<'use-cases'>, over: Parameters<typeof measurement>[1] = {}) =>
	measurement(about(of, hours), { metric: 'hours', value: 120, ...over });

/** The catalogue of some uses, each with its records. */
const withUses = (...uses: readonly (readonly [Entry<'use-cases'>, (readonly Unnamed[])?])[]) =>
	catalogueOf(
		pattern,
		logging,
		hours,
		entry('outcomes', 'time', { metric: 'hours', baseline: 0, target: { atLeast: 200 } }),
		...uses.flatMap(([one, records = []]) => [
			one,
			...(records.length > 0 ? [recordFile(one, records)] : []),
		]),
	);
const kindsOf = (catalogue: ReturnType<typeof withUses>) =>
	usesOf(catalogue).flatMap(({ flags }) => flags.map(({ kind }) => kind));

describe('a use counts', () => {
	test('once somebody has declared it, until it is switched off for good', () => {
		const catalogue = withUses(
			[use('live')],
			[use('draft', { status: 'draft' })],
			[use('gone', { state: 'retired' })],
			[use('paused', { state: 'paused' })],
		);
		expect(usesOf(catalogue).map(({ entry: { id }, live: on }) => [id, on])).toEqual([
			['live', true],
			['paused', false],
		]);
	});

	test('as live from its day on, not before', () => {
		const catalogue = withUses([use('soon', { liveSince: '2027-01-01' })]);
		expect(usesOf(catalogue)[0]?.live).toBe(false);
	});

	test('and the one with the most serious red flags comes first', () => {
		const calm = use('a-calm', { status: 'approved' });
		const wrong = use('wrong', { status: 'approved' });
		const incident = entry('incidents', 'hit', { use: 'wrong', closed: undefined });
		const catalogue = catalogueOf(pattern, calm, wrong, incident);
		expect(usesOf(catalogue).map(({ entry: { id } }) => id)).toEqual(['wrong', 'a-calm']);
	});
});

describe('a red flag is raised', () => {
	const here = about(use('desk'), pattern, logging);
	test.each<[string, Partial<UseCase>, Unnamed[]]>([
		['not-measured', {}, []],
		['off-target', {}, [value(use('desk'), { value: 50 })]],
		['not-approved', {}, []],
		['pilot-over', { state: 'pilot', pilot: { exit: ['It helps.'], ends: '2026-11-01' } }, []],
		['review-overdue', { reviewed: '2025-01-01' }, []],
		[
			'control-missing',
			{
				stage: 'early-production',
				stages: [
					{ stage: 'pilot', entered: '2026-01-01' },
					{ stage: 'early-production', entered: '2026-03-01' },
				],
			},
			[],
		],
		[
			'waiver-ends',
			{
				waivers: [
					{
						control: 'logging',
						because: 'The settings are exported in December.',
						compensatedBy: 'The office reads the log by hand until then.',
						by: 'Ada Example',
						seat: 'technology',
						granted: '2026-11-01',
						expires: '2026-12-01',
					},
				],
			},
			[],
		],
		[
			'drift',
			{},
			[
				check(here, {
					parts: [
						{ part: 'file', name: 'a.ts', approved: {}, running: {}, verdict: 'drift' },
						{ part: 'file', name: 'b.ts', approved: {}, running: {}, verdict: 'match' },
					],
				}),
			],
		],
	])('%s', (kind, data, records) => {
		const without = kindsOf(withUses([use('calm', { status: 'approved' }), [value(use('calm'))]]));
		expect(without).not.toContain(kind);
		expect(kindsOf(withUses([use('desk', data), records]))).toContain(kind);
	});

	test('by nobody for a pilot that still builds its controls, and has no value yet', () => {
		const pilot = use('desk', {
			state: 'pilot',
			liveSince: undefined,
			pilot: { exit: ['It helps.'], ends: '2027-01-01' },
		});
		expect(kindsOf(withUses([pilot]))).toEqual([]);
	});
});

describe('an outcome', () => {
	const [a, b] = [use('a'), use('b')];
	const result = (catalogue: ReturnType<typeof withUses>) => {
		const [first] = outcomesOf(catalogue);
		return [first?.value, first?.verdict];
	};

	test('adds up the values of one month', () => {
		const catalogue = withUses([a, [value(a)]], [b, [value(b, { value: 90 })]]);
		expect(result(catalogue)).toEqual([210, 'on-target']);
	});

	test('has no value while a live use has none for the month', () => {
		const old = value(b, { value: 300, period: '2026-09' });
		expect(result(withUses([a, [value(a)]], [b, [old]]))).toEqual([undefined, 'not-measured']);
	});

	test('is a mean by the number of cases, judged by the interval of all of them', () => {
		const metric = entry('metrics', 'share', { direction: 'higher' });
		const shares: UseCase['measures'] = [
			{
				metric: 'share',
				headline: true,
				target: { atLeast: 60 },
				owner: 'O. A.',
				source: 'Sheets',
			},
		];
		const uses = [use('a', { measures: shares }), use('b', { measures: shares })] as const;
		const counted = (one: Entry<'use-cases'>, k: number, n: number) =>
			recordFile(one, [
				measurement(about(one, metric), { metric: 'share', value: (k / n) * 100, k, n }),
			]);
		const outcome = entry('outcomes', 'time', {
			metric: 'share',
			baseline: 50,
			target: { atLeast: 61 },
			combine: { how: 'mean', weightedBy: 'contacts' },
		});
		const [first] = outcomesOf(
			catalogueOf(metric, outcome, ...uses, counted(uses[0], 6, 10), counted(uses[1], 62, 90)),
		);
		expect(first?.value).toBeCloseTo(68);
		expect(first?.verdict).toBe('not-resolved');
	});
});

describe('a figure', () => {
	test('of coverage counts proven controls, and never a waived one', () => {
		const proven = use('a');
		const here = about(proven, pattern, logging);
		const catalogue = withUses([proven, [evidence(here)]], [use('b')]);
		expect(controlCoverage(usesOf(catalogue))).toEqual({ done: 1, of: 2 });
	});

	test('of evidence counts the items that are held', () => {
		const catalogue = withUses([use('a')]);
		const { done, of } = evidenceCompleteness(usesOf(catalogue), catalogue);
		expect(of).toBeGreaterThan(0);
		expect(done).toBeLessThanOrEqual(of);
	});

	test('of reuse leaves out what is not live and what runs something else', () => {
		const drifted = use('drifted');
		const parts = [
			{ part: 'file' as const, name: 'a.ts', approved: {}, running: {}, verdict: 'drift' as const },
		];
		const catalogue = withUses(
			[use('a')],
			[use('pilot', { state: 'pilot', liveSince: undefined })],
			[drifted, [check(about(drifted, pattern), { parts })]],
		);
		const [reuse] = patternReuse(usesOf(catalogue), catalogue);
		expect(reuse?.uses.map(({ entry: { id } }) => id)).toEqual(['a']);
	});

	test('of spend says who has not recorded it, and adds no two currencies', () => {
		const [pounds, euros] = [use('pounds'), use('euros')];
		const catalogue = withUses(
			[pounds, [spend(about(pounds, pattern))]],
			[euros, [spend(about(euros, pattern), { cost: { amount: 5, currency: 'EUR' } })]],
			[use('silent')],
		);
		const { totals, rows } = spendingOf(usesOf(catalogue), catalogue);
		expect(totals.map(({ currency, amount }) => [currency, amount])).toEqual([
			['EUR', 5],
			['GBP', 95],
		]);
		expect(rows.filter(({ spend: one }) => !one)).toHaveLength(1);
	});
});

test('a supplier is too much when it alone serves more high-tier uses than the policy allows', () => {
	const model = entry('models', 'small', { supplier: 'Supplier A', fallback: undefined });
	const high = (id: string) =>
		use(id, { tier: 'high', model: { model: 'small', pin: '1', region: 'Here' } });
	const shared = catalogueOf(pattern, model, high('a'), high('b'));
	expect(concentrations(usesOf(shared), shared)).toMatchObject([{ supplier: 'Supplier A', of: 2 }]);
	const alone = catalogueOf(pattern, model, high('a'));
	expect(concentrations(usesOf(alone), alone)).toEqual([]);
});
