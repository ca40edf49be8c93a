/** The files of this copy: their digests, and where a new one may be written. */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../refusal.ts';
import { MANIFEST, type Manifest, readManifest } from './manifest.ts';

/** SHA-256 of a text, line ends made alike, so that a checkout on Windows counts as untouched. */
export function digestOf(source: string): string {
	return createHash('sha256').update(source.replaceAll('\r\n', '\n')).digest('hex');
}

/** What was taken. @throws SetupError when catalogue.json is away or broken */
export function readCopy(root: string): Manifest {
	try {
		return readManifest(readFileSync(join(root, MANIFEST), 'utf8'));
	} catch (error) {
		if (error instanceof SetupError) throw error;
		throw new SetupError(`${MANIFEST} cannot be read.`, 'Put it back from your first commit.');
	}
}

/** Digests of those of the paths that are files here. */
export function digestsOf(root: string, paths: Iterable<string>): Map<string, string> {
	const found = new Map<string, string>();
	for (const path of paths) {
		if (!isInside(path)) continue;
		const file = join(root, path);
		if (existsSync(file) && lstatSync(file).isFile()) {
			found.set(path, digestOf(readFileSync(file, 'utf8')));
		}
	}
	return found;
}

/** Names that no offer may touch, whatever it says. */
const NEVER = new Set(['.git', 'node_modules']);

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
		parts.every((part) => part !== '' && part !== '.' && part !== '..') &&
		!NEVER.has((parts[0] ?? '').toLowerCase())
	);
}

/** @throws SetupError when the path leaves the folder, by its text or through a link on its way */
export function assertWritable(root: string, path: string): void {
	const fix = 'Nothing was written. Tell the contact of the catalogue.';
	if (!isInside(path)) throw new SetupError(`"${path}" is no path inside this folder.`, fix);
	const parts = path.split('/');
	for (const [index] of parts.entries()) {
		const on = join(root, ...parts.slice(0, index + 1));
		const found = lstatSync(on, { throwIfNoEntry: false });
		if (!found) return;
		const last = index === parts.length - 1;
		if (last ? found.isFile() : found.isDirectory()) continue;
		throw new SetupError(
			`${path} would be written through ${parts[index]}, which is no plain ${last ? 'file' : 'folder'}.`,
			fix,
		);
	}
}
