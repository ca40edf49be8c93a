import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Statement } from '#schemas/approvals.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import { catalogueOf, entry, TODAY } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { approvalEntry, council, lea, sol, tess } from '#tests/support/signer.ts';
import type { Entry } from '../../model/entry.ts';
import { asOf } from '../records/kept.ts';
import { patternDigest } from './digest.ts';
import { approvedDigests, changedFiles, standingOf } from './standing.ts';

const policy = entry('policy', 'policy', {
	approval: {
		...minimal.policy().approval,
		seats: { low: ['technology', 'security'], medium: ['legal'], high: ['legal'] },
		signedFrom: 'low',
	},
});
const pattern = entry('patterns');
const parts = [
	policy,
	council,
	pattern,
	entry('prompts'),
	entry('controls'),
	entry('connectors'),
	entry('models'),
];
const plain = catalogueOf(...parts);
const digest = patternDigest(pattern, plain);
const people = { technology: tess, security: sol, legal: lea };

const approval = (seat: keyof typeof people, changed: Partial<Statement> = {}) =>
	approvalEntry(people[seat], seat, 'patterns/summary', plain, { date: '2026-11-02', ...changed });

const standing = (...approvals: Entry<'approvals'>[]) =>
	standingOf(pattern, catalogueOf(...parts, ...approvals));
const among = (changed: readonly Entry[], ...approvals: Entry<'approvals'>[]) => {
	const gone = new Set(changed.map(({ collection }) => collection));
	const kept = parts.filter(({ collection }) => !gone.has(collection));
	const catalogue = catalogueOf(...kept, ...changed, ...approvals);
	const own = catalogue.patterns.get('summary');
	if (!own) throw new Error('there is a pattern');
	return standingOf(own, catalogue);
};
const both = () => [approval('technology'), approval('security')];
const other = 'a'.repeat(64);

describe('the state', () => {
	test('without an approval is none, and every seat of the tier is missing', () =>
		expect(standingOf(pattern, plain)).toMatchObject({
			state: 'none',
			digest,
			seats: ['technology', 'security'],
			approvals: [],
			missing: ['technology', 'security'],
			changedFiles: [],
			signed: false,
		}));

	test('with one of two seats is partial', () =>
		expect(standing(approval('security'))).toMatchObject({
			state: 'partial',
			missing: ['technology'],
			signed: true,
		}));

	test('with every seat is complete until the first approval ends', () =>
		expect(
			standing(approval('security', { reviewBy: '2027-05-02' }), approval('technology')),
		).toMatchObject({ state: 'complete', missing: [], reviewBy: '2027-05-02' }));

	test('is still complete on the day an approval ends, and expired on the next', () => {
		const ends = (reviewBy: string) =>
			standing(approval('security', { reviewBy }), approval('technology'));
		expect(ends(TODAY).state).toBe('complete');
		expect(ends('2026-11-21')).toMatchObject({ state: 'expired', expired: ['security'] });
	});

	test('is changed when every approval is of other content, with what changed since the last', () => {
		const edited = entry('patterns', 'summary', { fit: 'It fits a team that reads a lot.' });
		expect(among([edited], ...both())).toMatchObject({
			state: 'changed',
			approvals: [],
			missing: ['technology', 'security'],
			changedFiles: [{ path: 'pattern.mdx', change: 'changed' }],
			changedSince: { digest },
		});
	});

	test('is none with approvals of before there were signatures alone', () => {
		const before = entry('approvals');
		expect(standing(before)).toMatchObject({ state: 'none', approvals: [] });
	});
});

describe('what the approval relies on', () => {
	const edited = [
		[
			'a control',
			entry('controls', 'logging', { pitfalls: ['Another sentence that is long enough.'] }),
		],
		['a connector', entry('connectors', 'gateway', { ceiling: 'restricted' })],
		['a model', entry('models', 'small', { pinnedVersion: '2026-11-01' })],
		[
			'what the tier requires',
			entry('policy', 'policy', { ...policy.data, coreMetrics: ['quality'] }),
		],
	] as const;
	test.each(edited)('%s: its change voids the approval', (_, changed) =>
		expect(among([changed], ...both())).toMatchObject({
			state: 'changed',
			moved: [
				{ voids: true },
				...(changed.collection === 'policy' ? [{ name: 'policy', voids: false }] : []),
			],
		}),
	);

	test('the upkeep of a part voids nothing', () => {
		const owned = entry('controls', 'logging', {
			owner: 'council',
			reviewed: '2026-11-20',
			aliases: ['log'],
		});
		expect(among([owned], ...both())).toMatchObject({ state: 'complete', moved: [] });
	});

	test('the text of the policy is shown and voids nothing', () => {
		const reworded = entry('policy', 'policy', {
			...policy.data,
			portfolioRisks: [{ risk: 'leak', treatedBy: 'Treated once for all.' }],
		});
		expect(among([reworded], ...both())).toMatchObject({
			state: 'complete',
			moved: [{ name: 'policy', voids: false }],
		});
	});

	test('the policy says what voids', () => {
		const lax = entry('policy', 'policy', {
			...policy.data,
			approval: { ...policy.data.approval, voids: [] },
		});
		const model = entry('models', 'small', { pinnedVersion: '2026-11-01' });
		expect(among([lax, model], ...both()).state).toBe('complete');
	});
});

test('an approval for a lower tier is none for this one', () =>
	expect(
		among(
			[entry('patterns', 'summary', { tier: 'medium' })],
			approvalEntry(
				lea,
				'legal',
				'patterns/summary',
				catalogueOf(
					...parts.filter(({ collection }) => collection !== 'patterns'),
					entry('patterns', 'summary', { tier: 'medium' }),
				),
				{ tier: 'low' },
			),
		).approvals,
	).toEqual([]));

test('a policy with a shorter cadence ends an approval sooner', () => {
	const strict = entry('policy', 'policy', {
		...policy.data,
		reviewMonths: { low: 1, medium: 1, high: 1 },
	});
	const { approvals } = among([strict], approval('technology'));
	expect(approvals.map(({ reviewBy }) => reviewBy)).toEqual(['2026-12-02']);
});

test('a seat the tier does not ask for neither completes the set nor ends it', () => {
	expect(standing(approval('technology'), approval('legal')).state).toBe('partial');
	expect(
		standing(
			approval('technology'),
			approval('security'),
			approval('legal', { reviewBy: '2026-11-03' }),
		),
	).toMatchObject({ state: 'complete', reviewBy: '2027-11-02' });
});

test('conditions come with the seat that asks for them', () => {
	const conditions = [{ text: 'Test it again in May.', due: '2027-05-31' }];
	expect(standing(approval('security', { conditions })).conditions).toEqual([
		{ seat: 'security', ...conditions[0] },
	]);
});

test('changed files are those of either side that differ, each once, in order', () => {
	const contents = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2'));
	fc.assert(
		fc.property(contents, contents, (before, after) => {
			fc.pre(Object.keys(before).length > 0);
			const paths = changedFiles(before, after).map(({ path }) => path);
			const differ = ['a', 'b', 'c', 'd'].filter((path) => before[path] !== after[path]);
			expect(paths).toEqual(differ);
		}),
	);
	expect(changedFiles({ a: '1', b: '1' }, { b: '2', c: '1' })).toEqual([
		{ path: 'a', change: 'removed' },
		{ path: 'b', change: 'changed' },
		{ path: 'c', change: 'added' },
	]);
});

test('content stood approved once every seat had approved it', () => {
	const approvals: { digest: string; seat: CouncilSeat }[] = [
		{ digest: 'x', seat: 'technology' },
		{ digest: 'x', seat: 'security' },
		{ digest: other, seat: 'technology' },
	];
	expect(approvedDigests(approvals, ['technology', 'security'])).toEqual(['x']);
	expect(approvedDigests(approvals, ['technology'])).toEqual(['x', other]);
});

test('a control that changes later does not undo what was approved on an earlier day', () => {
	const later = entry('controls', 'logging', { version: '9.0.0' });
	const kept = parts.filter(({ collection }) => collection !== 'controls');
	const catalogue = catalogueOf(...kept, later, ...both());
	const own = catalogue.patterns.get('summary') ?? pattern;
	expect(standingOf(own, catalogue).state).toBe('changed');
	expect(standingOf(own, asOf(catalogue, '2026-11-10')).state).toBe('complete');
	// Nobody had signed yet.
	expect(standingOf(own, asOf(catalogue, '2026-11-01')).state).toBe('none');
});
