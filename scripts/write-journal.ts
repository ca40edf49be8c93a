/**
 * What is being written, kept beside the lock until it is done. If the process is killed in between,
 * the next command reads it and takes the half-made change back, or clears away what was left.
 */
import { createHash } from 'node:crypto';
import {
	existsSync,
	lstatSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { z } from 'zod';
import { isBelow } from '#catalogue/read/is-below.ts';
import { stateFile } from './state-file.ts';
import { isHeldElsewhere, whileAlone } from './write-lock.ts';

const stepSchema = z.object({
	target: z.string(),
	/** Where the new text waits; left out for what is taken away. */
	fresh: z.string().optional(),
	/** Where the old file waits; left out for a file that is new. */
	old: z.string().optional(),
	/** Digest of the new text, to know our own file from one that somebody made since. */
	digest: z.string().optional(),
});
export type Step = z.output<typeof stepSchema>;

const journalSchema = z.object({
	command: z.string(),
	/** Whether every file is in its place, so that only old ones are left to delete. */
	done: z.boolean(),
	steps: z.array(stepSchema),
	/** Folders that were made for it, outer ones first. */
	folders: z.array(z.string()),
});
type Journal = z.output<typeof journalSchema>;

export const digestOf = (text: string | Uint8Array) =>
	createHash('sha256').update(text).digest('hex');

/** Writes the journal in one step. */
export function writeJournal(root: string, journal: Omit<Journal, 'command'>): void {
	const path = stateFile(root, 'journal');
	const full: Journal = { command: process.argv[2] ?? 'a command', ...journal };
	writeFileSync(`${path}.new`, JSON.stringify(full));
	renameSync(`${path}.new`, path);
}

export function removeJournal(root: string): void {
	const path = stateFile(root, 'journal');
	for (const file of [path, `${path}.new`]) rmSync(file, { force: true });
}

/**
 * Puts right what a killed command left in the folder, and returns a line that says so; undefined
 * where nothing was left, or where another process is just writing.
 */
export function cure(root: string): string | undefined {
	if (!existsSync(root) || !existsSync(stateFile(root, 'journal'))) return undefined;
	if (isHeldElsewhere(root)) return undefined;
	return whileAlone(root, () => {
		const journal = readJournal(root);
		if (!journal) {
			removeJournal(root);
			return undefined;
		}
		if (journal.done) clear(journal.steps);
		else undo(journal.steps, journal.folders);
		removeJournal(root);
		return journal.done
			? `"${journal.command}" was stopped after it had finished writing. The files it left behind were removed.`
			: `"${journal.command}" was stopped while it was writing. Its changes were undone. Run it again.`;
	});
}

function readJournal(root: string): Journal | undefined {
	try {
		const text = readFileSync(stateFile(root, 'journal'), 'utf8');
		const journal = journalSchema.parse(JSON.parse(text));
		return isWithin(root, journal) ? journal : undefined;
	} catch {
		// Not of our making: there is nothing in it to act on.
		return undefined;
	}
}

/**
 * Whether a journal only speaks of files below the folder, under the names that we give. In a folder
 * that git does not manage, it could come with the content.
 */
function isWithin(root: string, { steps, folders }: Journal): boolean {
	const top = realpathSync(root);
	const isOurs = (path: string) => {
		let folder = dirname(path);
		while (!existsSync(folder)) folder = dirname(folder);
		const real = realpathSync(folder);
		return resolve(path) === path && isBelow(top, path) && (real === top || isBelow(top, real));
	};
	const isBeside = (target: string, path: string | undefined, kind: string) => {
		if (path === undefined) return true;
		const [start, end] = [`.${basename(target)}.`, `.${kind}`];
		const name = basename(path);
		const middle = name.slice(start.length, -end.length);
		const isNamed = name === `${start}${middle}${end}` && /^[0-9a-f]{12}$/.test(middle);
		return dirname(path) === dirname(target) && isNamed;
	};
	return (
		folders.every(isOurs) &&
		steps.every(
			({ target, fresh, old }) =>
				isOurs(target) && isBeside(target, fresh, 'new') && isBeside(target, old, 'old'),
		)
	);
}

/** Deletes the old files of a change that stands. */
export function clear(steps: readonly Step[]): void {
	for (const { old } of steps) if (old) rmSync(old, { recursive: true, force: true });
}

/** Puts everything back in the opposite order; goes on where one step cannot be undone. */
export function undo(steps: readonly Step[], folders: readonly string[]): void {
	for (const { target, fresh, old, digest } of [...steps].reverse()) {
		attempt(() => {
			const isOurs = fresh !== undefined && !existsSync(fresh) && isFileOf(target, digest);
			if (old && isThere(old)) {
				// A file that somebody wrote here since is theirs.
				if (isOurs || !isThere(target)) renameSync(old, target);
				rmSync(old, { recursive: true, force: true });
			} else if (isOurs && !old) rmSync(target, { force: true });
		});
	}
	for (const { fresh } of steps) attempt(() => fresh && rmSync(fresh, { force: true }));
	for (const folder of [...folders].reverse()) attempt(() => rmdirSync(folder));
}

const isThere = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

const isFileOf = (path: string, digest: string | undefined) =>
	lstatSync(path, { throwIfNoEntry: false })?.isFile() === true &&
	digestOf(readFileSync(path)) === digest;

function attempt(act: () => unknown): void {
	try {
		act();
	} catch {
		// What is left is a hidden file with a name of ours; the first failure is the one to tell.
	}
}
