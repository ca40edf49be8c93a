/** A git repository in a temporary folder, for tests of commands that ask git. */
import { execFileSync } from 'node:child_process';
import {
	appendFileSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

// Inside a hook git names its own repository here, and would take it for ours.
for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name];

export interface Repository {
	root: string;
	git: (...args: string[]) => string;
	/** Writes files by path; undefined takes one away. */
	write: (texts: Record<string, string | undefined>) => void;
	read: (path: string) => string;
	/** Commits everything there is as this person, and returns the commit. */
	commit: (author?: string, message?: string) => string;
}

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'catalogue-')));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

const SETTINGS = `[user]
	name = Ada Writer
	email = ada@example.com
[commit]
	gpgsign = false
[core]
	autocrlf = false
	hooksPath = .no-hooks
`;

/** A repository on branch main with these files committed by Ada, whose name is made up. */
export function repositoryOf(texts: Record<string, string> = {}): Repository {
	const root = temporaryFolder();
	const git = (...args: string[]) =>
		execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
	git('init', '--quiet', '--template=', '--initial-branch=main');
	// Written at once: git would be started anew for each setting.
	appendFileSync(join(root, '.git/config'), SETTINGS);
	const repository: Repository = {
		root,
		git,
		write(changes) {
			for (const [path, text] of Object.entries(changes)) {
				const target = join(root, path);
				if (text === undefined) rmSync(target);
				else {
					mkdirSync(dirname(target), { recursive: true });
					writeFileSync(target, text);
				}
			}
		},
		read: (path) => readFileSync(join(root, path), 'utf8'),
		commit(author = 'Ada Writer <ada@example.com>', message = 'A change') {
			git('add', '--all');
			git('commit', '--quiet', '--allow-empty', `--author=${author}`, `--message=${message}`);
			return headOf(root);
		},
	};
	if (Object.keys(texts).length > 0) {
		repository.write(texts);
		repository.commit();
	}
	return repository;
}

/** The commit that was just made: its branch is written in a file of its own by then. */
function headOf(root: string): string {
	const read = (path: string) => readFileSync(join(root, '.git', path), 'utf8').trim();
	const head = read('HEAD');
	return head.startsWith('ref: ') ? read(head.slice('ref: '.length)) : head;
}
