import fc from 'fast-check';
import jStat from 'jstat';
import { describe, expect, test } from 'vitest';
import { minimal } from '#tests/support/minimal.ts';
import { alarmOdds, gateOdds } from './over-time.ts';

const { power } = minimal.policy().evaluation;
// At most 4%: a good pattern has 1.32% (33 of 100 allowed errors), a bad one 6% (half as much again).
const atMost = (cases: number, periods = 1) => ({ limit: { atMost: 4 }, cases, periods });

describe('a gate over four weeks', () => {
	test('passes when each week is within the limit, as an independent library counts it', () => {
		const within = (p: number) => jStat.binomial.cdf(2, 70, p);
		const odds = gateOdds(atMost(70, 4), power);
		expect(odds?.bad).toBeCloseTo(within(0.06) ** 4, 8);
		expect(odds?.good).toBeCloseTo(within(0.0132) ** 4, 8);
	});

	test('decides with more cases, and the number that it names is enough', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ min: 1, max: 30 }),
				(weeks, limit) => {
					const gate = { limit: { atMost: limit }, cases: 5, periods: weeks };
					const needed = gateOdds(gate, power)?.needed;
					if (needed === undefined) return;
					expect(gateOdds({ ...gate, cases: needed }, power)?.decided).toBe(true);
				},
			),
			{ numRuns: 40 },
		);
	});
});

describe('an alarm', () => {
	test('is raised when every period is outside the limit', () => {
		const outside = (p: number) => 1 - jStat.binomial.cdf(2, 70, p);
		const odds = alarmOdds(atMost(70, 2), power);
		expect(odds?.bad).toBeCloseTo(outside(0.06) ** 2, 8);
		expect(odds?.good).toBeCloseTo(outside(0.0132) ** 2, 8);
		expect(odds?.decided).toBe(false);
	});

	test('that needs more periods in a row is raised less often', () => {
		const once = alarmOdds(atMost(200), power);
		const twice = alarmOdds(atMost(200, 2), power);
		expect(twice?.bad).toBeLessThan(once?.bad ?? 0);
		expect(twice?.good).toBeLessThan(once?.good ?? 0);
	});

	test('on few cases can be decided with the number that it names', () => {
		const { needed = 0 } = alarmOdds(atMost(70), power) ?? {};
		expect(needed).toBeGreaterThan(70);
		expect(alarmOdds(atMost(needed), power)?.decided).toBe(true);
	});

	test('against a baseline is not judged', () => {
		expect(alarmOdds({ limit: { improveBy: 20 }, cases: 70, periods: 1 }, power)).toBeUndefined();
	});
});
