/**
 * A file of a cache: a line that says what it is and which code made it, then JSON in ASCII.
 *
 * It is believed only when the line names this version and the digest of the rest. Anything else is
 * left out with one line, and made again.
 */

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { digestOfBytes } from '../model/digest.ts';

/** What a file holds, and what is wrong with it where it cannot be used. */
export interface KeptFile {
	value: unknown;
	problem: string | undefined;
}

const FORMAT = 'ai-pattern-catalogue cache 1';

/** Reads what was kept by the same version; a file that is not there yet is no problem. */
export function readKept(file: string, version: string): KeptFile {
	const none = (problem: string | undefined): KeptFile => ({ value: undefined, problem });
	let bytes: Buffer;
	try {
		bytes = readFileSync(file);
	} catch (error) {
		const code = codeOf(error);
		return none(
			code === 'ENOENT' ? undefined : `${file} cannot be read (${code}), so it was ignored.`,
		);
	}
	const damaged = `${file} is damaged, so it was ignored and will be made again.`;
	const end = bytes.indexOf('\n');
	const [format, made, digest] = bytes.toString('utf8', 0, Math.max(end, 0)).split('\t');
	const body = bytes.subarray(end + 1);
	if (format !== FORMAT || digest !== digestOfBytes(body)) {
		return none(damaged);
	}
	if (made !== version) {
		return none(`${file} was made by another version of the catalogue, so it will be made again.`);
	}
	try {
		return { value: JSON.parse(body.toString('latin1')), problem: undefined };
	} catch {
		return none(damaged);
	}
}

/** Writes the file whole or not at all. Gives the one line that says why it could not. */
export function writeKept(file: string, version: string, value: unknown): string | undefined {
	const body = Buffer.from(plain(JSON.stringify(value)));
	const fresh = `${file}.${process.pid}.new`;
	try {
		const head = Buffer.from(`${FORMAT}\t${version}\t${digestOfBytes(body)}\n`);
		writeFileSync(fresh, Buffer.concat([head, body]), { mode: 0o600 });
		renameSync(fresh, file);
		return undefined;
	} catch (error) {
		try {
			rmSync(fresh, { force: true });
		} catch {
			// What stays is a file without a name that is read.
		}
		return `${file} cannot be written (${codeOf(error)}), so nothing was kept.`;
	}
}

/** The same JSON in plain signs alone: as text it takes half the memory, and is read faster. */
const plain = (json: string): string =>
	json.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Why the system refused, in its own word. */
export const codeOf = (error: unknown) =>
	error instanceof Error && 'code' in error ? String(error.code) : 'no reason given';
