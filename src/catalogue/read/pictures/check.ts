/** Whether a file is a picture that can be published: what its name says, whole, of a fair size. */
import type { Range } from '../../model/finding.ts';
import { type PictureFormat, pictureHead } from './head.ts';

/** Why a picture is not published, in words that follow "the picture". */
export interface PictureProblem {
	message: string;
	fix: string;
	/** Where in the file it is, where that is known. */
	at?: Pick<Range, 'line' | 'column'>;
}

export interface Sides {
	width: number;
	height: number;
}

/** The largest file: a page with one such picture still opens in seconds on a phone. */
export const LARGEST_PICTURE = 512 * 1024;
/** The longest side; a small file can hold a picture that no machine has the memory to draw. */
const LONGEST_SIDE = 8000;

const FORMATS: Readonly<Record<string, PictureFormat>> = {
	png: 'png',
	jpg: 'jpeg',
	jpeg: 'jpeg',
	webp: 'webp',
	avif: 'avif',
};

/** The width and height of a picture, or why it is not published. */
export function checkPicture(path: string, bytes: Uint8Array): Sides | PictureProblem {
	const end = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
	if (bytes.length === 0) {
		return { message: 'is empty.', fix: 'Export it again.' };
	}
	if (bytes.length > LARGEST_PICTURE) {
		return {
			message: `is ${Math.ceil(bytes.length / 1024)} kB.`,
			fix: `Make it smaller, or save it as webp; the limit is ${LARGEST_PICTURE / 1024} kB.`,
		};
	}
	const head = pictureHead(bytes);
	if (!head || head.format !== FORMATS[end]) {
		const is = head?.format ?? otherKind(bytes);
		return {
			message: `is not a ${end} picture${is ? `: its first bytes say ${is}` : ''}.`,
			fix: 'Open it in a picture program and save it as png, jpg, webp or avif.',
		};
	}
	if (!head.whole) {
		return {
			message: 'does not end where its format says: it is cut short, or has extra data at the end.',
			fix: 'Save it again.',
		};
	}
	if (head.moving) {
		return {
			message: 'is animated, and animations are not shown.',
			fix: 'Save one frame of it as png or webp.',
		};
	}
	const { width, height } = head;
	if (Math.min(width, height) < 1 || Math.max(width, height) > LONGEST_SIDE) {
		return {
			message: `is ${width} by ${height} pixels.`,
			fix: `Save it with sides of 1 to ${LONGEST_SIDE} pixels.`,
		};
	}
	if (head.located) {
		return {
			message: 'says where it was taken (GPS in its Exif data).',
			fix: 'Save it without Exif data.',
		};
	}
	return { width, height };
}

/** Kinds of file that are renamed to pictures, by how they start. */
const OTHERS: readonly (readonly [start: RegExp, is: string])[] = [
	[/^GIF8/, 'gif'],
	[/^BM/, 'bmp'],
	[/^%PDF/, 'pdf'],
	[/^PK\x03\x04/, 'zip'],
	[/^(?:II\*\0|MM\0\*)/, 'tiff'],
	[/^version https:\/\/git-lfs/, 'a pointer of Git LFS: fetch the file itself'],
	[/^\s*(?:<\?xml[\s\S]*)?<svg/i, 'svg'],
	[/^\s*<(?:!doctype|html)/i, 'html'],
	[/^....ftyp(?:heic|heix|mif1)/s, 'heic'],
];

function otherKind(bytes: Uint8Array): string | undefined {
	const start = String.fromCharCode(...bytes.subarray(0, 400));
	return OTHERS.find(([form]) => form.test(start))?.[1];
}
