/** The accent of an organisation: if it can be read on the pages, and the shades made from it. */
import type { Organisation } from '#schemas/organisation.ts';
import { type Colour, contrastOf, fromHex, fromOklch, mix, toHex } from './colour.ts';

export type Theme = 'light' | 'dark';
export const themes: readonly Theme[] = ['light', 'dark'];

/** Least contrast of text and of lines: WCAG 2.2, 1.4.3 and 1.4.11. */
export const TEXT = 4.5;
export const LINES = 3;

type Oklch = readonly [lightness: number, chroma: number, hue: number];

/**
 * What the accent is read on, as in src/styles/tokens.css: links are on the page, in panels, in rows
 * that are pointed at, in notices and in the cells of the risk grid. A test compares the two.
 */
export const GROUNDS: Readonly<Record<Theme, Readonly<Record<string, Oklch>> & { canvas: Oklch }>> =
	{
		light: {
			canvas: [0.984, 0.0025, 228],
			surface: [1, 0, 0],
			sunken: [0.96, 0.0045, 228],
			hover: [0.95, 0.008, 222],
			'ok-wash': [0.958, 0.026, 155],
			'warn-wash': [0.962, 0.036, 85],
			'bad-wash': [0.966, 0.015, 25],
			'risk-1': [0.972, 0.006, 70],
			'risk-2': [0.945, 0.022, 65],
			'risk-3': [0.905, 0.045, 55],
		},
		dark: {
			canvas: [0.18, 0.01, 238],
			surface: [0.215, 0.011, 238],
			sunken: [0.155, 0.009, 238],
			hover: [0.262, 0.014, 236],
			'ok-wash': [0.262, 0.038, 158],
			'warn-wash': [0.275, 0.04, 75],
			'bad-wash': [0.275, 0.05, 25],
			'risk-1': [0.235, 0.01, 70],
			'risk-2': [0.285, 0.028, 65],
			'risk-3': [0.345, 0.05, 55],
		},
	};

const byTheme = <Value>(make: (theme: Theme) => Value): Readonly<Record<Theme, Value>> => ({
	light: make('light'),
	dark: make('dark'),
});
const grounds = byTheme((theme) => Object.values(GROUNDS[theme]).map((one) => fromOklch(...one)));
/** Where a colour goes to be read better: darker on light pages, lighter on dark ones. */
const AWAY: Readonly<Record<Theme, Colour>> = { light: [0, 0, 0], dark: [1, 1, 1] };

/** Of the accent in the background of what is chosen. */
const WASH: Readonly<Record<Theme, number>> = { light: 0.08, dark: 0.14 };
/** Of black or white in a link that is pointed at. */
const POINTED = 0.3;

/** As six digits: what is measured is what the stylesheet says. */
const washOf = (hex: string, theme: Theme): string =>
	toHex(mix(fromHex(hex), fromOklch(...GROUNDS[theme].canvas), WASH[theme]));

/** The lowest contrast of a colour with anything it is read on in a theme. */
export function leastContrast(hex: string, theme: Theme): number {
	const accent = fromHex(hex);
	const all = [...grounds[theme], fromHex(washOf(hex, theme))];
	return Math.min(...all.map((ground) => contrastOf(accent, ground)));
}

/** Steps between a colour and black or white: finer than a screen can show. */
const STEPS = 512;

/** The nearest colour of the same hue that can be read as text in a theme; itself where it can. */
export function nearestReadable(hex: string, theme: Theme): string {
	for (let step = 0; step < STEPS; step += 1) {
		const near = toHex(mix(AWAY[theme], fromHex(hex), step / STEPS));
		if (leastContrast(near, theme) >= TEXT) return near;
	}
	return toHex(AWAY[theme]);
}

/** Colours of one theme, each as six hexadecimal digits. */
export interface Shades {
	accent: string;
	/** Of a link that is pointed at. */
	pointed: string;
	/** Background of what is chosen. */
	wash: string;
}

type Accent = NonNullable<NonNullable<Organisation['brand']>['accent']>;

/** The shades of a theme; without a colour for the dark theme, it is made from the light one. */
export function shadesOf({ light, dark }: Accent, theme: Theme): Shades {
	const accent = theme === 'light' ? light : (dark ?? nearestReadable(light, 'dark'));
	return {
		accent: accent.toLowerCase(),
		pointed: toHex(mix(AWAY[theme], fromHex(accent), POINTED)),
		wash: washOf(accent, theme),
	};
}
