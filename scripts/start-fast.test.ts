import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '#tests/support/repository.ts';

/** What a command says, with caches in this folder. */
function say(caches: string, command: string, ci = '', ...rest: string[]) {
	const { NODE_COMPILE_CACHE: _, ...env } = process.env;
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['scripts/catalogue.ts', command, ...rest, '--help'],
		{ env: { ...env, XDG_CACHE_HOME: caches, CI: ci }, encoding: 'utf8' },
	);
	return { status, stdout, stderr };
}

const filesIn = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => join(item.parentPath, item.name));

describe('the code of a command', () => {
	test('is kept in a folder of the user alone, and damage to it changes nothing', () => {
		const caches = temporaryFolder();
		const said = say(caches, 'validate');
		expect(said.status).toBe(0);
		const kept = filesIn(caches);
		expect(kept.length).toBeGreaterThan(100);
		const [checkout = ''] = readdirSync(join(caches, 'ai-pattern-catalogue'));
		expect(statSync(join(caches, 'ai-pattern-catalogue', checkout)).mode & 0o777).toBe(0o700);
		for (const file of kept) writeFileSync(file, 'process.exit(7)');
		expect(say(caches, 'validate')).toEqual(said);
	}, 30_000);

	test('is kept by a fast build, which nobody publishes', () => {
		const caches = temporaryFolder();
		expect(say(caches, 'build', '', '--fast').status).toBe(0);
		expect(filesIn(caches)).not.toEqual([]);
	}, 30_000);

	test('is not kept in a pipeline, and not where others rely on what it says', () => {
		const caches = temporaryFolder();
		expect(say(caches, 'validate', 'true').status).toBe(0);
		expect(say(caches, 'build', 'true', '--fast').status).toBe(0);
		for (const command of ['approve', 'build', 'judge'])
			expect(say(caches, command).status).toBe(0);
		expect(filesIn(caches)).toEqual([]);
	}, 30_000);
});
