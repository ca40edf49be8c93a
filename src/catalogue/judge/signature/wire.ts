/** Reads and writes the parts that SSH keys and signatures are made of (RFC 4251, section 5). */

/** Says that bytes end early or go on too long; nothing else is thrown while they are read. */
export class WireError extends Error {}

/** Takes one part after the other; asking for more than there is throws a `WireError`. */
export function reader(bytes: Buffer) {
	let at = 0;
	const take = (length: number): Buffer => {
		if (at + length > bytes.length) throw new WireError('ends early');
		at += length;
		return bytes.subarray(at - length, at);
	};
	const u32 = () => take(4).readUInt32BE();
	return {
		take,
		u32,
		string: () => take(u32()),
		text: () => take(u32()).toString('latin1'),
		/** Nothing may be left over: what no check has read could say anything. */
		end: () => {
			if (at !== bytes.length) throw new WireError('goes on too long');
		},
	};
}

/** A part with its length in front. */
export function field(part: Uint8Array | string): Buffer {
	const bytes = Buffer.from(part);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(bytes.length);
	return Buffer.concat([length, bytes]);
}

/** A whole number as RFC 4251 writes it, without the zero that keeps it positive. */
export function unsigned(int: Buffer): Buffer {
	return int[0] === 0 ? int.subarray(1) : int;
}

/** A whole number in so many bytes, zeros in front; undefined where it does not fit. */
export function padded(int: Buffer, size: number): Buffer | undefined {
	const raw = unsigned(int);
	return raw.length > size ? undefined : Buffer.concat([Buffer.alloc(size - raw.length), raw]);
}
