import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LimitResult } from '../judge/records/evaluation.ts';
import { verdictOf } from '../judge/statistics/interval.ts';
import { rangeOf } from '../judge/target.ts';
import { distance, plotOf, reachOf } from './limit-plot.ts';

const targets = fc.oneof(
	fc.record({ atLeast: fc.integer({ min: 1, max: 99 }) }),
	fc.record({ atMost: fc.integer({ min: 1, max: 99 }) }),
	fc
		.tuple(fc.integer({ min: 1, max: 49 }), fc.integer({ min: 50, max: 99 }))
		.map(([from, to]) => ({ from, to })),
);
const result = fc
	.tuple(
		targets,
		fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 3, maxLength: 3 }),
	)
	.map(([target, ends]): LimitResult => {
		const [low = 0, value = 0, high = 0] = ends.toSorted((a, b) => a - b);
		const interval = { low, high };
		return {
			limit: { dimension: 'safety', measure: 'Cases held', unit: '%', limit: target },
			target,
			count: { dimension: 'safety', k: 1, n: 2 },
			value,
			interval,
			verdict: verdictOf(interval, rangeOf(target, undefined, 'range') ?? {}),
		};
	});

test.each([
	[91, { from: 88 }, 3],
	[7, { to: 6 }, -1],
	[10, { from: 8, to: 15 }, 2],
	[17, { from: 8, to: 15 }, -2],
])('%d is %o by %d', (value, range, away) => expect(distance(value, range)).toBe(away));

describe('the plot of a result', () => {
	test('is right of the limit exactly when the limit is met', () => {
		fc.assert(
			fc.property(result, (one) => {
				const { low, high } = plotOf(one, reachOf([one]));
				// The far end of a range is a limit too: its distance is the smaller of the two.
				expect(low >= 0).toBe(one.verdict === 'met');
				if (one.verdict === 'not-met') expect(high).toBeLessThan(0);
			}),
		);
	});

	test('has its estimate within its interval, and its scale holds both', () => {
		fc.assert(
			fc.property(result, (one) => {
				const { low, at, high, reach } = plotOf(one, reachOf([one]));
				expect(low).toBeLessThanOrEqual(at);
				expect(at).toBeLessThanOrEqual(high);
				expect(Math.max(-low, high)).toBeLessThanOrEqual(reach);
			}),
		);
	});
});
