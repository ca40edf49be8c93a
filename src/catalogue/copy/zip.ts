/**
 * Writes a zip from texts that were packed before. Packs share most of their files, and to deflate the
 * statements of a control again for each pack would cost more than all else.
 */
import { crc32 } from 'node:zlib';
import { deflateSync, strToU8 } from 'fflate';
import { digestOfBytes } from '../model/digest.ts';

/** A text as it is in a zip. */
export interface Packed {
	size: number;
	crc: number;
	/** 8 for deflated bytes, 0 for bytes as they are. */
	method: 0 | 8;
	bytes: Uint8Array;
	/** SHA-256 of the text. */
	digest: string;
}

export interface PackedFile {
	path: string;
	packed: Packed;
	/** Rights, such as 0o755. By default, the person who unpacks it can read and change it. */
	mode?: number;
}

/** Below this many bytes, what deflating saves is not worth its time. */
const SMALL = 1500;

/** A text, packed. fflate gives the same bytes on every machine; zlib does not. */
export function packText(text: string, small = SMALL): Packed {
	const plain = strToU8(text);
	const isSmall = plain.length < small;
	return {
		size: plain.length,
		crc: crc32(plain),
		method: isSmall ? 0 : 8,
		bytes: isSmall ? plain : deflateSync(plain, { level: 6 }),
		digest: digestOfBytes(plain),
	};
}

/** Names are UTF-8. */
const UTF8 = 0x0800;
/** Which names say so: each, or those that would read otherwise without it. */
export type Said = 'always' | 'where needed';

const VERSION = 20;
/** Made on Unix, so that the rights of a file count. */
const MADE_BY = (3 << 8) | VERSION;
const REGULAR_FILE = 0o100000;
/** The first of January 2020, as a zip writes it. */
const DATE = ((2020 - 1980) << 9) | (1 << 5) | 1;

/** The zip of the files under one folder, in the order given. */
export function zipPacked(
	folder: string,
	files: readonly PackedFile[],
	said: Said = 'always',
): Uint8Array<ArrayBuffer> {
	const local: Uint8Array[] = [];
	const central: Uint8Array[] = [];
	let offset = 0;
	for (const { path, packed, mode = 0o644 } of files) {
		const whole = folder ? `${folder}/${path}` : path;
		const name = strToU8(whole);
		const flags = said === 'always' || name.length !== whole.length ? UTF8 : 0;
		const fields = [VERSION, flags, packed.method, 0, DATE];
		const head = record(30, 0x04034b50, fields, packed, name);
		central.push(entryOf(packed, name, fields, mode, offset), name);
		local.push(head, name, packed.bytes);
		offset += head.length + name.length + packed.bytes.length;
	}
	const size = central.reduce((sum, { length }) => sum + length, 0);
	const end = new DataView(new ArrayBuffer(22));
	end.setUint32(0, 0x06054b50, true);
	end.setUint16(8, files.length, true);
	end.setUint16(10, files.length, true);
	end.setUint32(12, size, true);
	end.setUint32(16, offset, true);
	return joined([...local, ...central, new Uint8Array(end.buffer)]);
}

/** The record of a file in the list at the end. */
function entryOf(
	packed: Packed,
	name: Uint8Array,
	fields: readonly number[],
	mode: number,
	offset: number,
): Uint8Array {
	const bytes = record(46, 0x02014b50, [MADE_BY, ...fields], packed, name);
	const view = new DataView(bytes.buffer);
	// The rights of a file stand in the upper half of its attributes.
	view.setUint32(38, ((REGULAR_FILE | mode) << 16) >>> 0, true);
	view.setUint32(42, offset, true);
	return bytes;
}

/** The start that both records of a file have. */
function record(
	length: number,
	mark: number,
	fields: readonly number[],
	{ crc, bytes, size }: Packed,
	name: Uint8Array,
): Uint8Array<ArrayBuffer> {
	const view = new DataView(new ArrayBuffer(length));
	view.setUint32(0, mark, true);
	for (const [at, field] of fields.entries()) view.setUint16(4 + 2 * at, field, true);
	const after = 4 + 2 * fields.length;
	view.setUint32(after, crc, true);
	view.setUint32(after + 4, bytes.length, true);
	view.setUint32(after + 8, size, true);
	view.setUint16(after + 12, name.length, true);
	return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}
