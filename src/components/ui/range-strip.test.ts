import { expect, test } from 'vitest';
import { rangeStrip } from '#components/ui/range-strip.ts';

test('the band reaches the end of the scale where the target is open', () =>
	expect(rangeStrip({ min: 0, max: 100, from: 50, now: 75, baseline: 0 })).toEqual({
		zone: { x: 100, width: 96 },
		baseline: 4,
		now: 148,
		look: 'now',
	}));

test('a value outside the band is off target, and never drawn outside the scale', () =>
	expect(rangeStrip({ min: 0, max: 10, to: 5, now: 40 })).toMatchObject({ now: 196, look: 'off' }));

test('a target no one has measured yet has no dot and is not off target', () =>
	expect(rangeStrip({ min: 0, max: 10, from: 5 })).toEqual({
		zone: { x: 100, width: 96 },
		look: 'now',
	}));

test('an interval is drawn within the scale, and a verdict decides how its value looks', () =>
	expect(
		rangeStrip({ min: 0, max: 100, to: 4, now: 3, low: -2, high: 50, verdict: 'not-resolved' }),
	).toMatchObject({ interval: [4, 100], look: 'open' }));

test('a scale of no length is refused', () =>
	expect(() => rangeStrip({ min: 3, max: 3 })).toThrow('needs a scale'));
