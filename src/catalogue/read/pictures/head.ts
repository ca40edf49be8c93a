/** What the first bytes of a picture say: its format and its size in pixels. Reads nothing else. */

export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'avif';

export interface PictureHead {
	format: PictureFormat;
	/** As shown: a picture that is turned when it is shown has its sides changed over. */
	width: number;
	height: number;
	/** Whether the file ends where its format says. */
	whole: boolean;
	/** Whether it says where on earth it was taken. */
	located: boolean;
	/** Whether it holds more than one frame. */
	moving: boolean;
}

/** The head of a picture; undefined for a file of no format that is published. */
export function pictureHead(bytes: Uint8Array): PictureHead | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (const read of [png, jpeg, webp, avif]) {
		try {
			const head = read(bytes, view);
			if (head) return head;
		} catch (error) {
			// The file ends within what its head promises.
			if (!(error instanceof RangeError)) throw error;
			return undefined;
		}
	}
	return undefined;
}

type Read = (bytes: Uint8Array, view: DataView) => PictureHead | undefined;

const ascii = (bytes: Uint8Array, at: number, length: number) =>
	String.fromCharCode(...bytes.subarray(at, at + length));

const PNG_START = '\x89PNG\r\n\x1a\n';
const png: Read = (bytes, view) => {
	if (ascii(bytes, 0, 8) !== PNG_START || ascii(bytes, 12, 4) !== 'IHDR') return undefined;
	const head = { format: 'png', width: view.getUint32(16), height: view.getUint32(20) } as const;
	let [located, moving] = [false, false];
	for (let at = 8; at + 12 <= bytes.length; ) {
		const size = view.getUint32(at);
		const type = ascii(bytes, at + 4, 4);
		if (type === 'IEND')
			return { ...head, whole: at + 12 + size === bytes.length, located, moving };
		if (type === 'acTL') moving = true;
		if (type === 'eXIf') located ||= exifTags(view, at + 8).has(GPS);
		at += 12 + size;
	}
	return { ...head, whole: false, located, moving };
};

/** Markers that open the frame of a picture, whatever its coding. */
const isFrame = (marker: number) =>
	marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const jpeg: Read = (bytes, view) => {
	if (view.getUint16(0) !== 0xffd8 || bytes[2] !== 0xff) return undefined;
	let turned = false;
	let located = false;
	for (let at = 2; ; ) {
		if (bytes[at] !== 0xff) return undefined;
		const marker = view.getUint8(at + 1);
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		if (isFrame(marker)) {
			const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
			const end = bytes.lastIndexOf(0xd9);
			const whole = end > at && bytes[end - 1] === 0xff && end >= bytes.length - 2;
			const sides = turned ? { width: height, height: width } : { width, height };
			return { format: 'jpeg', ...sides, whole, located, moving: false };
		}
		if (marker === 0xe1 && ascii(bytes, at + 4, 6) === 'Exif\0\0') {
			const tags = exifTags(view, at + 10);
			turned ||= (tags.get(ORIENTATION) ?? 1) >= 5;
			located ||= tags.has(GPS);
		}
		at += 2 + view.getUint16(at + 2);
	}
};

const ORIENTATION = 0x0112;
const GPS = 0x8825;

/** The tags of the first directory of Exif data; of a value only its first half is read. */
function exifTags(view: DataView, start: number): Map<number, number> {
	const little = view.getUint16(start) === 0x4949;
	const directory = start + view.getUint32(start + 4, little);
	const count = Math.min(view.getUint16(directory, little), 200);
	const tags = new Map<number, number>();
	for (let index = 0; index < count; index += 1) {
		const at = directory + 2 + index * 12;
		tags.set(view.getUint16(at, little), view.getUint16(at + 8, little));
	}
	return tags;
}

const webp: Read = (bytes, view) => {
	if (ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 4) !== 'WEBP') return undefined;
	const size = view.getUint32(4, true) + 8;
	let [located, moving] = [false, false];
	for (let at = 12; at + 8 <= bytes.length; ) {
		const type = ascii(bytes, at, 4);
		if (type === 'ANIM') moving = true;
		// Some programs put the mark of a JPEG in front of the data.
		const start = at + 8 + (ascii(bytes, at + 8, 6) === 'Exif\0\0' ? 6 : 0);
		if (type === 'EXIF') located ||= exifTags(view, start).has(GPS);
		const length = view.getUint32(at + 4, true);
		at += 8 + length + (length % 2);
	}
	const whole = size === bytes.length || size + 1 === bytes.length;
	const rest = { format: 'webp', whole, located, moving } as const;
	const kind = ascii(bytes, 12, 4);
	if (kind === 'VP8X') {
		const side = (at: number) => 1 + view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
		return { ...rest, width: side(24), height: side(27) };
	}
	if (kind === 'VP8L') {
		const bits = view.getUint32(21, true);
		return { ...rest, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
	}
	if (kind !== 'VP8 ') return undefined;
	return {
		...rest,
		width: view.getUint16(26, true) & 0x3fff,
		height: view.getUint16(28, true) & 0x3fff,
	};
};

const avif: Read = (bytes, view) => {
	if (ascii(bytes, 4, 4) !== 'ftyp') return undefined;
	const brands = ascii(bytes, 8, Math.min(view.getUint32(0), 64) - 8);
	if (!/avi[fs]/.test(brands)) return undefined;
	const moving = brands.startsWith('avis');
	let [width, height] = [0, 0];
	let turned = false;
	let end = 0;
	const walk = (from: number, to: number): void => {
		for (let at = from; at + 8 <= to; ) {
			const size = view.getUint32(at) || to - at;
			const type = ascii(bytes, at + 4, 4);
			if (size < 8) throw new RangeError('a box without a size');
			if (from === 0) end = at + size;
			// `meta` has a version in front of what it holds.
			if (type === 'meta') walk(at + 12, Math.min(at + size, to));
			else if (type === 'iprp' || type === 'ipco') walk(at + 8, Math.min(at + size, to));
			else if (type === 'irot') turned = view.getUint8(at + 8) % 2 === 1;
			else if (type === 'ispe' && view.getUint32(at + 12) > width) {
				[width, height] = [view.getUint32(at + 12), view.getUint32(at + 16)];
			}
			at += size;
		}
	};
	walk(0, bytes.length);
	const sides = turned ? { width: height, height: width } : { width, height };
	return { format: 'avif', ...sides, whole: end === bytes.length, located: false, moving };
};
