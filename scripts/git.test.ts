import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryOf, temporaryFolder } from '#tests/support/repository.ts';
import {
	changedSince,
	currentBranch,
	fileAt,
	ignored,
	listAt,
	mergeBase,
	repositoryRoot,
	requireRepository,
	resolveRef,
	uncommitted,
} from './git.ts';
import { authorsOf, commitsOf } from './git-authors.ts';

const names = (authors: readonly { name: string }[]) => authors.map(({ name }) => name).sort();

describe('where it is', () => {
	test('a folder below the root is told the root', async () => {
		const { root } = repositoryOf({ 'a/b.txt': 'b' });
		expect(await repositoryRoot(join(root, 'a'))).toBe(root);
		await expect(requireRepository(join(root, 'a'))).rejects.toMatchObject({
			message: `${join(root, 'a')} contains neither content/ nor patterns/.`,
			fix: `Run it in the folder of the catalogue, in ${root} or below it.`,
		});
	});

	test('a catalogue may be a folder of a larger repository, and its paths are its own', async () => {
		const { root, write, git } = repositoryOf({
			'ai/content/x.yaml': 'x',
			'content/other.yaml': 'x',
			'.gitignore': '*.log\n',
		});
		const catalogue = join(root, 'ai');
		await expect(requireRepository(catalogue)).resolves.toBeUndefined();
		const commit = git('rev-parse', 'HEAD');
		write({
			'ai/content/x.yaml': 'y',
			'ai/content/new.yaml': 'z',
			'ai/content/a.log': '',
			'content/other.yaml': 'y',
		});
		expect(await uncommitted(catalogue, ['content'])).toEqual([
			'content/new.yaml',
			'content/x.yaml',
		]);
		expect(await ignored(catalogue, ['content'])).toEqual(['content/a.log']);
		expect(await changedSince(catalogue, commit, ['content'])).toEqual([
			'content/new.yaml',
			'content/x.yaml',
		]);
		expect(String(await fileAt(catalogue, commit, 'content/x.yaml'))).toBe('x');
		expect(await listAt(catalogue, commit, ['content'])).toEqual(['content/x.yaml']);
		expect(await commitsOf(catalogue, 'content/x.yaml')).toEqual([commit]);
		expect(names(await authorsOf(catalogue, 'content', { except: ['content/x.yaml'] }))).toEqual(
			[],
		);
	});

	test('a folder without git is refused', async () => {
		const folder = temporaryFolder();
		await expect(repositoryRoot(folder)).rejects.toMatchObject({
			message: `${folder} is not in a git repository.`,
			fix: 'Run it in a clone made by git.',
		});
	});

	test('a missing git is said in one line', async () => {
		const { root } = repositoryOf({ 'a.txt': 'a' });
		const path = process.env.PATH;
		process.env.PATH = temporaryFolder();
		try {
			await expect(repositoryRoot(root)).rejects.toMatchObject({
				message: 'git cannot be started.',
			});
		} finally {
			process.env.PATH = path;
		}
	});

	test('a detached head is on no branch', async () => {
		const { root, git } = repositoryOf({ 'a.txt': 'a' });
		expect(await currentBranch(root)).toBe('main');
		git('checkout', '--quiet', '--detach');
		expect(await currentBranch(root)).toBeUndefined();
	});
});

describe('what is not committed', () => {
	test('is changed, staged, new and deleted files under the paths, and nothing else', async () => {
		const { root, git, write } = repositoryOf({
			'in/a.txt': 'a',
			'in/b.txt': 'b',
			'in/c.txt': 'c',
			'out.txt': 'o',
		});
		expect(await uncommitted(root, ['in'])).toEqual([]);
		write({ 'in/a.txt': 'A', 'in/b.txt': undefined, 'in/c.txt': 'C', 'out.txt': 'O' });
		git('add', 'in/c.txt');
		write({ 'in/new/ä b.txt': 'new' });
		expect(await uncommitted(root, ['in'])).toEqual([
			'in/a.txt',
			'in/b.txt',
			'in/c.txt',
			'in/new/ä b.txt',
		]);
	});

	test('a path is taken as it is written, not as a pattern', async () => {
		const { root, write } = repositoryOf({ 'a.txt': 'a' });
		write({ 'a.txt': 'A' });
		expect(await uncommitted(root, ['*.txt'])).toEqual([]);
	});
});

describe('what stands at a commit', () => {
	test('is read as bytes, from any folder, by any name of the commit', async () => {
		const { root, write, commit } = repositoryOf({ 'a/b.txt': 'first\r\n' });
		write({ 'a/b.txt': 'second', 'a/c.txt': 'c', 'd.txt': 'd' });
		commit();
		expect(String(await fileAt(root, 'HEAD~1', 'a/b.txt'))).toBe('first\r\n');
		expect(await fileAt(root, 'HEAD~1', 'a/c.txt')).toBeUndefined();
		expect(await listAt(root, 'main', ['a'])).toEqual(['a/b.txt', 'a/c.txt']);
		expect(await changedSince(root, 'HEAD~1', ['a'])).toEqual(['a/b.txt', 'a/c.txt']);
	});

	test('changes since a commit include files that git does not know yet', async () => {
		const { root, write } = repositoryOf({ 'a/b.txt': 'b', '.gitignore': 'made/\n' });
		write({ 'a/new.txt': 'new', 'a/made/x.txt': 'made' });
		expect(await changedSince(root, 'HEAD', ['a'])).toEqual(['a/new.txt']);
	});

	test.each(['nowhere', '--all', '-x', 'HEAD:a.txt', ''])('%j is no commit', async (ref) => {
		const { root } = repositoryOf({ 'a.txt': 'a' });
		await expect(resolveRef(root, ref)).rejects.toMatchObject({
			message: `git does not know the commit "${ref}".`,
		});
	});

	test('two lines of work part where they had the last commit in common', async () => {
		const { root, git, write, commit } = repositoryOf({ 'a.txt': 'a' });
		const start = git('rev-parse', 'HEAD');
		git('checkout', '--quiet', '-b', 'topic');
		write({ 'b.txt': 'b' });
		commit();
		expect(await mergeBase(root, 'topic', 'main')).toBe(start);
	});
});

describe('authors', () => {
	test('are all who wrote in the folder, named as co-author too, and nobody else', async () => {
		const { root, write, commit } = repositoryOf({ 'p/a.txt': 'a' });
		write({ 'p/a.txt': 'b' });
		commit(
			'Ben Author <ben@example.com>',
			'Change\n\nWhy.\n\nCo-authored-by: Cleo Helper <cleo@example.com>\nCo-authored-by: -d <d@example.com>',
		);
		write({ 'other.txt': 'o' });
		commit('Eve Else <eve@example.com>');
		expect(names(await authorsOf(root, 'p'))).toEqual([
			'-d',
			'Ada Writer',
			'Ben Author',
			'Cleo Helper',
		]);
	});

	test('after a commit are only those who came later', async () => {
		const { root, git, write, commit } = repositoryOf({ 'p/a.txt': 'a' });
		const first = git('rev-parse', 'HEAD');
		write({ 'p/a.txt': 'b' });
		commit('Ben Author <ben@example.com>');
		expect(names(await authorsOf(root, 'p', { since: first }))).toEqual(['Ben Author']);
		expect(await commitsOf(root, 'p')).toHaveLength(2);
	});

	test('of a file that is left out do not count', async () => {
		const { root, write, commit } = repositoryOf({ 'p/a.txt': 'a' });
		write({ 'p/record.yaml': 'signed' });
		commit('Tess Reviewer <tess@example.com>');
		expect(names(await authorsOf(root, 'p', { except: ['p/record.yaml'] }))).toEqual([
			'Ada Writer',
		]);
	});

	test('have the names of .mailmap, as authors and as co-authors', async () => {
		const { root, write, commit } = repositoryOf({
			'.mailmap': 'Ben Author <ben@example.com> <ben@old.example>\n',
		});
		write({ 'p/a.txt': 'b' });
		commit('B <ben@old.example>', 'Change\n\nCo-authored-by: Benny <ben@old.example>');
		expect(await authorsOf(root, 'p')).toEqual([{ name: 'Ben Author', email: 'ben@example.com' }]);
	});

	test('of a shallow clone are not all known, so it is refused', async () => {
		const { root, write, commit } = repositoryOf({ 'p/a.txt': 'a' });
		write({ 'p/a.txt': 'b' });
		commit();
		const { git, root: other } = repositoryOf();
		git('clone', '--quiet', '--depth=1', `file://${root}`, 'clone');
		await expect(authorsOf(join(other, 'clone'), 'p')).rejects.toMatchObject({
			fix: 'Fetch the rest first: git fetch --unshallow',
		});
	});

	test('of a repository without a commit are nobody, so it is refused', async () => {
		const { root } = repositoryOf();
		mkdirSync(join(root, 'p'));
		await expect(authorsOf(root, 'p')).rejects.toMatchObject({
			message: 'the repository has no commit yet.',
		});
	});
});
