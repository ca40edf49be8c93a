/** Colours as red, green and blue: reading, mixing, and the contrast between two of them. */

/** Red, green and blue from 0 to 1, as sRGB codes them. */
export type Colour = readonly [red: number, green: number, blue: number];

/** @example fromHex('#0b5cad') // => [0.043, 0.361, 0.678] */
export function fromHex(hex: string): Colour {
	const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
	return [part(1), part(3), part(5)];
}

export const toHex = (colour: Colour): string =>
	`#${colour
		.map((part) =>
			Math.round(part * 255)
				.toString(16)
				.padStart(2, '0'),
		)
		.join('')}`;

/** A share of one colour and the rest of another, as sRGB codes them. */
export const mix = (one: Colour, other: Colour, share: number): Colour => {
	const part = (at: 0 | 1 | 2) => one[at] * share + other[at] * (1 - share);
	return [part(0), part(1), part(2)];
};

/** How light a colour is: relative luminance of WCAG 2.2, from 0 for black to 1 for white. */
function luminanceOf(colour: Colour): number {
	const [red, green, blue] = colour.map((part) =>
		part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
	) as [number, number, number]; // The three parts of a colour, in their order.
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, from 1 to 21: contrast ratio of WCAG 2.2. */
export function contrastOf(one: Colour, other: Colour): number {
	const [a, b] = [luminanceOf(one), luminanceOf(other)];
	return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/**
 * A colour of OKLCH as sRGB, as the tokens of the stylesheet are written; with the numbers of
 * https://bottosson.github.io/posts/oklab/. What no screen shows is cut off.
 *
 * @example toHex(fromOklch(0.628, 0.2577, 29.23)) // => '#ff0000'
 */
export function fromOklch(lightness: number, chroma: number, hue: number): Colour {
	const a = chroma * Math.cos((hue * Math.PI) / 180);
	const b = chroma * Math.sin((hue * Math.PI) / 180);
	const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	return [
		coded(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
		coded(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
		coded(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
	];
}

/** A part of a colour from light, which adds up, to sRGB, which looks even. */
const coded = (light: number): number => {
	const part = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
	return Math.min(1, Math.max(0, part));
};
