/** Kills a process before each of its writes to the disk in turn, and looks at what is left. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/support/repository.ts';
import { defineCommand, run } from './run.ts';
import { writeAll } from './write-files.ts';
import { stateFile } from './write-lock.ts';

const BEFORE = { 'one.txt': 'old one', 'two.txt': 'old two', 'gone/x.txt': 'x' };
const AFTER = { 'one.txt': 'new one', 'two.txt': 'new two', 'made/deep/new.txt': 'new' };

function folder(): string {
	const root = temporaryFolder();
	mkdirSync(join(root, 'gone'));
	for (const [path, text] of Object.entries(BEFORE)) writeFileSync(join(root, path), text);
	return root;
}

/** Every file below a folder with its text. */
const tree = (root: string) =>
	Object.fromEntries(
		readdirSync(root, { recursive: true, withFileTypes: true })
			.filter((item) => item.isFile())
			.map((item) => join(item.parentPath, item.name))
			.map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
	);

/** Makes the change, and ends as by SIGKILL before the write with this number. */
function killedAt(root: string, number: number): boolean {
	const script = `
		import fs from 'node:fs';
		import { syncBuiltinESMExports } from 'node:module';
		let left = ${number};
		for (const name of ['linkSync', 'renameSync', 'writeFileSync', 'mkdirSync', 'rmSync', 'copyFileSync']) {
			const real = fs[name];
			fs[name] = (...args) => {
				if (left-- === 0) process.kill(process.pid, 'SIGKILL');
				return real(...args);
			};
		}
		syncBuiltinESMExports();
		const { writeAll } = await import(${JSON.stringify(join(import.meta.dirname, 'write-files.ts'))});
		writeAll(${JSON.stringify(root)}, [
			{ path: 'one.txt', text: 'new one' },
			{ path: 'made/deep/new.txt', text: 'new' },
			{ path: 'gone', remove: true },
			{ path: 'two.txt', text: 'new two' },
		], { overwrite: true });`;
	const args = ['--input-type=module', '--eval', script, 'approve'];
	return spawnSync(process.execPath, args).signal === 'SIGKILL';
}

/** Runs a command that does nothing, as the next one after a kill. */
async function next(root: string): Promise<string[]> {
	const errors: string[] = [];
	const command = defineCommand({ name: 'look', summary: '', usage: [], run: async () => 0 });
	await run([command], ['look'], { cwd: root, out: () => {}, error: (line) => errors.push(line) });
	return errors;
}

test('whenever it is killed, no replaced file is missing, and the next command makes it all or nothing', async () => {
	let kills = 0;
	for (;;) {
		const root = folder();
		if (!killedAt(root, kills)) {
			expect(tree(root)).toEqual(AFTER);
			break;
		}
		for (const path of ['one.txt', 'two.txt']) {
			expect(['old', 'new'], `${path} after kill ${kills}`).toContain(
				readFileSync(join(root, path), 'utf8').slice(0, 3),
			);
		}
		const hadJournal = existsSync(stateFile(root, 'journal'));
		const said = await next(root);
		const atRest = (path: string) => !path.startsWith('.catalogue.');
		const files = Object.entries(tree(root)).filter(([path]) => atRest(path));
		expect([BEFORE, AFTER]).toContainEqual(Object.fromEntries(files));
		// Files about the lock itself go with the next write.
		writeAll(root, [{ path: 'later.txt', text: 'later' }]);
		expect(Object.keys(tree(root)).filter((path) => !atRest(path))).toEqual([]);
		expect(said).toHaveLength(hadJournal ? 1 : 0);
		if (hadJournal)
			expect(said[0]).toMatch(/was stopped (?:while it was writing|after it had written)/);
		kills += 1;
	}
	expect(kills).toBeGreaterThan(15);
});

test('a file that somebody wrote after the kill is theirs', async () => {
	const root = folder();
	// Every write up to the journal that says all is done: both files are in their place.
	let number = 0;
	while (killedAt(root, number) && tree(root)['two.txt'] !== 'new two') {
		await next(root);
		number += 1;
	}
	writeFileSync(join(root, 'two.txt'), 'by hand');
	await next(root);
	expect(tree(root)).toMatchObject({ 'one.txt': 'old one', 'two.txt': 'by hand' });
});

test('a journal that is not ours is cleared away and nothing else', async () => {
	const root = folder();
	writeFileSync(stateFile(root, 'journal'), '{"steps":[{"target":"/etc/passwd"}]}');
	expect(await next(root)).toEqual([]);
	expect(tree(root)).toEqual(BEFORE);
});
