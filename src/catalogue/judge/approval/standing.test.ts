import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Approval } from '#schemas/approvals.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import { catalogueOf, entry, TODAY } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { patternContents, patternDigest } from './digest.ts';
import { approvedDigests, changedFiles, standingOf } from './standing.ts';

const policy = entry('policy', 'policy', {
	...minimal.policy(),
	approval: { seats: { low: ['technology', 'security'], medium: ['legal'], high: ['legal'] } },
});
const pattern = entry('patterns');
const prompt = entry('prompts');
const plain = catalogueOf(policy, pattern, prompt);
const digest = patternDigest(pattern, plain);

function approval(seat: CouncilSeat, rest: Partial<Approval> = {}): Approval {
	return {
		version: '1.0.0',
		digest,
		seat,
		by: 'A Person',
		date: '2026-11-02',
		reviewBy: '2027-11-02',
		authors: ['Another Person'],
		conditions: [],
		...rest,
	};
}

function standing(...approvals: Approval[]) {
	const contents = { [digest]: patternContents(pattern, plain), [other]: { 'pattern.mdx': other } };
	const record = entry('approvals', 'summary', { approvals, contents });
	return standingOf(pattern, catalogueOf(policy, pattern, prompt, record));
}
const other = 'a'.repeat(64);

describe('the state', () => {
	test('without a record is none, and every seat of the tier is missing', () =>
		expect(standingOf(pattern, plain)).toEqual({
			state: 'none',
			digest,
			seats: ['technology', 'security'],
			approvals: [],
			missing: ['technology', 'security'],
			expired: [],
			reviewBy: undefined,
			changedFiles: [],
			changedSince: undefined,
			conditions: [],
		}));

	test('with one of two seats is partial', () =>
		expect(standing(approval('security'))).toMatchObject({
			state: 'partial',
			missing: ['technology'],
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

	test('is complete again when the seat approves the same content anew', () =>
		expect(
			standing(
				approval('security', { reviewBy: '2026-11-21' }),
				approval('technology'),
				approval('security'),
			),
		).toMatchObject({ state: 'complete', expired: [] }));

	test('is changed when every approval is of other content, with what changed since the last', () =>
		expect(standing(approval('security', { digest: other }))).toMatchObject({
			state: 'changed',
			approvals: [],
			missing: ['technology', 'security'],
			changedFiles: [
				{ path: 'pattern.mdx', change: 'changed' },
				{ path: 'prompts/ask.prompt', change: 'added' },
			],
			changedSince: { seat: 'security', digest: other },
		}));
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

test('an approval of another version is not one of this', () =>
	expect(standing(approval('technology', { version: '0.9.0' })).approvals).toEqual([]));

test('conditions come with the seat that asks for them', () =>
	expect(
		standing(approval('security', { conditions: ['Test it again in May.'] })).conditions,
	).toEqual([{ seat: 'security', text: 'Test it again in May.' }]));

test('changed files are those of either side that differ, each once, in order', () => {
	const contents = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2'));
	fc.assert(
		fc.property(contents, contents, (before, after) => {
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
	const approvals = [
		approval('technology', { digest: 'x' }),
		approval('security', { digest: 'x' }),
		approval('technology', { digest: 'y' }),
	];
	expect(approvedDigests(approvals, ['technology', 'security'])).toEqual(['x']);
	expect(approvedDigests(approvals, ['technology'])).toEqual(['x', 'y']);
});
