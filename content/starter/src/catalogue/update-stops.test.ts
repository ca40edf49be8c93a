import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCheck } from './check.ts';
import { answerOf, change, copyOf, siteOf, type Texts } from './stage.ts';
import { runUpdate } from './update.ts';

const FILES = { 'src/a.ts': 'a\n', 'src/b.ts': 'b\n' };
const OFFER = { 'src/a.ts': 'a2\n', 'src/b.ts': 'b2\n', 'src/deep/c.ts': 'c\n' };
const minor = { version: '1.1.0', changes: [change('1.1.0', 'minor')] };
const offering = (files: Texts, more: object = minor) =>
	siteOf(answerOf(files, { ...more }), files);

test('a .new of last time stops the work before anything is written', async () => {
	const { around, read, write } = copyOf(FILES);
	write('src/b.ts', 'mine\n');
	write('src/b.ts.new', 'half merged\n');
	await assert.rejects(runUpdate([], around(offering(OFFER))), /src\/b\.ts\.new is still there/);
	assert.deepEqual([read('src/a.ts'), read('src/b.ts.new')], ['a\n', 'half merged\n']);
});

test('a tampered file stops the work before anything is written', async () => {
	const { around, read, root } = copyOf(FILES);
	const site = siteOf(answerOf(OFFER, minor), { ...OFFER, 'src/deep/c.ts': 'evil\n' });
	await assert.rejects(
		runUpdate([], around(site)),
		/src\/deep\/c\.ts is not the file that the catalogue announced: its digest is different\. Nothing was written/,
	);
	assert.equal(read('src/a.ts'), 'a\n');
	assert.equal(existsSync(join(root, 'src/deep')), false);
});

test('a file that cannot be fetched stops the work before anything is written', async () => {
	const { around, read, lines } = copyOf(FILES);
	const site = siteOf(answerOf(OFFER, minor), { 'src/a.ts': 'a2\n', 'src/b.ts': 'b2\n' });
	assert.equal(await runUpdate([], around(site)), 3);
	assert.equal(read('src/a.ts'), 'a\n');
	assert.match(lines.join('\n'), /answered 404\. Nothing was written\./);
});

test('a path outside the folder is refused, whatever the digest says', async () => {
	for (const path of [
		'../out.ts',
		'/etc/x',
		'a/../../b',
		'.git/hooks/pre-commit',
		'a\\..\\b',
		'C:/x',
		'.git./hooks/pre-commit',
		'GIT~1/config',
	]) {
		const { around, root } = copyOf(FILES);
		await assert.rejects(
			runUpdate([], around(offering({ ...FILES, [path]: 'evil\n' }))),
			/is not a path inside this folder\. Nothing was written/,
		);
		assert.equal(existsSync(join(root, '../out.ts')), false);
	}
});

test('nothing is written through a link', async () => {
	const { around, root } = copyOf(FILES);
	symlinkSync(tmpdir(), join(root, 'linked'));
	await assert.rejects(
		runUpdate([], around(offering({ ...FILES, 'linked/x.ts': 'evil\n' }))),
		/but linked is not a plain folder here\. Nothing was written/,
	);
});

test('without the site nothing is taken, even if an answer is stored', async () => {
	const { around, read } = copyOf(FILES);
	await runCheck([], around(offering(OFFER)));
	assert.equal(await runUpdate([], around(siteOf(undefined))), 3);
	assert.equal(read('src/a.ts'), 'a\n');
});

test('an update that stopped half way can be run again', async () => {
	const { around, write, read } = copyOf(FILES);
	write('src/b.ts', 'mine\n');
	write('src/a.ts', OFFER['src/a.ts']);
	write('src/b.ts.new', OFFER['src/b.ts']);
	assert.equal(await runUpdate([], around(offering(OFFER))), 1);
	assert.deepEqual([read('src/b.ts'), read('src/b.ts.new')], ['mine\n', 'b2\n']);
});

test('a folder where a new file comes stops the work before anything is written', async () => {
	const { around, read, root } = copyOf(FILES);
	mkdirSync(join(root, 'src/deep/c.ts'), { recursive: true });
	await assert.rejects(
		runUpdate([], around(offering(OFFER))),
		/src\/deep\/c\.ts is not a plain file here\. Nothing was written\. Move it somewhere else/,
	);
	assert.equal(read('src/a.ts'), 'a\n');
});

test('a file where a folder is needed stops the work before anything is written', async () => {
	const { around, read, write } = copyOf(FILES);
	write('src/deep', 'ours\n');
	await assert.rejects(
		runUpdate([], around(offering(OFFER))),
		/src\/deep\/c\.ts must be written, but src\/deep is not a plain folder here\./,
	);
	assert.equal(read('src/a.ts'), 'a\n');
});

test('a path that is too long for a disk is one line, and nothing is written', async () => {
	const { around, read } = copyOf(FILES);
	const offer = { 'src/a.ts': 'a2\n', [`${'a'.repeat(300)}.ts`]: 'x\n' };
	await assert.rejects(
		runUpdate([], around(offering(offer))),
		/cannot be read or written \(ENAMETOOLONG\)\. Fix that/,
	);
	assert.equal(read('src/a.ts'), 'a\n');
});

test('what cannot be read or written is one line, and nothing is written', {
	skip: process.getuid?.() === 0 && 'The root user can write everywhere.',
}, async () => {
	const { around, read, root } = copyOf(FILES);
	const site = offering(OFFER);
	for (const [path, mode, message] of [
		['src/b.ts', 0o000, /src\/b\.ts cannot be read \(your user does not have permission, EACCES\)/],
		[
			'src/b.ts',
			0o400,
			/src\/b\.ts cannot be written \(your user does not have permission, EACCES\)/,
		],
		['catalogue.json', 0o400, /catalogue\.json cannot be written/],
		['src', 0o600, /src\/a\.ts cannot be read/],
		['src', 0o500, /src\/deep\/c\.ts cannot be written/],
	] as const) {
		chmodSync(join(root, path), mode);
		await assert.rejects(runUpdate([], around(site)), message);
		chmodSync(join(root, path), 0o700);
		assert.equal(read('src/a.ts'), 'a\n');
	}
});

test('an answer that leaves the version out does not take it from the copy', async () => {
	const { around, read } = copyOf(FILES);
	await runUpdate([], around(offering(OFFER, { version: null, digest: null, tier: null })));
	const { version, digest, tier } = JSON.parse(read('catalogue.json'));
	assert.deepEqual([version, digest, tier], ['1.0.0', 'a', 'medium']);
});

test('a file named like a built-in property of objects is noted like another', async () => {
	const files = JSON.parse('{"__proto__":"p\\n"}');
	const { around, read } = copyOf(FILES);
	const site = offering({ ...FILES, ...Object.fromEntries(Object.entries(files)) });
	assert.equal(await runUpdate([], around(site)), 0);
	assert.equal(read('__proto__'), 'p\n');
	assert.equal(await runCheck([], around(site)), 0);
});

test('an update knows no --json', async () => {
	const { around } = copyOf(FILES);
	await assert.rejects(
		runUpdate(['--json'], around(offering(OFFER))),
		/--json is for catalogue:check\. catalogue:update accepts .* and --breaking\./,
	);
});

test('if the site is down, nothing is said about a stored answer, because none is used', async () => {
	const { around, lines } = copyOf(FILES);
	await runCheck([], around(offering(OFFER)));
	lines.length = 0;
	await runUpdate([], around(siteOf(undefined)));
	assert.match(lines.join('\n'), /^note: host\.example cannot be reached\. Nothing was written\. /);
});
