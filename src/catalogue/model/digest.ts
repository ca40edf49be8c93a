/** Digests of texts, files and downloads. */
import { hash } from 'node:crypto';

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** SHA-256 of a text, in hexadecimal. */
export function digestOf(text: string): string {
	return hash('sha256', text);
}

/** SHA-256 of a file, line endings made alike. */
export function fileDigest(content: Uint8Array | string): string {
	const bytes = typeof content === 'string' ? Buffer.from(content) : content;
	return hash('sha256', bytes.includes(0) ? bytes : unixLines(bytes));
}

/** SHA-256 of bytes as they are, in hexadecimal: what `sha256sum` prints for a download. */
export function digestOfBytes(bytes: Uint8Array): string {
	return hash('sha256', bytes);
}

function unixLines(bytes: Uint8Array): Uint8Array {
	if (!bytes.includes(CARRIAGE_RETURN)) return bytes;
	return bytes.filter((byte, at) => byte !== CARRIAGE_RETURN || bytes[at + 1] !== LINE_FEED);
}
