/** Archives that are the same bytes wherever and whenever they are made. */

import { gzipSync, strToU8, type Zippable, zipSync } from 'fflate';
import type { BundleFile } from '../model/artefacts.ts';
import { compare } from '../model/finding.ts';
import { tarOf } from './tar.ts';

/** Rights of a file of ours: a script that names its interpreter may be run. */
export const modeOf = (text: string): number => (text.startsWith('#!') ? 0o755 : 0o644);

/**
 * The time every file of an archive carries. Zip keeps local time without its zone, so the fields
 * are set in local time: a date in UTC would give other bytes in another zone.
 */
const zipTime = () => new Date(2020, 0, 1);
const TAR_TIME = Date.UTC(2020, 0, 1);
/** Made on Unix, so that the rights of a file count. */
const UNIX = 3;
const REGULAR_FILE = 0o100000;

/**
 * A zip of the files under one folder, or at its root where the folder has no name, in order of path.
 * In the browser; a build makes the same bytes from streams that it has (`zipOnce`).
 *
 * @throws Error for a path that climbs out
 */
export function zipOf(folder: string, files: readonly BundleFile[]): Uint8Array<ArrayBuffer> {
	const entries: Zippable = {};
	for (const { path, text, mode } of inOrder(files)) {
		// The rights of a file stand in the upper half of its attributes.
		const attrs = ((REGULAR_FILE | mode) << 16) >>> 0;
		entries[within(folder, path)] = [strToU8(text), { os: UNIX, attrs }];
	}
	return zipSync(entries, { mtime: zipTime() });
}

/** The same as a compressed tar, for `tar xz`. */
export function tgzOf(folder: string, files: readonly BundleFile[]): Uint8Array {
	const entries = inOrder(files).map(({ path, text, mode }) => ({
		name: within(folder, path),
		text,
		mode,
	}));
	return gzipSync(tarOf(entries, TAR_TIME / 1000), { mtime: 0 });
}

const within = (folder: string, path: string) => (folder ? `${folder}/${path}` : path);

/** Paths are ours, but an archive that climbs out of its folder is a weapon, so it is never made. */
export function inOrder(files: readonly BundleFile[]): BundleFile[] {
	for (const { path } of files) {
		const parts = path.split('/');
		if (parts.some((part) => part === '' || part === '.' || part === '..') || /[\\:]/.test(path)) {
			throw new Error(`"${path}" is not a path inside a bundle.`);
		}
	}
	return [...files].sort((a, b) => compare(a.path, b.path));
}
