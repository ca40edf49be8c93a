import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '#tests/support/repository.ts';
import { writeAll } from './write-files.ts';

/** Every file below a folder with its text, by path. */
function tree(root: string): Record<string, string> {
	const files = readdirSync(root, { recursive: true, withFileTypes: true });
	return Object.fromEntries(
		files
			.map((item) => [join(item.parentPath, item.name).slice(root.length + 1), item] as const)
			.map(([path, item]) => [path, item.isFile() ? readFileSync(join(root, path), 'utf8') : '/']),
	);
}

test('it writes, replaces and takes away, and leaves nothing else behind', () => {
	const root = temporaryFolder();
	writeFileSync(join(root, 'old.txt'), 'old');
	mkdirSync(join(root, 'gone/deep'), { recursive: true });
	writeFileSync(join(root, 'gone/deep/x.txt'), 'x');
	writeAll(
		root,
		[
			{ path: 'a/b/new.txt', text: 'new' },
			{ path: 'old.txt', text: Buffer.from('replaced') },
			{ path: 'gone', remove: true },
		],
		{ overwrite: true },
	);
	expect(tree(root)).toEqual({ a: '/', 'a/b': '/', 'a/b/new.txt': 'new', 'old.txt': 'replaced' });
});

test('a file that exists is kept unless told otherwise', () => {
	const root = temporaryFolder();
	writeFileSync(join(root, 'old.txt'), 'old');
	const changes = [
		{ path: 'new.txt', text: 'new' },
		{ path: 'old.txt', text: 'x' },
	];
	expect(() => writeAll(root, changes)).toThrow('old.txt already exists.');
	expect(tree(root)).toEqual({ 'old.txt': 'old' });
});

test('a file that is replaced keeps its rights', () => {
	const root = temporaryFolder();
	writeFileSync(join(root, 'run.sh'), 'old');
	chmodSync(join(root, 'run.sh'), 0o755);
	writeAll(root, [{ path: 'run.sh', text: 'new', mode: 0o600 }], { overwrite: true });
	expect(statSync(join(root, 'run.sh')).mode & 0o777).toBe(0o755);
});

test('a new file gets the rights it comes with', () => {
	const root = temporaryFolder();
	writeAll(root, [{ path: 'bin/run.sh', text: 'new', mode: 0o755 }]);
	expect(statSync(join(root, 'bin/run.sh')).mode & 0o700).toBe(0o700);
});

describe('a path that leads out is refused before anything is written', () => {
	test.each(['../x', 'a/../../x', '/etc/x', 'a\\..\\x', '', '.', 'a\0b', 'link/x'])(
		'%j',
		(path) => {
			const root = temporaryFolder();
			symlinkSync(temporaryFolder(), join(root, 'link'));
			expect(() =>
				writeAll(root, [
					{ path: 'first.txt', text: 'x' },
					{ path, text: 'x' },
				]),
			).toThrow('is outside');
			expect(readdirSync(root)).toEqual(['link']);
		},
	);
});

test('one file is written once', () => {
	const root = temporaryFolder();
	const twice = [
		{ path: 'a.txt', text: '1' },
		{ path: './a.txt', text: '2' },
	];
	expect(() => writeAll(root, twice)).toThrow('"./a.txt" is written twice.');
	expect(readdirSync(root)).toEqual([]);
});

test('what is not there cannot be taken away', () => {
	expect(() => writeAll(temporaryFolder(), [{ path: 'x', remove: true }])).toThrow(
		'x does not exist.',
	);
});

test('when one change fails, whichever it is, everything is as it was', () => {
	fc.assert(
		fc.property(fc.nat(3), (place) => {
			const root = temporaryFolder();
			writeFileSync(join(root, 'old.txt'), 'old');
			mkdirSync(join(root, 'gone'));
			writeFileSync(join(root, 'gone/x.txt'), 'x');
			writeFileSync(join(root, 'file'), 'a file, no folder');
			const before = tree(root);
			const changes = [
				{ path: 'made/new.txt', text: 'new' },
				{ path: 'old.txt', text: 'replaced' },
				{ path: 'gone', remove: true as const },
			];
			// No file can be made in a folder that is a file, nor moved over one that was moved away.
			const failing = [
				{ path: 'file/new.txt', text: 'x' },
				{ path: 'gone/x.txt', text: 'y' },
			];
			for (const fails of failing) {
				const all = [...changes.slice(0, place), fails, ...changes.slice(place)];
				try {
					writeAll(root, all, { overwrite: true });
				} catch {
					expect(tree(root)).toEqual(before);
					continue;
				}
				// The order may let the second one pass; then all of it is done.
				expect(existsSync(join(root, 'gone'))).toBe(false);
				return;
			}
		}),
		{ numRuns: 12 },
	);
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be written is named', () => {
	const root = temporaryFolder();
	mkdirSync(join(root, 'locked'));
	chmodSync(join(root, 'locked'), 0o555);
	const changes = [
		{ path: 'a.txt', text: 'a' },
		{ path: 'locked/b.txt', text: 'b' },
	];
	expect(() => writeAll(root, changes)).toThrow('locked may not be written; nothing was changed.');
	expect(readdirSync(root)).toEqual(['locked']);
});

test('Ctrl-C in the middle leaves all of it or none', async () => {
	const root = temporaryFolder();
	const script = `
		import { writeAll } from ${JSON.stringify(join(import.meta.dirname, 'write-files.ts'))};
		const pair = (text) => ['a/one.txt', 'b/two.txt'].map((path) => ({ path, text }));
		for (let round = 0; ; round++) {
			writeAll(${JSON.stringify(root)}, pair(String(round)), { overwrite: true });
			if (round === 0) process.stdout.write('writing');
			if (round % 20 === 0) await new Promise((next) => setImmediate(next));
		}`;
	const args = ['--input-type=module', '--eval', script];
	for (let time = 0; time < 3; time++) {
		const child = spawn(process.execPath, args);
		const ended = once(child, 'exit');
		await once(child.stdout, 'data');
		// Signals that come while it writes are held, so one may be answered only later.
		while (child.exitCode === null && child.signalCode === null) {
			child.kill('SIGINT');
			await new Promise((next) => setImmediate(next));
		}
		await ended;
		const { 'a/one.txt': one, 'b/two.txt': two, ...others } = tree(root);
		expect(one).toMatch(/^\d+$/);
		expect([two, Object.keys(others).sort()]).toEqual([one, ['a', 'b']]);
	}
});
