import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryOf, temporaryFolder } from '#tests/support/repository.ts';
import { defineCommand, run } from './run.ts';
import { stateFile } from './state-file.ts';
import { whileAlone } from './write-lock.ts';

const module = (name: string) => JSON.stringify(join(import.meta.dirname, name));
const node = (script: string) =>
	spawn(process.execPath, ['--input-type=module', '--eval', script], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
const holder = (changes: object = {}) =>
	JSON.stringify({
		pid: process.pid,
		born: '',
		host: hostname(),
		command: 'approve',
		at: '2026-11-22T10:02:11.000Z',
		...changes,
	});

test('the same process may ask again; the lock is gone when the outer one ends', () => {
	const root = temporaryFolder();
	expect(whileAlone(root, () => whileAlone(root, () => 1) + 1)).toBe(2);
	expect(readdirSync(root)).toEqual([]);
});

test('it is given back after an error, and after a promise', async () => {
	const root = temporaryFolder();
	expect(() => whileAlone(root, () => JSON.parse('{'))).toThrow();
	await expect(whileAlone(root, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(readdirSync(root)).toEqual([]);
});

test('it is in the folder of git, where nobody commits it', () => {
	const { root, git } = repositoryOf({ 'a.txt': 'a' });
	whileAlone(root, () => {
		expect(existsSync(stateFile(root, 'lock'))).toBe(true);
		expect(git('status', '--porcelain')).toBe('');
	});
	git('worktree', 'add', '--quiet', '--detach', join(root, 'tree'));
	expect(stateFile(join(root, 'tree'), 'lock')).toContain('.git/worktrees/tree/catalogue-');
});

describe('a lock that another process holds', () => {
	test('is one clear line with the command, and exit code 2', async () => {
		const root = temporaryFolder();
		const child = node(`
			import { whileAlone } from ${module('write-lock.ts')};
			process.argv[2] = 'approve';
			await whileAlone(${JSON.stringify(root)}, async () => {
				process.stdout.write('held');
				await new Promise((end) => process.stdin.once('data', end));
			});
			process.exit();`);
		await once(child.stdout, 'data');
		const errors: string[] = [];
		const command = defineCommand({
			name: 'release',
			summary: '',
			usage: [],
			writes: true,
			run: async () => 0,
		});
		const io = { cwd: root, out: () => {}, error: (line: string) => errors.push(line) };
		expect(await run([command], ['release'], io)).toBe(2);
		expect(errors[0]).toMatch(
			new RegExp(`^Nothing was written: approve \\(process ${child.pid} on .*, since .* UTC\\)`),
		);
		expect(errors[1]).toContain('Run yours again when it has finished.');
		child.stdin.write('end');
		await once(child, 'exit');
		expect(await run([command], ['release'], io)).toBe(0);
	});

	test('of a process that is gone is taken over', () => {
		const root = temporaryFolder();
		const { pid } = spawnSync(process.execPath, ['--eval', '']);
		writeFileSync(stateFile(root, 'lock'), holder({ pid }));
		expect(whileAlone(root, () => 'mine')).toBe('mine');
	});

	test.skipIf(!existsSync('/proc/self/stat'))(
		'of a process whose number another one has now is taken over',
		() => {
			const root = temporaryFolder();
			writeFileSync(stateFile(root, 'lock'), holder({ born: '1' }));
			expect(whileAlone(root, () => 'mine')).toBe('mine');
		},
	);

	test('of another machine is never taken over', () => {
		const root = temporaryFolder();
		writeFileSync(stateFile(root, 'lock'), holder({ host: 'elsewhere', pid: 1 }));
		expect(() => whileAlone(root, () => 'mine')).toThrow('approve (process 1 on elsewhere');
	});

	test('with text that is cut off is taken over', () => {
		const root = temporaryFolder();
		writeFileSync(stateFile(root, 'lock'), '{"pid":');
		expect(whileAlone(root, () => 'mine')).toBe('mine');
	});
});

test('of many processes that count up in a file, none loses what another wrote', async () => {
	const root = temporaryFolder();
	const file = join(root, 'count.txt');
	writeFileSync(file, '0');
	const script = `
		import { readFileSync } from 'node:fs';
		import { whileAlone } from ${module('write-lock.ts')};
		import { writeAll } from ${module('write-files.ts')};
		const root = ${JSON.stringify(root)};
		for (let done = 0; done < 20; ) {
			try {
				whileAlone(root, () => {
					const text = String(Number(readFileSync(root + '/count.txt', 'utf8')) + 1);
					writeAll(root, [{ path: 'count.txt', text }], { overwrite: true });
				});
				done++;
			} catch (error) {
				if (!error.message.startsWith('Nothing was written')) throw error;
			}
			await new Promise((next) => setTimeout(next, Math.random() * 5));
		}`;
	const children = Array.from({ length: 4 }, () => node(script));
	const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
	expect(codes).toEqual([0, 0, 0, 0]);
	expect(readFileSync(file, 'utf8')).toBe('80');
	expect(readdirSync(root)).toEqual(['count.txt']);
});
