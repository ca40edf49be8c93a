/**
 * Writes several files as one: all of them or none. Each new text is complete under another name
 * before the first file changes, and a failure or Ctrl-C puts back what was there. A kill in between
 * leaves every file as it was or as it will be, and a journal by which the next command puts the
 * rest right.
 */
import { randomBytes } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	linkSync,
	lstatSync,
	mkdirSync,
	realpathSync,
	renameSync,
	writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { isBelow } from '#catalogue/read/is-below.ts';
import { UsageError } from './usage-error.ts';
import {
	clear,
	cure,
	digestOf,
	removeJournal,
	type Step,
	undo,
	writeJournal,
} from './write-journal.ts';
import { DISK_FIX, whileAlone } from './write-lock.ts';

/** A file to write, or one (or a whole folder) to take away. */
export type FileChange =
	| {
			path: string;
			text: string | Uint8Array;
			/** Rights of a new file, such as 0o755; one that is replaced keeps its own. */
			mode?: number;
	  }
	| { path: string; remove: true };

export interface WriteOptions {
	/** Whether a file that exists may be replaced. */
	overwrite?: boolean;
}

/**
 * Makes all changes below `root`, or none. Paths have forward slashes and stay inside `root`.
 *
 * It runs without a pause, and a signal is only answered when it is over.
 */
export function writeAll(
	root: string,
	changes: readonly FileChange[],
	{ overwrite = false }: WriteOptions = {},
): void {
	if (changes.length === 0) return;
	const resume = holdSignals();
	try {
		whileAlone(root, () => {
			cure(root);
			const steps = changes.map((change) => planned(root, change, overwrite));
			refuseTwice(steps, changes);
			carryOut(root, changes, steps);
		});
	} finally {
		resume();
	}
}

function carryOut(root: string, changes: readonly FileChange[], steps: readonly Step[]): void {
	const folders = missingFolders(steps);
	try {
		writeJournal(root, { done: false, steps: [...steps], folders });
		for (const folder of folders) mkdirSync(folder);
		for (const [index, change] of changes.entries()) {
			const fresh = steps[index]?.fresh;
			if (!fresh || 'remove' in change) continue;
			const mode = modeOf(steps[index]?.target) ?? change.mode ?? 0o666;
			writeFileSync(fresh, change.text, { flag: 'wx', mode });
		}
		for (const { target, fresh, old } of steps) {
			if (old && fresh) keep(target, old);
			else if (old) renameSync(target, old);
			// Takes the place of the file in one step, so it is never missing.
			if (fresh) renameSync(fresh, target);
		}
		writeJournal(root, { done: true, steps: [...steps], folders: [] });
	} catch (error) {
		undo(steps, folders);
		removeJournal(root);
		throw asUsageError(error, root);
	}
	// From here on the change stands; an old file that cannot be deleted must not undo it.
	clear(steps);
	removeJournal(root);
}

/** A second name for the file that is to be replaced; a copy where the disk knows no second names. */
function keep(target: string, old: string): void {
	if (lstatSync(target).isDirectory()) {
		renameSync(target, old);
		return;
	}
	try {
		linkSync(target, old);
	} catch {
		copyFileSync(target, old);
	}
}

/** Folders that the new files need and that are not there, outer ones first. */
function missingFolders(steps: readonly Step[]): string[] {
	const missing = new Set<string>();
	for (const { fresh } of steps) {
		const way: string[] = [];
		for (let at = fresh && dirname(fresh); at && !existsSync(at); at = dirname(at)) way.unshift(at);
		for (const folder of way) missing.add(folder);
	}
	return [...missing];
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Without a listener a signal ends the process in the middle of a statement. With one it waits
 * until this synchronous work is over, and there is then nothing left to stop.
 */
function holdSignals(): () => void {
	const hold = () => {};
	for (const signal of SIGNALS) process.on(signal, hold);
	return () => {
		for (const signal of SIGNALS) process.off(signal, hold);
	};
}

/** Two changes of one file would silently leave the second. */
function refuseTwice(steps: readonly Step[], changes: readonly FileChange[]): void {
	const seen = new Set<string>();
	for (const [index, { target }] of steps.entries()) {
		if (seen.has(target)) {
			throw new UsageError(
				`"${changes[index]?.path}" is written twice.`,
				'List each file only once.',
			);
		}
		seen.add(target);
	}
}

/** The rights of a file that is to be replaced. */
function modeOf(path: string | undefined): number | undefined {
	const found = path === undefined ? undefined : lstatSync(path, { throwIfNoEntry: false });
	return found?.isFile() ? found.mode & 0o777 : undefined;
}

function planned(root: string, change: FileChange, overwrite: boolean): Step {
	const target = inside(root, change.path);
	const exists = existsSync(target) || isLink(target);
	const beside = (what: string) =>
		join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.${what}`);
	if ('remove' in change) {
		if (exists) return { target, old: beside('old') };
		throw new UsageError(`${change.path} does not exist.`, 'Check the path.');
	}
	if (exists && !overwrite) {
		throw new UsageError(`${change.path} already exists.`, 'Move it, or use another name.');
	}
	const digest = digestOf(change.text);
	return { target, fresh: beside('new'), digest, ...(exists && { old: beside('old') }) };
}

/** The full path, if it stays below the root whatever links are on the way. */
function inside(root: string, path: string): string {
	const refuse = () => new UsageError(`"${path}" is outside ${root}.`, 'Enter a path inside it.');
	if (isAbsolute(path) || /[\\\0]/.test(path)) throw refuse();
	const top = realpathSync(root);
	const target = resolve(top, path);
	if (!isBelow(top, target)) throw refuse();
	let folder = dirname(target);
	while (!existsSync(folder)) folder = dirname(folder);
	const real = realpathSync(folder);
	if (real !== top && !isBelow(top, real)) throw refuse();
	return target;
}

function isLink(path: string): boolean {
	try {
		return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
	} catch {
		// A file stands where a folder should be; making the folder says so.
		return false;
	}
}

const FILE_IN_WAY = 'has a file where a folder should be';

const REASONS = new Map([
	['EACCES', 'cannot be written'],
	['EPERM', 'cannot be written'],
	['EROFS', 'is on a disk that is read-only'],
	['ENOSPC', 'does not fit: the disk is full'],
	['ENOTDIR', FILE_IN_WAY],
	['EEXIST', FILE_IN_WAY],
]);

function asUsageError(error: unknown, root: string): unknown {
	if (!(error instanceof Error && 'code' in error)) return error;
	const reason = REASONS.get(String(error.code));
	const path = 'path' in error ? relative(realpathSync(root), dirname(String(error.path))) : '';
	if (!reason) return error;
	return new UsageError(`${path || root} ${reason}; nothing was changed.`, DISK_FIX);
}
