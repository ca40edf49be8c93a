import assert from 'node:assert/strict';
import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCheck } from './check.ts';
import { digestOf } from './copy-files.ts';
import { answerOf, change, copyOf, manifestOf, siteOf, type Texts } from './stage.ts';
import { runUpdate } from './update.ts';

const FILES = { 'src/a.ts': 'a\n', 'src/b.ts': 'b\n' };
const OFFER = { 'src/a.ts': 'a2\n', 'src/b.ts': 'b2\n', 'src/deep/c.ts': 'c\n' };
const minor = { version: '1.1.0', changes: [change('1.1.0', 'minor')] };
const offering = (files: Texts, more: object = minor) =>
	siteOf(answerOf(files, { ...more }), files);

test('untouched files are taken, a changed one gets a .new beside it', async () => {
	const { around, read, write, lines } = copyOf(FILES);
	write('src/b.ts', 'mine\n');
	assert.equal(await runUpdate([], around(offering(OFFER))), 1);
	assert.deepEqual(
		[read('src/a.ts'), read('src/b.ts'), read('src/b.ts.new'), read('src/deep/c.ts')],
		['a2\n', 'mine\n', 'b2\n', 'c\n'],
	);
	assert.match(lines.join('\n'), /2 files taken\..*\nMerge by hand, then delete: src\/b\.ts\.new/);
});

test('afterwards the copy is current, and the manifest keeps what the team filled in', async () => {
	const { around, read } = copyOf(FILES);
	const site = offering(OFFER);
	assert.equal(await runUpdate([], around(site)), 0);
	assert.equal(await runCheck([], around(site)), 0);
	const after = JSON.parse(read('catalogue.json'));
	assert.deepEqual([after.version, after.parameters], ['1.1.0', { team: 'Cases' }]);
	assert.equal(after.files['src/a.ts'], digestOf('a2\n'));
});

test('a .new of last time stops the work before anything is written', async () => {
	const { around, read, write } = copyOf(FILES);
	write('src/b.ts', 'mine\n');
	write('src/b.ts.new', 'half merged\n');
	await assert.rejects(runUpdate([], around(offering(OFFER))), /src\/b\.ts\.new is still there/);
	assert.deepEqual([read('src/a.ts'), read('src/b.ts.new')], ['a\n', 'half merged\n']);
});

test('a file of the team that stands where a new one comes is not overwritten', async () => {
	const { around, read, write } = copyOf(FILES);
	write('src/deep/c.ts', 'ours\n');
	assert.equal(await runUpdate([], around(offering(OFFER))), 1);
	assert.deepEqual([read('src/deep/c.ts'), read('src/deep/c.ts.new')], ['ours\n', 'c\n']);
});

test('a file the team removed stays away', async () => {
	const { around, root } = copyOf(FILES);
	rmSync(join(root, 'src/b.ts'));
	assert.equal(await runUpdate([], around(offering(OFFER))), 0);
	assert.equal(existsSync(join(root, 'src/b.ts')), false);
});

test('a file that is no longer offered is named and kept', async () => {
	const { around, read, lines } = copyOf(FILES);
	assert.equal(await runUpdate([], around(offering({ 'src/a.ts': 'a2\n' }))), 0);
	assert.equal(read('src/b.ts'), 'b\n');
	assert.match(
		lines.join('\n'),
		/no longer part of the starter; keep or delete them:\n {4}src\/b\.ts/,
	);
});

test('a file the form filled in is merged by hand, also when nobody touched it', async () => {
	const files = { ...FILES, '.env.example': 'MODEL=mine\n' };
	const filled = { '.env.example': digestOf('MODEL=\n') };
	const { around, read } = copyOf(files, manifestOf(files, { filled }));
	assert.equal(
		await runCheck([], around(siteOf(answerOf({ ...FILES, '.env.example': 'MODEL=\n' })))),
		0,
	);
	assert.equal(await runUpdate([], around(offering({ ...FILES, '.env.example': 'MODEL2=\n' }))), 1);
	assert.deepEqual([read('.env.example'), read('.env.example.new')], ['MODEL=mine\n', 'MODEL2=\n']);
});

test('a breaking version is taken only when the team says so', async () => {
	const { around, read, lines } = copyOf(FILES);
	const site = offering(OFFER, { version: '2.0.0', changes: [change('2.0.0', 'major', 'Act.')] });
	assert.equal(await runUpdate([], around(site)), 11);
	assert.equal(read('src/a.ts'), 'a\n');
	assert.match(lines.join('\n'), /To do: Act\.[\s\S]*catalogue:update -- --breaking/);
	assert.equal(await runUpdate(['--breaking'], around(site)), 0);
	assert.equal(read('src/a.ts'), 'a2\n');
});

test('of a withdrawn pattern nothing is taken', async () => {
	const { around, read } = copyOf(FILES);
	const state = { name: 'withdrawn', label: 'Withdrawn', duty: 'Turn it off.' };
	assert.equal(await runUpdate([], around(offering(OFFER, { ...minor, state }))), 15);
	assert.equal(read('src/a.ts'), 'a\n');
});

test('a tampered file stops the work before anything is written', async () => {
	const { around, read, root } = copyOf(FILES);
	const site = siteOf(answerOf(OFFER, minor), { ...OFFER, 'src/deep/c.ts': 'evil\n' });
	await assert.rejects(
		runUpdate([], around(site)),
		/src\/deep\/c\.ts is not the file the catalogue announced: its digest differs\. Nothing was written/,
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

test('a path that climbs out is refused, whatever the digest says', async () => {
	for (const path of [
		'../out.ts',
		'/etc/x',
		'a/../../b',
		'.git/hooks/pre-commit',
		'a\\..\\b',
		'C:/x',
	]) {
		const { around, root } = copyOf(FILES);
		await assert.rejects(
			runUpdate([], around(offering({ ...FILES, [path]: 'evil\n' }))),
			/is no path inside this folder\. Nothing was written/,
		);
		assert.equal(existsSync(join(root, '../out.ts')), false);
	}
});

test('nothing is written through a link', async () => {
	const { around, root } = copyOf(FILES);
	symlinkSync(tmpdir(), join(root, 'linked'));
	await assert.rejects(
		runUpdate([], around(offering({ ...FILES, 'linked/x.ts': 'evil\n' }))),
		/written through linked, which is no plain folder/,
	);
});

test('without the site nothing is taken, also when an answer is kept', async () => {
	const { around, read } = copyOf(FILES);
	await runCheck([], around(offering(OFFER)));
	assert.equal(await runUpdate([], around(siteOf(undefined))), 3);
	assert.equal(read('src/a.ts'), 'a\n');
});
