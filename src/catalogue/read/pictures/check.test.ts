import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { avif, exif, jpeg, png, webp } from '#tests/support/pictures.ts';
import { checkPicture, LARGEST_PICTURE } from './check.ts';

const join = (...parts: readonly (Uint8Array | string)[]) =>
	Uint8Array.from(Buffer.concat(parts.map((part) => Buffer.from(part))));

/** A chunk of a PNG or WebP; no check reads its checksum. */
const pngChunk = (type: string, data: Uint8Array) =>
	join(Uint8Array.of(0, 0, data.length >> 8, data.length & 0xff), type, data, new Uint8Array(4));
const withChunk = (type: string, data: Uint8Array) =>
	join(png.slice(0, 33), pngChunk(type, data), png.slice(33));
/** The TIFF data of an Exif segment, without what JPEG puts in front of it. */
const tiff = (tags: Parameters<typeof exif>[0]) => Uint8Array.from(exif(tags)).slice(10);
const webpWith = (type: string, data: Uint8Array) => {
	const whole = join(webp(9, 9), type, Uint8Array.of(data.length, data.length >> 8, 0, 0), data);
	const even = data.length % 2 ? join(whole, new Uint8Array(1)) : whole;
	new DataView(even.buffer).setUint32(4, even.length - 8, true);
	return even;
};

describe('the sides of a picture are read', () => {
	test.each([
		['a.png', png, 2, 3],
		['a.PNG', png, 2, 3],
		['a.jpg', jpeg(640, 480), 640, 480],
		['a.jpeg', jpeg(640, 480), 640, 480],
		['turned.jpg', jpeg(640, 480, exif([[0x0112, 6]])), 480, 640],
		['straight.jpg', jpeg(640, 480, exif([[0x0112, 1]])), 640, 480],
		['a.webp', webp(300, 200), 300, 200],
		['a.avif', avif(1200, 900), 1200, 900],
		['turned.avif', avif(1200, 900, 1), 900, 1200],
	])('%s', (path, bytes, width, height) => {
		expect(checkPicture(path, bytes)).toEqual({ width, height });
	});
});

describe('a file that is no sound picture says why', () => {
	test.each([
		['nothing', 'a.png', new Uint8Array(), 'is empty.'],
		['another format', 'a.png', jpeg(1, 1), 'is not a png picture: its first bytes say jpeg.'],
		['a png called jpg', 'a.jpg', png, 'is not a jpg picture: its first bytes say png.'],
		['a GIF', 'a.png', join('GIF89a'), 'is not a png picture: its first bytes say gif.'],
		[
			'an SVG',
			'a.webp',
			join('<svg xmlns="x">'),
			'is not a webp picture: its first bytes say svg.',
		],
		['a page', 'a.png', join('<!doctype html>'), 'is not a png picture: its first bytes say html.'],
		['text', 'a.avif', join('hello'), 'is not a avif picture.'],
		['half a png', 'a.png', png.slice(0, 40), 'does not end where its format says: it is cut'],
		['the head of a png', 'a.png', png.slice(0, 14), 'is not a png picture'],
		['half a jpeg', 'a.jpg', jpeg(9, 9).slice(0, -2), 'does not end where its format says'],
		['half a webp', 'a.webp', webp(9, 9).slice(0, -1), 'is not a webp picture'],
		['half an avif', 'a.avif', avif(9, 9).slice(0, -3), 'does not end where its format says'],
		['a page behind a png', 'a.png', join(png, '<script>'), 'does not end where its format says'],
		['an end behind an end', 'a.png', join(png, 'PK', png.slice(-12)), 'does not end where'],
		['a png that moves', 'a.png', withChunk('acTL', new Uint8Array(8)), 'is animated'],
		['a webp that moves', 'a.webp', webpWith('ANIM', new Uint8Array(6)), 'is animated'],
		[
			'a place on earth in a png',
			'a.png',
			withChunk('eXIf', tiff([[0x8825, 26]])),
			'says where it was taken',
		],
		[
			'a place on earth in a webp',
			'a.webp',
			webpWith('EXIF', tiff([[0x8825, 26]])),
			'says where it was taken',
		],
		['a wide one', 'a.jpg', jpeg(9000, 10), 'is 9000 by 10 pixels.'],
		['one without a side', 'a.jpg', jpeg(0, 10), 'is 0 by 10 pixels.'],
		[
			'a place on earth',
			'a.jpg',
			jpeg(9, 9, exif([[0x8825, 26]])),
			'says where it was taken (GPS in its Exif data).',
		],
		['too large', 'a.png', join(png, 'x'.repeat(LARGEST_PICTURE)), 'is 513 kB.'],
	])('%s', (_, path, bytes, message) => {
		const found = checkPicture(path, bytes);
		expect('message' in found && found.message).toContain(message);
		expect('fix' in found && found.fix.length).toBeGreaterThan(10);
	});

	test('whatever the bytes, there is an answer', () => {
		const starts = fc.constantFrom(png, jpeg(3, 4), webp(3, 4), avif(3, 4));
		fc.assert(
			fc.property(starts, fc.uint8Array({ maxLength: 60 }), fc.nat(80), (start, rest, cut) => {
				const bytes = join(start.slice(0, cut), rest);
				for (const end of ['png', 'jpg', 'webp', 'avif']) {
					const found = checkPicture(`a.${end}`, bytes);
					expect('message' in found || found.width > 0).toBe(true);
				}
			}),
			{ numRuns: 400 },
		);
	});
});
