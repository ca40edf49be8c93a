import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryOf } from '#tests/support/repository.ts';
import { trackedFindings } from './tracked.ts';

test('what each machine makes for itself must not be committed', async () => {
	const { root } = repositoryOf({
		'.cache/catalogue/shard': 'forged',
		'.cache/astro/dist/index.html': 'forged',
		'dist/index.html': 'forged',
		'content/dist/kept.yaml': 'not made',
	});
	expect((await trackedFindings(root)).map(({ file, rule, fix }) => ({ file, rule, fix }))).toEqual(
		[
			{
				file: '.cache/astro/dist/index.html',
				rule: 'tracked',
				fix: 'Run: git rm -r --cached .cache, and put ".cache/" into .gitignore.',
			},
			{
				file: 'dist/index.html',
				rule: 'tracked',
				fix: 'Run: git rm -r --cached dist, and put "dist/" into .gitignore.',
			},
		],
	);
});

test('a folder without a repository has nothing that is tracked', async () =>
	expect(await trackedFindings(mkdtempSync(join(tmpdir(), 'tracked-')))).toEqual([]));
