/** The files of this copy: their digests, and where a new one may be written. */
import { createHash } from 'node:crypto';
import { accessSync, constants, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../refusal.ts';
import { MANIFEST, type Manifest, readManifest } from './manifest.ts';
import { reasonOf } from './one-line.ts';

/** SHA-256 of a text with LF line endings, so that a checkout on Windows counts as unchanged. */
export function digestOf(source: string): string {
	return createHash('sha256').update(source.replaceAll('\r\n', '\n')).digest('hex');
}

/** What was taken. @throws SetupError if catalogue.json is missing or broken */
export function readCopy(root: string): Manifest {
	try {
		return readManifest(readFileSync(join(root, MANIFEST), 'utf8'));
	} catch (error) {
		if (error instanceof SetupError) throw error;
		throw new SetupError(
			`${MANIFEST} cannot be read (${reasonOf(error) ?? String(error)}).`,
			'Restore it from your last commit.',
		);
	}
}

/** Digests of those paths that are files here. @throws SetupError if one is locked */
export function digestsOf(root: string, paths: Iterable<string>): Map<string, string> {
	const found = new Map<string, string>();
	for (const path of paths) {
		const text = isInside(path) ? readText(root, path) : undefined;
		if (text !== undefined) found.set(path, digestOf(text));
	}
	return found;
}

/** There is a file where a folder would be, or the name is too long for the disk. */
const CANNOT_BE_HERE = new Set(['ENOTDIR', 'ENAMETOOLONG']);

/** Undefined if it is missing or not a plain file. A locked file must not count as missing. */
function readText(root: string, path: string): string | undefined {
	const file = join(root, path);
	try {
		const found = lstatSync(file, { throwIfNoEntry: false });
		return found?.isFile() ? readFileSync(file, 'utf8') : undefined;
	} catch (error) {
		if (CANNOT_BE_HERE.has(reasonOf(error) ?? '')) return undefined;
		throw new SetupError(
			`${path} cannot be read (${reasonOf(error) ?? String(error)}).`,
			'Fix that, then run this again.',
		);
	}
}

/** Names that an update must never write to. The last is what Windows may call the first. */
const NEVER = new Set(['.git', 'node_modules', 'git~1']);

/**
 * Whether a path stays inside the folder.
 *
 * @example
 * isInside('../.bashrc') // => false
 */
export function isInside(path: string): boolean {
	const parts = path.split('/');
	return (
		!/[\\:\p{Cc}]/u.test(path) &&
		// Windows reads "name." and "name " as "name", and the same goes for "." and "..".
		parts.every((part) => part !== '' && !/[. ]$/.test(part)) &&
		!NEVER.has((parts[0] ?? '').toLowerCase())
	);
}

/**
 * Checks everything on the way to a file before it is written.
 *
 * @throws SetupError if the path leaves the folder, by its text or through a link; if something
 * else is where a file or a folder must be; if it is locked
 */
export function assertWritable(root: string, path: string): void {
	if (!isInside(path)) {
		throw new SetupError(
			`${JSON.stringify(path)} is not a path inside this folder.`,
			"Nothing was written. Tell the catalogue's contact.",
		);
	}
	const parts = path.split('/');
	let reached = root;
	for (const [index, part] of parts.entries()) {
		const on = join(reached, part);
		const found = lstatSync(on, { throwIfNoEntry: false });
		if (!found) break;
		const last = index === parts.length - 1;
		if (!(last ? found.isFile() : found.isDirectory())) {
			throw new SetupError(
				`${path} must be written, but ${parts.slice(0, index + 1).join('/')} is not a plain ${last ? 'file' : 'folder'} here.`,
				'Nothing was written. Move it somewhere else, then run this again.',
			);
		}
		reached = on;
	}
	try {
		accessSync(reached, constants.W_OK);
	} catch (error) {
		throw new SetupError(
			`${path} cannot be written (${reasonOf(error) ?? String(error)}).`,
			'Nothing was written. Fix that, then run this again.',
		);
	}
}
