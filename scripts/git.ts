/** What the commands ask git about the working tree, branches and commits. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ask, literally, pathsIn, read } from './git-process.ts';
import { UsageError } from './run.ts';

/** The root of the repository that a folder is in. */
export async function repositoryRoot(folder: string): Promise<string> {
	const { code, stdout, stderr } = await ask(folder, ['rev-parse', '--show-toplevel']);
	if (code === 0) return stdout.toString().replace(/\r?\n$/, '');
	if (stderr.includes('dubious ownership')) {
		throw new UsageError(
			`git does not trust ${folder}: it belongs to another user.`,
			`If you do: git config --global --add safe.directory ${folder}`,
		);
	}
	throw new UsageError(`${folder} is not in a git repository.`, 'Run it in a clone made by git.');
}

/**
 * Refuses a folder that is no catalogue, or in no repository. The catalogue may be a folder of a larger repository:
 * every path here is from the folder of the catalogue, as git takes and gives it there.
 */
export async function requireRepository(folder: string): Promise<void> {
	const root = await repositoryRoot(folder);
	if (['content', 'patterns'].some((name) => existsSync(join(folder, name)))) return;
	throw new UsageError(
		`${folder} contains neither content/ nor patterns/.`,
		`Run it in the folder of the catalogue, in ${root} or below it.`,
	);
}

/** Where the folder is in its repository: empty at its root, else with a slash at the end. */
async function prefixOf(folder: string): Promise<string> {
	return (await read(folder, ['rev-parse', '--show-prefix'])).replace(/\r?\n$/, '');
}

/** Files under the paths that differ from the last commit, new ones included, in order. */
export async function uncommitted(root: string, paths: readonly string[]): Promise<string[]> {
	const args = ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--'];
	const lines = pathsIn(await read(root, [...args, ...literally(paths)]));
	// This command alone gives paths from the root of the repository, whatever folder it runs in.
	const prefix = await prefixOf(root);
	return lines.map((line) => line.slice(3 + prefix.length)).sort();
}

/** Files under the paths that git is told to ignore, in order. */
export async function ignored(root: string, paths: readonly string[]): Promise<string[]> {
	const args = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--'];
	return pathsIn(await read(root, [...args, ...literally(paths)])).sort();
}

/** Files under the paths that differ from a commit, new ones that git does not know yet included. */
export async function changedSince(
	root: string,
	ref: string,
	paths: readonly string[],
): Promise<string[]> {
	const commit = await resolveRef(root, ref);
	const where = literally(paths);
	const known = await read(root, [
		'diff',
		'--name-only',
		'--relative',
		'-z',
		'--no-renames',
		commit,
		'--',
		...where,
	]);
	const others = ['ls-files', '-z', '--others', '--exclude-standard', '--', ...where];
	return [...new Set([...pathsIn(known), ...pathsIn(await read(root, others))])].sort();
}

/** Whether the clone leaves out older commits. */
export async function isShallow(root: string): Promise<boolean> {
	return (await read(root, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
}

/** The full name of the commit a ref stands for. */
export async function resolveRef(root: string, ref: string): Promise<string> {
	const commit = await findRef(root, ref);
	if (commit) return commit;
	throw await unknownCommit(root, ref);
}

export const SHALLOW_FIX =
	'This clone is shallow. Check out the whole history, or run git fetch --unshallow origin.';

/** What to say about a ref that git cannot find; a clone may leave commits out. */
export async function unknownCommit(root: string, ref: string): Promise<UsageError> {
	const fix = (await isShallow(root))
		? SHALLOW_FIX
		: 'Check the name with git branch --all, or run git fetch origin first.';
	return new UsageError(`git does not know the commit "${ref}".`, fix);
}

/** The same, or undefined for a ref that does not exist. */
export async function findRef(root: string, ref: string): Promise<string | undefined> {
	const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
	const { code, stdout } = await ask(root, args);
	return code === 0 ? stdout.toString().trim() : undefined;
}

/** The commit in which two lines of work part, or undefined when they share none. */
export async function mergeBase(root: string, one: string, other: string) {
	const commits = [await resolveRef(root, one), await resolveRef(root, other)];
	const { code, stdout } = await ask(root, ['merge-base', ...commits]);
	return code === 0 ? stdout.toString().trim() : undefined;
}

/** Refuses a detached head: what is committed there belongs to no branch and is lost with the next switch. */
export async function requireBranch(root: string): Promise<string> {
	const branch = await currentBranch(root);
	if (branch) return branch;
	throw new UsageError(
		'no branch is checked out (the head is detached).',
		'Switch to the branch of the change first: git switch NAME',
	);
}

/** The branch that is checked out, or undefined for a detached head. */
export async function currentBranch(root: string): Promise<string | undefined> {
	const { code, stdout } = await ask(root, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
	return code === 0 ? stdout.toString().trim() : undefined;
}

/**
 * The bytes of a file at a commit, or undefined where it is not there. With `asCheckedOut` they are
 * what a checkout writes: line endings and large files as this machine has them.
 */
export async function fileAt(
	root: string,
	ref: string,
	path: string,
	{ asCheckedOut = false } = {},
): Promise<Buffer | undefined> {
	// A full name needs no look-up, which matters where a folder is read file by file.
	const commit = /^[0-9a-f]{40}$/.test(ref) ? ref : await resolveRef(root, ref);
	const form = asCheckedOut ? ['--filters'] : ['blob'];
	const { code, stdout } = await ask(root, ['cat-file', ...form, `${commit}:./${path}`]);
	return code === 0 ? stdout : undefined;
}

/** Every file under the folders at a commit. */
export async function listAt(
	root: string,
	ref: string,
	folders: readonly string[],
): Promise<string[]> {
	const commit = await resolveRef(root, ref);
	const args = ['ls-tree', '-r', '-z', '--name-only', commit, '--', ...folders];
	return pathsIn(await read(root, args));
}
