/** What main would hold after the merge: the tree to judge, made without a checkout. */
import { isShallow, SHALLOW_FIX, unknownCommit } from '../git.ts';
import { ask, read } from '../git-process.ts';
import { UsageError } from '../run.ts';

/** The commit a ref stands for; a remedy that fits a clone which leaves commits out. */
export async function commitOf(root: string, ref: string): Promise<string> {
	const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
	const { code, stdout } = await ask(root, args);
	if (code === 0) return stdout.toString().trim();
	throw await unknownCommit(root, ref);
}

/**
 * The tree that merging the proposal into the base gives. It is the proposal's own tree when that
 * contains the base. Nothing is checked out, so nothing in the proposal can run.
 */
export async function mergedTree(root: string, base: string, proposal: string): Promise<string> {
	const { code } = await ask(root, ['merge-base', '--is-ancestor', base, proposal]);
	if (code === 0) return proposal;
	if ((await ask(root, ['merge-base', base, proposal])).code !== 0) throw await unrelated(root);
	const args = ['merge-tree', '--write-tree', '--name-only', '-z', '--no-messages'];
	const merged = await ask(root, [...args, base, proposal]);
	const [tree = '', ...files] = merged.stdout.toString().split('\0').filter(Boolean);
	if (merged.code === 0 && /^[0-9a-f]{40,64}$/.test(tree)) return tree;
	if (merged.code === 1) {
		const names = files.slice(0, 5).map((file) => JSON.stringify(file));
		throw new UsageError(
			`The proposal and the base both change ${names.join(', ') || 'the same lines'}.`,
			'Merge the base into the branch, resolve the conflict, commit, and run it again.',
		);
	}
	const { stdout } = await ask(root, ['--version']);
	throw new UsageError(
		`git cannot merge without a checkout (${stdout.toString().trim()}).`,
		'Install git 2.38 or later, or merge the base into the branch first.',
	);
}

async function unrelated(root: string): Promise<UsageError> {
	const message = 'git finds no commit that the base and the proposal share.';
	return (await isShallow(root))
		? new UsageError(message, SHALLOW_FIX)
		: new UsageError(message, 'Give the branch that the proposal was made from.');
}

/** Whether the folder is a clean checkout of a commit, content included: then its code is that commit's. */
export async function isCheckoutOf(root: string, commit: string): Promise<boolean> {
	const head = await ask(root, ['rev-parse', '--verify', '--quiet', 'HEAD']);
	if (head.code !== 0 || head.stdout.toString().trim() !== commit) return false;
	const status = ['status', '--porcelain=v1', '--untracked-files=normal', '--', '.'];
	return (await read(root, status)).trim() === '';
}
