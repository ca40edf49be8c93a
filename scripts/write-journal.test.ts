/** Kills a process before each of its writes to the disk in turn, and looks at what is left. */
import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/support/repository.ts';
import { defineCommand, run } from './run.ts';
import { stateFile } from './state-file.ts';
import { writeAll } from './write-files.ts';

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

/** The first kill after which both files are in their place. */
let replaced = 0;

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
		if (replaced === 0 && tree(root)['two.txt'] === 'new two') replaced = kills;
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
			expect(said[0]).toMatch(/was stopped (?:while it was writing|after it had finished writing)/);
		kills += 1;
	}
	expect(kills).toBeGreaterThan(15);
});

test('a file that somebody wrote after the kill is theirs', async () => {
	const root = folder();
	// Every write up to the journal that says all is done, from where the test above found it.
	let number = replaced;
	while (killedAt(root, number) && tree(root)['two.txt'] !== 'new two') {
		await next(root);
		number += 1;
	}
	writeFileSync(join(root, 'two.txt'), 'by hand');
	await next(root);
	expect(tree(root)).toMatchObject({ 'one.txt': 'old one', 'two.txt': 'by hand' });
});

test.each([
	['of another form', () => ({ steps: [{ target: '/etc/passwd' }] })],
	[
		'for a file elsewhere',
		(_: string, out: string) => ({
			steps: [{ target: `${out}/x.txt`, fresh: `${out}/.x.txt.0123456789ab.new` }],
		}),
	],
	[
		'for a file that is not named as ours are',
		(root: string) => ({ steps: [{ target: `${root}/new.txt`, fresh: `${root}/one.txt` }] }),
	],
	[
		'for an old file of another',
		(root: string) => ({
			done: true,
			steps: [{ target: `${root}/new.txt`, old: `${root}/two.txt` }],
		}),
	],
	[
		'through a link',
		(root: string) => ({
			steps: [{ target: `${root}/link/x.txt`, fresh: `${root}/link/.x.txt.0123456789ab.new` }],
		}),
	],
	[
		'by a way around',
		(root: string, out: string) => ({
			steps: [
				{
					target: `${root}/../${basename(out)}/x.txt`,
					fresh: `${root}/../${basename(out)}/.x.txt.0123456789ab.new`,
				},
			],
		}),
	],
])('a journal %s is cleared away and nothing else', async (_, journal) => {
	const [root, out] = [folder(), temporaryFolder()];
	writeFileSync(join(out, '.x.txt.0123456789ab.new'), 'not ours');
	symlinkSync(out, join(root, 'link'));
	const text = { command: 'approve', done: false, folders: [], ...journal(root, out) };
	writeFileSync(stateFile(root, 'journal'), JSON.stringify(text));
	expect(await next(root)).toEqual([]);
	expect(tree(root)).toMatchObject(BEFORE);
	expect(readdirSync(out)).toEqual(['.x.txt.0123456789ab.new']);
	expect(existsSync(stateFile(root, 'journal'))).toBe(false);
});
