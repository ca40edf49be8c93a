import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resultsOf, runVerdict } from '#catalogue/judge/records/evaluation.ts';
import type { Pattern } from '#schemas/pattern.ts';
import { byLanguage, countsFor } from './runs.ts';

type Limit = Pattern['evaluation']['limits'][number];
const limit = (dimension: Limit['dimension'], over: Partial<Limit>): Limit => ({
	dimension,
	measure: 'Good answers',
	unit: '%',
	limit: { atLeast: 90 },
	...over,
});
/** What a run of these counts says. */
const verdictOf = (limits: readonly Limit[], fails?: Limit['dimension']) =>
	runVerdict(resultsOf(runWith(limits, fails), limits), limits);
const runWith = (limits: readonly Limit[], fails?: Limit['dimension']) =>
	// Only the counts of a run are read.
	({ counts: countsFor(limits, fails) }) as unknown as Parameters<typeof resultsOf>[0];

describe('the counts of a run', () => {
	const whole = fc.integer({ min: 5, max: 95 });
	const targets = fc.oneof(
		whole.map((atLeast) => ({ atLeast })),
		whole.map((atMost) => ({ atMost })),
		fc.integer({ min: 5, max: 60 }).map((from) => ({ from, to: from + 20 })),
	);

	test('meet any limit that its cases can decide', () => {
		fc.assert(
			fc.property(targets, fc.integer({ min: 400, max: 2000 }), (target, cases) => {
				expect(verdictOf([limit('factuality', { limit: target, cases })])).toBe('met');
			}),
		);
	});

	test('miss the limit of the dimension that fails, and no other', () => {
		fc.assert(
			fc.property(targets, targets, (one, other) => {
				const limits = [limit('factuality', { limit: one }), limit('tone', { limit: other })];
				const results = resultsOf(runWith(limits, 'tone'), limits);
				expect(results.map(({ verdict }) => verdict)).toEqual(['met', 'not-met']);
			}),
		);
	});

	test('are a score where the limit is one', () => {
		const score = limit('relevance', { unit: 'score', limit: { atLeast: 0.85 } });
		expect(verdictOf([score])).toBe('met');
		expect(verdictOf([score], 'relevance')).toBe('not-met');
	});

	test('by language add up to the count over all cases', () => {
		const counts = countsFor([limit('task-success', { cases: 420 })]);
		const groups = byLanguage(counts, ['English', 'German', 'French']);
		const sum = (of: 'k' | 'n') =>
			groups.reduce((total, count) => total + ('k' in count ? count[of] : 0), 0);
		expect(groups).toHaveLength(3);
		expect([{ k: sum('k'), n: sum('n') }]).toMatchObject(
			counts.map((count) => ('k' in count ? { k: count.k, n: count.n } : {})),
		);
	});
});
