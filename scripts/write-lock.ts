/**
 * One writer at a time in a folder. The lock is a file that names the process which holds it, so a
 * lock that a stopped process left behind is known and taken over.
 */
import { randomBytes } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { stateFile } from './state-file.ts';
import { UsageError } from './usage-error.ts';

export const DISK_FIX = 'Check your permissions for the folder and the space on the disk.';

const holderSchema = z.object({
	pid: z.int(),
	/** When the process started, as its system counts; numbers of processes are used again. */
	born: z.string(),
	host: z.string(),
	command: z.string(),
	at: z.string(),
});
type Holder = z.output<typeof holderSchema>;

/** Locks that this process holds, with how often it asked for them. */
const held = new Map<string, number>();

/**
 * Runs `work` while no other process writes in the folder. Refuses at once, with the name of the
 * command that writes there, rather than wait: what the caller read may no longer be so.
 */
export function whileAlone<Result>(root: string, work: () => Result): Result {
	const release = lock(root);
	let result: Result;
	try {
		result = work();
	} catch (error) {
		release();
		throw error;
	}
	// Ours is a promise of Node or a value; nothing else has a `finally`.
	if (result instanceof Promise) return result.finally(release) as Result;
	release();
	return result;
}

function lock(root: string): () => void {
	const path = stateFile(root, 'lock');
	const count = held.get(path) ?? 0;
	if (count === 0) take(path);
	held.set(path, count + 1);
	return () => {
		const left = (held.get(path) ?? 1) - 1;
		if (left > 0) held.set(path, left);
		else {
			held.delete(path);
			rmSync(path, { force: true });
		}
	};
}

function take(path: string): void {
	const mine: Holder = {
		pid: process.pid,
		born: bornOf(process.pid) ?? '',
		host: hostname(),
		command: process.argv[2] ?? 'a command',
		at: new Date().toISOString(),
	};
	const fresh = `${path}.${process.pid}.${randomBytes(6).toString('hex')}`;
	try {
		writeFileSync(fresh, JSON.stringify(mine), { flag: 'wx' });
	} catch (error) {
		throw new UsageError(
			`${dirname(path)} cannot be written (${codeOf(error)}); nothing was changed.`,
			DISK_FIX,
		);
	}
	try {
		for (let attempt = 0; attempt < 3; attempt += 1) {
			if (placed(fresh, path)) {
				removeOthers(path);
				return;
			}
			const text = textOf(path);
			const holder = text === undefined ? undefined : holderOf(text);
			if (holder && isAlive(holder)) throw busy(holder, path);
			if (text !== undefined) takeAway(path, text);
		}
		throw busy(undefined, path);
	} finally {
		rmSync(fresh, { force: true });
	}
}

/** Locks that a killed process was about to place. */
function removeOthers(path: string): void {
	const [folder, name] = [dirname(path), basename(path)];
	for (const other of readdirSync(folder).filter((one) => one.startsWith(`${name}.`))) {
		// Its text may not be written yet, so the name says whose it is.
		const pid = Number(other.slice(name.length + 1).split('.')[0]);
		if (!pid || !isRunning(pid)) rmSync(join(folder, other), { force: true });
	}
}

/** Makes the lock with its text in one step, where no other is there. */
function placed(fresh: string, path: string): boolean {
	try {
		linkSync(fresh, path);
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error))) throw error;
	}
	// A disk without hard links: the text then comes a moment after the file.
	try {
		writeFileSync(path, readFileSync(fresh), { flag: 'wx' });
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		throw error;
	}
}

/** Takes a lock away that nobody holds; puts it back where another process was faster. */
function takeAway(path: string, text: string): void {
	const aside = `${path}.${process.pid}.${randomBytes(6).toString('hex')}`;
	try {
		renameSync(path, aside);
	} catch {
		return;
	}
	if (textOf(aside) !== text) placed(aside, path);
	rmSync(aside, { force: true });
}

function textOf(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		// It was given back in between.
		return undefined;
	}
}

function holderOf(text: string): Holder | undefined {
	try {
		return holderSchema.parse(JSON.parse(text));
	} catch {
		// Cut off by a full disk or a kill: whoever wrote it does not hold it.
		return undefined;
	}
}

/** Whether another process holds the lock of a folder now. */
export function isHeldElsewhere(root: string): boolean {
	const path = stateFile(root, 'lock');
	if (held.has(path)) return false;
	const text = textOf(path);
	const holder = text === undefined ? undefined : holderOf(text);
	return holder !== undefined && isAlive(holder);
}

function isAlive({ pid, born, host }: Holder): boolean {
	// Of another machine on the same disk we know nothing.
	if (host !== hostname()) return true;
	if (!isRunning(pid)) return false;
	const now = bornOf(pid);
	return now === undefined || born === '' || now === born;
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return codeOf(error) === 'EPERM';
	}
}

/** When a process started, on systems that say so in a file. */
function bornOf(pid: number): string | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The name, in brackets, may hold anything; the start is the 20th field behind it.
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
	} catch {
		return undefined;
	}
}

function busy(holder: Holder | undefined, path: string): UsageError {
	const who = holder
		? `${holder.command} (process ${holder.pid} on ${holder.host}, since ${holder.at.slice(11, 19)} UTC)`
		: 'another command';
	return new UsageError(
		`Nothing was written: ${who} is writing in this folder.`,
		`Run yours again when it has finished. If it is no longer running, delete ${path}`,
	);
}

const codeOf = (error: unknown) =>
	error instanceof Error && 'code' in error ? String(error.code) : '';
