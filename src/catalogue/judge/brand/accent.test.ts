import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GROUNDS, leastContrast, nearestReadable, shadesOf, TEXT, themes } from './accent.ts';
import { contrastOf, fromHex, fromOklch, toHex } from './colour.ts';

const hex = fc
	.integer({ min: 0, max: 0xffffff })
	.map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the contrast of two colours is that of WCAG', () => {
	test.each([
		['#000000', '#ffffff', 21],
		['#ffffff', '#ffffff', 1],
		['#767676', '#ffffff', 4.54],
		['#777777', '#ffffff', 4.48],
		['#0000ff', '#ffffff', 8.59],
		['#ff0000', '#ffffff', 4],
	])('%s on %s', (one, other, ratio) => {
		expect(contrastOf(fromHex(one), fromHex(other))).toBeCloseTo(ratio, 2);
		expect(contrastOf(fromHex(other), fromHex(one))).toBeCloseTo(ratio, 2);
	});
});

test.each([
	[[1, 0, 0], '#ffffff'],
	[[0, 0, 0], '#000000'],
	[[0.62796, 0.25768, 29.234], '#ff0000'],
	[[0.86644, 0.29483, 142.495], '#00ff00'],
	[[0.45201, 0.31321, 264.052], '#0000ff'],
] as const)('oklch%j is %s', ([lightness, chroma, hue], same) => {
	expect(toHex(fromOklch(lightness, chroma, hue))).toBe(same);
});

test('what the accent is read on is what the stylesheet says', () => {
	const tokens = readFileSync(new URL('../../../styles/tokens.css', import.meta.url), 'utf8');
	for (const name of Object.keys(GROUNDS.light)) {
		const found = new RegExp(
			`--${name}: light-dark\\(oklch\\(([^)]+)\\), oklch\\(([^)]+)\\)\\)`,
		).exec(tokens);
		const [light, dark] = (found ?? []).slice(1).map((text) => text.split(' ').map(Number));
		expect({ light, dark }, name).toEqual({ light: GROUNDS.light[name], dark: GROUNDS.dark[name] });
	}
});

test('whatever the colour, the nearest one can be read, and is itself where it can', () => {
	fc.assert(
		fc.property(hex, fc.constantFrom(...themes), (colour, theme) => {
			const near = nearestReadable(colour, theme);
			expect(leastContrast(near, theme)).toBeGreaterThanOrEqual(TEXT);
			if (leastContrast(colour, theme) >= TEXT) expect(near).toBe(colour);
		}),
		{ numRuns: 200 },
	);
});

test('whatever the accent, every shade of both themes can be read, and so can a button', () => {
	const onButton = { light: fromOklch(1, 0, 0), dark: fromOklch(0.18, 0.02, 235) };
	fc.assert(
		fc.property(hex, (colour) => {
			const light = nearestReadable(colour, 'light');
			for (const theme of themes) {
				const { accent, pointed, wash } = shadesOf({ light }, theme);
				for (const one of [accent, pointed]) {
					expect(leastContrast(one, theme)).toBeGreaterThanOrEqual(TEXT);
					expect(contrastOf(fromHex(one), fromHex(wash))).toBeGreaterThanOrEqual(TEXT);
					expect(contrastOf(fromHex(one), onButton[theme])).toBeGreaterThanOrEqual(TEXT);
				}
			}
		}),
		{ numRuns: 200 },
	);
});
