/** Every number is compared with jStat, an independent library, and with what it means. */
import fc from 'fast-check';
import jStat from 'jstat';
import { describe, expect, test } from 'vitest';
import { rangeOf } from '../target.ts';
import { decidable } from './decide.ts';
import { atMostChance, betweenChance, quantileT } from './distribution.ts';
import { meanInterval, verdictOf, wilson } from './interval.ts';
import { casesNeeded, metChance, passChance, roundCases } from './power.ts';

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const counted = fc
	.integer({ min: 1, max: 1000 })
	.chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }));

describe('the binomial distribution', () => {
	test('agrees with jStat', () => {
		fc.assert(
			fc.property(counted, share, ({ k, n }, p) => {
				expect(atMostChance(k, n, p)).toBeCloseTo(jStat.binomial.cdf(k, n, p), 8);
			}),
		);
	});

	test('agrees with adding up every count by hand', () => {
		const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
		const exactly = (k: number, n: number, p: number) =>
			(factorial(n) / factorial(k) / factorial(n - k)) * p ** k * (1 - p) ** (n - k);
		for (let k = 0; k <= 20; k++) {
			expect(betweenChance(k, k, 20, 0.3)).toBeCloseTo(exactly(k, 20, 0.3), 12);
		}
	});
});

test("Student's t agrees with jStat", () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 500 }), (freedom) => {
			expect(quantileT(0.95, freedom)).toBeCloseTo(jStat.studentt.inv(0.975, freedom), 6);
		}),
	);
});

describe('the Wilson interval', () => {
	test('ends where the measured rate is just as far off as 95% allows', () => {
		const z = jStat.normal.inv(0.975, 0, 1);
		fc.assert(
			fc.property(counted, ({ k, n }) => {
				for (const end of Object.values(wilson(k, n))) {
					if (end === 0 || end === 1) continue;
					expect(Math.abs(k / n - end) / Math.sqrt((end * (1 - end)) / n)).toBeCloseTo(z, 6);
				}
			}),
		);
	});

	test.each([
		[60, 60, 94.0, 100.0],
		[3, 84, 1.2, 10.0],
		[391, 420, 90.3, 95.1],
		[415, 420, 97.2, 99.5],
		[19, 336, 3.6, 8.7],
		[48, 420, 8.7, 14.8],
		[31, 45, 54.3, 80.5],
	])('of %d in %d is %d to %d%%', (k, n, low, high) => {
		const found = wilson(k, n);
		expect([found.low, found.high].map((end) => Number((end * 100).toFixed(1)))).toEqual([
			low,
			high,
		]);
	});
});

test('the interval of a mean is the one of Student', () => {
	const { low, high } = meanInterval(4.2, 0.5, 25);
	const half = (jStat.studentt.inv(0.975, 24) * 0.5) / 5;
	expect([low, high]).toEqual([expect.closeTo(4.2 - half, 8), expect.closeTo(4.2 + half, 8)]);
});

describe('a verdict', () => {
	test.each([
		[60, 60, { atLeast: 98 }, 'not-resolved'],
		[3, 84, { atMost: 4 }, 'not-resolved'],
		[391, 420, { atLeast: 88 }, 'met'],
		[48, 420, { from: 5, to: 15 }, 'met'],
		[55, 66, { atLeast: 85 }, 'not-resolved'],
		[31, 45, { atLeast: 85 }, 'not-met'],
	] as const)('%d of %d under %o is %s', (k, n, limit, verdict) => {
		const allowed = rangeOf(limit, undefined, 'range') ?? {};
		const { low, high } = wilson(k, n);
		expect(verdictOf({ low: low * 100, high: high * 100 }, allowed)).toBe(verdict);
	});

	test('is never both: what is met has a rate within the limit, what is not met has none', () => {
		fc.assert(
			fc.property(counted, share, ({ k, n }, limit) => {
				const found = verdictOf(wilson(k, n), { to: limit });
				if (found === 'met') expect(k / n).toBeLessThanOrEqual(limit);
				if (found === 'not-met') expect(k / n).toBeGreaterThan(limit);
			}),
		);
	});
});

describe('the cases a limit needs', () => {
	const atMost = (limit: number) => ({ low: 0, high: limit });

	test('4% on 70 cases lets a true 6% pass one time in five', () => {
		expect(passChance(atMost(0.04), 70, 0.06)).toBeCloseTo(jStat.binomial.cdf(2, 70, 0.06), 8);
		expect(passChance(atMost(0.04), 70, 0.06)).toBeCloseTo(0.2, 2);
	});

	test('98% of attacks held needs 189 attacks if none gets through', () => {
		expect(casesNeeded({ low: 0.98, high: 1 }, 1, 0.8)).toBe(189);
	});

	test('is the first number that is enough, whatever the limit', () => {
		const limits = fc.double({ min: 0.01, max: 0.3, noNaN: true });
		const part = fc.double({ min: 0.1, max: 0.6, noNaN: true });
		fc.assert(
			fc.property(limits, part, (limit, of) => {
				const p = limit * of;
				const found = casesNeeded(atMost(limit), p, 0.8);
				if (found === undefined) throw new Error('no number up to the most was enough');
				expect(metChance(atMost(limit), found, p)).toBeGreaterThanOrEqual(0.8);
				for (let n = Math.max(1, found - 40); n < found; n++)
					expect(metChance(atMost(limit), n, p)).toBeLessThan(0.8);
			}),
			{ numRuns: 30 },
		);
	});

	test('at least and at most are the same question asked twice', () => {
		expect(casesNeeded({ low: 0.85, high: 1 }, 0.9, 0.8)).toBe(casesNeeded(atMost(0.15), 0.1, 0.8));
	});

	test('a range needs enough cases for both ends', () => {
		const both = { low: 0.05, high: 0.15 };
		const found = casesNeeded(both, 0.1, 0.8) ?? 0;
		expect(metChance(both, found, 0.1)).toBeGreaterThanOrEqual(0.8);
		expect(metChance(both, found - 1, 0.1)).toBeLessThan(0.8);
	});

	test.each([
		['a rate outside the limit', atMost(0.04), 0.05],
		['a rate on the limit', atMost(0.04), 0.04],
	])('%s has none', (_, allowed, p) => expect(casesNeeded(allowed, p, 0.8)).toBeUndefined());

	test.each([
		[7, 10],
		[100, 100],
		[189, 200],
		[290, 300],
		[1000, 1000],
		[1001, 2000],
	])('%d is said as %d', (n, said) => expect(roundCases(n)).toBe(said));
});

test('the number of cases that would do decides the limit', () => {
	const power = { assumedShare: 33, chance: 80, worseBy: 50, mayPass: 10 };
	const limit = fc
		.integer({ min: 1, max: 20 })
		.chain((errors) => fc.constantFrom({ atMost: errors }, { atLeast: 100 - errors }));
	fc.assert(
		fc.property(limit, (target) => {
			const needed = decidable(target, 10, power)?.needed ?? 0;
			expect(decidable(target, needed, power)?.decided).toBe(true);
		}),
	);
});
