/** Whether a file is a logo that the header can show: small, an svg or png, of a fair shape. */
import { checkPicture, type PictureProblem, type Sides } from './check.ts';
import { checkSvg } from './svg.ts';

/** Every page loads it. */
export const LARGEST_LOGO = 30 * 1024;
/** The header gives a logo one line: a longer one would push the links out. */
const WIDEST = 6;
const NARROWEST = 1 / 3;

/** The width and height of a logo, or why it is not shown. */
export function checkLogo(path: string, bytes: Uint8Array): Sides | PictureProblem {
	const svg = /\.svg$/i.test(path);
	if (!svg && !/\.png$/i.test(path)) {
		return { message: 'is not an svg or png file.', fix: 'Save the logo as svg or png.' };
	}
	if (bytes.length === 0) return { message: 'is empty.', fix: 'Export it again.' };
	if (bytes.length > LARGEST_LOGO) {
		return {
			message: `is ${Math.ceil(bytes.length / 1024)} kB, and every page loads it.`,
			fix: `Make it smaller; the limit for a logo is ${LARGEST_LOGO / 1024} kB.`,
		};
	}
	const sides = svg ? checkSvg(bytes) : checkPicture(path, bytes);
	if ('message' in sides) return sides;
	const shape = sides.width / sides.height;
	if (shape <= WIDEST && shape >= NARROWEST) return sides;
	const [long, short] = shape > 1 ? ['wide', 'high'] : ['high', 'wide'];
	const most = shape > 1 ? WIDEST : 1 / NARROWEST;
	return {
		message: `is ${sides.width} by ${sides.height}, which does not fit in the header.`,
		fix: `Use a form of the logo that is at most ${most} times as ${long} as it is ${short}.`,
	};
}
