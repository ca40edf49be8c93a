/** Where the lock and the journal of a folder stand; every command asks, so it needs nothing else. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A file about the folder: in the folder of git where there is one, so that nobody commits it. */
export function stateFile(root: string, kind: 'lock' | 'journal'): string {
	const top = realpathSync(root);
	const git = gitFolder(top);
	if (!git) return join(top, `.catalogue.${kind}`);
	const name = createHash('sha256').update(top).digest('hex').slice(0, 12);
	return join(git, `catalogue-${name}.${kind}`);
}

function gitFolder(folder: string): string | undefined {
	const path = join(folder, '.git');
	const found = statSync(path, { throwIfNoEntry: false });
	if (found?.isDirectory()) return path;
	if (found?.isFile()) {
		// A worktree has a file that says where its folder is.
		const [, named] = /^gitdir: (.+)/.exec(readFileSync(path, 'utf8')) ?? [];
		return named && existsSync(resolve(folder, named)) ? resolve(folder, named) : undefined;
	}
	const above = dirname(folder);
	return above === folder ? undefined : gitFolder(above);
}
