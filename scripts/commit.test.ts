import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commitText, readCommit } from '#catalogue/model/commit.ts';
import { repositoryOf, temporaryFolder } from '#tests/support/repository.ts';
import { commitOf } from './commit.ts';

const FILES = { 'content/policy.yaml': 'version: 1\n', '.gitignore': 'ignored/\n' };

test('the commit of a clean folder, which another process reads as it was told', async () => {
	const { root, commit } = repositoryOf(FILES);
	const id = commit();
	const found = await commitOf(root);
	expect(found).toEqual({ id, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/) });
	expect(found && readCommit(commitText(found))).toEqual(found);
});

test.each([
	['a file was changed', { 'content/policy.yaml': 'version: 2\n' }],
	['a file is new', { 'content/new.yaml': 'a: 1\n' }],
])('none while %s', async (_, changes) => {
	const { root, commit, write } = repositoryOf(FILES);
	commit();
	write(changes);
	expect(await commitOf(root)).toBeUndefined();
});

test('none for a folder outside of git, or one that git ignores', async () => {
	expect(await commitOf(temporaryFolder())).toBeUndefined();
	const { root, commit } = repositoryOf(FILES);
	commit();
	mkdirSync(join(root, 'ignored/content'), { recursive: true });
	writeFileSync(join(root, 'ignored/content/policy.yaml'), 'version: 1\n');
	expect(await commitOf(join(root, 'ignored'))).toBeUndefined();
});

test.each(['', 'main 2026-11-29T08:00:00Z', `${'a'.repeat(40)} yesterday`, undefined])(
	'a text that names no commit is none: %j',
	(text) => expect(readCommit(text)).toBeUndefined(),
);
