/**
 * Puts a finished site in the place of the old one, so that whoever stops it at any moment leaves
 * one of the two whole.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const WORK = /^\.(.+)\.(\d+)-[0-9a-f]{8}\.building$/;

/** A folder of its own beside another, in which a build works. Removes what a killed build left. */
export function workFolder(target: string): string {
	const [folder, name] = [dirname(target), basename(target)];
	mkdirSync(folder, { recursive: true });
	for (const other of readdirSync(folder)) {
		const [, of, pid] = WORK.exec(other) ?? [];
		if (of === name && !isRunning(Number(pid))) removeLater(join(folder, other));
	}
	const random = randomBytes(4).toString('hex');
	const work = join(folder, `.${name}.${process.pid}-${random}.building`);
	mkdirSync(work);
	return work;
}

/** Where the old site waits in the moment between two names. */
const asideOf = (target: string) => join(dirname(target), `.${basename(target)}.replaced`);

/**
 * Puts back the old site where a machine stopped in the moment between two names, and removes what
 * is left of a site that was replaced.
 */
export function recover(target: string): void {
	const aside = asideOf(target);
	if (!existsSync(aside)) return;
	if (existsSync(target)) remove(aside);
	else renameSync(aside, target);
}

/**
 * Gives the folder of a finished site its name, in the place of the site that had it. That one stands
 * then where the new one was.
 */
export function publish(fresh: string, target: string): void {
	recover(target);
	if (!existsSync(target)) {
		renameSync(fresh, target);
		return;
	}
	// A site that is published from a branch keeps its `.git`.
	const git = join(target, '.git');
	if (existsSync(git)) cpSync(git, join(fresh, '.git'), { recursive: true });
	const aside = asideOf(target);
	if (exchanged(fresh, target)) return;
	renameSync(target, aside);
	try {
		renameSync(fresh, target);
	} catch (error) {
		renameSync(aside, target);
		throw error;
	}
	renameSync(aside, fresh);
}

/** In one step where the system has one for it; elsewhere two renames follow each other. */
function exchanged(one: string, other: string): boolean {
	if (process.platform !== 'linux') return false;
	const { status } = spawnSync('mv', ['--exchange', '--no-target-directory', one, other], {
		stdio: 'ignore',
	});
	return status === 0;
}

/** What cannot be deleted is in nobody's way; the next build tries again. */
export function remove(folder: string): void {
	try {
		rmSync(folder, { recursive: true, force: true });
	} catch {
		// A file is in use on Windows.
	}
}

/** Milliseconds that a build spends on removing the site before. */
const PATIENCE = 50;

/**
 * Removes a folder that is in nobody's way. What takes longer is left to a process of its own: to
 * remove tens of thousands of files takes seconds, and who builds waits for the site alone.
 */
export function removeLater(folder: string, patience = PATIENCE): void {
	const end = performance.now() + patience;
	try {
		for (const part of partsOf(folder, DEPTH)) {
			remove(part);
			if (performance.now() < end) continue;
			handOver(folder);
			return;
		}
	} catch {
		// It was removed by another, or cannot be read.
	}
	remove(folder);
}

/** Folders below each other that may hold thousands: a site in a work folder, and its collections. */
const DEPTH = 3;

/** What stands in folders at a depth. */
function* partsOf(folder: string, depth: number): Generator<string> {
	for (const item of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, item.name);
		if (depth > 1 && item.isDirectory()) yield* partsOf(path, depth - 1);
		else yield path;
	}
}

const REMOVE = `require('node:fs').rmSync(process.argv[1], { recursive: true, force: true })`;

function handOver(folder: string): void {
	const child = spawn(process.execPath, ['-e', REMOVE, folder], {
		// It goes on when this process, or the terminal, has ended.
		detached: true,
		stdio: 'ignore',
	});
	child.once('error', () => remove(folder));
	child.unref();
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// A process of another user may not be asked, but it is there.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
