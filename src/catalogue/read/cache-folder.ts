/**
 * Where caches stand: outside the checkout, in a folder that belongs to the user alone.
 *
 * What a repository holds comes from many hands. A cache that could be committed would make a fresh
 * clone believe what it holds, so the folder is that of the user's system, named by the checkout.
 */

import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { isBelow } from './is-below.ts';
import { codeOf } from './kept-file.ts';

/** The folder, or why there is none; never both. */
export interface CacheFolder {
	folder: string | undefined;
	/** One line that says why nothing is kept. */
	problem: string | undefined;
}

/** What names the folder: the system, its variables, and whose home it is. */
export interface Surroundings {
	env?: Readonly<Record<string, string | undefined>>;
	platform?: NodeJS.Platform;
	home?: string;
}

/** Makes the folder for the caches of a checkout, or says why it is not to be used. */
export function cacheFolder(root: string, surroundings: Surroundings = {}): CacheFolder {
	const none = (problem: string): CacheFolder => ({
		folder: undefined,
		problem: `${problem} The work is done without a cache.`,
	});
	let folder = join(userCaches(surroundings), 'ai-pattern-catalogue');
	try {
		folder = join(folder, nameOf(root));
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		const real = realpathSync(folder);
		const checkout = realpathSync(root);
		if (real === checkout || isBelow(checkout, real)) {
			return none(`The cache folder ${folder} is inside the checkout, so it could be committed.`);
		}
		const { mode, uid } = lstatSync(real);
		if (process.getuid && uid !== process.getuid()) {
			return none(`The cache folder ${folder} belongs to another user.`);
		}
		if (process.getuid && (mode & 0o077) !== 0) chmodSync(real, 0o700);
		return { folder: real, problem: undefined };
	} catch (error) {
		return none(`The cache folder ${folder} cannot be used (${codeOf(error)}).`);
	}
}

/** Where the engine keeps the code that it has compiled, in the folder for the caches. */
export const codeIn = (folder: string): string => join(folder, 'code');

/** The folder of the system for what may be deleted at any time. */
function userCaches({ env = process.env, platform, home = homedir() }: Surroundings): string {
	// The standard says that a path which is not absolute is to be ignored.
	const named = env.XDG_CACHE_HOME;
	if (named && isAbsolute(named)) return named;
	const system = platform ?? process.platform;
	if (system === 'win32') return env.LOCALAPPDATA ?? join(home, 'AppData', 'Local');
	return system === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
}

/** By the real path, so that two names of one checkout share a folder and two checkouts never do. */
const nameOf = (root: string) =>
	createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 32);
