/** The smallest sound picture of each format, for tests. */

const bytes = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));

/** A PNG of one colour, two by three pixels. */
export const png = bytes(
	'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGNIaFgARAwoFABdFQkBJ85DjgAAAABJRU5ErkJggg==',
);

const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0));
const be32 = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
const box = (type: string, ...content: number[]) => [
	...be32(content.length + 8),
	...ascii(type),
	...content,
];

/** The frame of a JPEG, with segments before it; its picture is not there, as no check reads it. */
export const jpeg = (width: number, height: number, segments: readonly number[] = []) =>
	Uint8Array.from([
		...[0xff, 0xd8],
		...segments,
		...[0xff, 0xc0, 0, 11, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0],
		...[0xff, 0xd9],
	]);

/** An Exif segment with these tags of its first directory. */
export function exif(tags: readonly (readonly [tag: number, value: number])[]): number[] {
	const entries = tags.flatMap(([tag, value]) => [
		...[tag >> 8, tag & 0xff],
		...[0, 3, 0, 0, 0, 1],
		...[value >> 8, value & 0xff, 0, 0],
	]);
	const body = [
		...ascii('Exif\0\0'),
		...ascii('MM\0*'),
		...be32(8),
		...[0, tags.length],
		...entries,
		...be32(0),
	];
	return [0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff, ...body];
}

/** A lossy WebP, its head alone. */
export const webp = (width: number, height: number) => {
	const sides = [width & 0xff, width >> 8, height & 0xff, height >> 8];
	const data = [...ascii('WEBPVP8 '), 10, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, ...sides];
	return Uint8Array.from([...ascii('RIFF'), data.length, 0, 0, 0, ...data]);
};

/** An AVIF, its properties alone. */
export const avif = (width: number, height: number, turned = 0) =>
	Uint8Array.from([
		...box('ftyp', ...ascii('avif'), 0, 0, 0, 0, ...ascii('mif1avif')),
		...box(
			'meta',
			...be32(0),
			...box(
				'iprp',
				...box(
					'ipco',
					...box('ispe', ...be32(0), ...be32(width), ...be32(height)),
					...box('irot', turned),
				),
			),
		),
	]);
