/**
 * A tar in the form of POSIX (ustar), the same bytes wherever it is made.
 *
 * A name has 100 bytes, and 155 more for the folders before it; an id and a path of ours can need
 * both. An empty file stays a file, and two empty blocks end the archive, as readers expect.
 */
import { strToU8 } from 'fflate';

export interface TarFile {
	/** Path within the archive, with forward slashes. */
	name: string;
	text: string;
	/** Rights, such as 0o644. */
	mode: number;
}

const BLOCK = 512;
const NAME = { at: 0, bytes: 100 };
const PREFIX = { at: 345, bytes: 155 };

/** @throws Error for a name that is too long for the form */
export function tarOf(files: readonly TarFile[], seconds: number): Uint8Array {
	const parts = files.flatMap(({ name, text, mode }) => {
		const data = strToU8(text);
		const padded = new Uint8Array(Math.ceil(data.length / BLOCK) * BLOCK);
		padded.set(data);
		return [header(name, mode, data.length, seconds), padded];
	});
	const length = parts.reduce((sum, part) => sum + part.length, 0);
	const archive = new Uint8Array(length + 2 * BLOCK);
	let offset = 0;
	for (const part of parts) {
		archive.set(part, offset);
		offset += part.length;
	}
	return archive;
}

function header(path: string, mode: number, size: number, seconds: number): Uint8Array {
	const block = new Uint8Array(BLOCK);
	const write = (text: string, at: number) => block.set(strToU8(text), at);
	const octal = (value: number, at: number, digits: number) =>
		write(value.toString(8).padStart(digits, '0'), at);
	const { name, prefix } = splitName(path);
	write(name, NAME.at);
	octal(mode, 100, 7);
	octal(0, 108, 7);
	octal(0, 116, 7);
	octal(size, 124, 11);
	octal(seconds, 136, 11);
	write('        ', 148);
	write('0', 156);
	write('ustar\u000000', 257);
	write(prefix, PREFIX.at);
	// Six digits, a zero byte and a space: the sum counts its own field as spaces.
	octal(
		block.reduce((sum, byte) => sum + byte, 0),
		148,
		6,
	);
	block[154] = 0;
	return block;
}

/** The path in the two fields: cut at the first slash that leaves a name of the size that fits. */
function splitName(path: string): { name: string; prefix: string } {
	if (strToU8(path).length <= NAME.bytes) return { name: path, prefix: '' };
	for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
		const prefix = path.slice(0, at);
		const name = path.slice(at + 1);
		if (strToU8(prefix).length <= PREFIX.bytes && strToU8(name).length <= NAME.bytes) {
			return { name, prefix };
		}
	}
	throw new Error(`"${path}" is too long for an archive.`);
}
