import assert from 'node:assert/strict';
import { existsSync, rmSync, statSync } from 'node:fs';
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

test('untouched files are taken, a changed one gets a .new next to it', async () => {
	const { around, read, write, lines } = copyOf(FILES);
	write('src/b.ts', 'mine\n');
	assert.equal(await runUpdate([], around(offering(OFFER))), 1);
	assert.deepEqual(
		[read('src/a.ts'), read('src/b.ts'), read('src/b.ts.new'), read('src/deep/c.ts')],
		['a2\n', 'mine\n', 'b2\n', 'c\n'],
	);
	assert.match(
		lines.join('\n'),
		/2 files taken, 1 file to merge by hand\.\nMerge into src\/b\.ts, then delete: src\/b\.ts\.new\nNext, run npm ci/,
	);
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

test('a file of the team where a new one would go is not overwritten', async () => {
	const { around, read, write } = copyOf(FILES);
	write('src/deep/c.ts', 'ours\n');
	assert.equal(await runUpdate([], around(offering(OFFER))), 1);
	assert.deepEqual([read('src/deep/c.ts'), read('src/deep/c.ts.new')], ['ours\n', 'c\n']);
});

test('a new script is executable, as in the archive', {
	skip: process.platform === 'win32',
}, async () => {
	const { around, root } = copyOf(FILES);
	assert.equal(await runUpdate([], around(offering({ ...OFFER, 'run.sh': '#!/bin/sh\n' }))), 0);
	const mayRun = (path: string) => (statSync(join(root, path)).mode & 0o100) !== 0;
	assert.deepEqual([mayRun('run.sh'), mayRun('src/deep/c.ts')], [true, false]);
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
		/no longer part of the starter, which you can keep or delete:\n {4}src\/b\.ts/,
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

test('nothing is taken from a withdrawn pattern', async () => {
	const { around, read } = copyOf(FILES);
	const state = { name: 'withdrawn', label: 'Withdrawn', duty: 'Turn it off.' };
	assert.equal(await runUpdate([], around(offering(OFFER, { ...minor, state }))), 15);
	assert.equal(read('src/a.ts'), 'a\n');
});

test('what is left to merge is listed until it is gone', async () => {
	const { around, root, write, lines } = copyOf(FILES);
	write('src/b.ts', 'mine\n');
	const site = offering(OFFER);
	await runUpdate([], around(site));
	lines.length = 0;
	assert.equal(await runCheck([], around(site)), 0);
	assert.match(
		lines.join('\n'),
		/: current\. Nothing new\.\n[\s\S]*Merge by hand, then delete: src\/b\.ts\.new/,
	);
	rmSync(join(root, 'src/b.ts.new'));
	lines.length = 0;
	await runCheck([], around(site));
	assert.match(lines.join('\n'), /: current\. Nothing to do\./);
	assert.doesNotMatch(lines.join('\n'), /Still to merge/);
});

test('a current copy is left as it is, also the line ends of its catalogue.json', async () => {
	const { around, read, write } = copyOf(FILES);
	const text = JSON.stringify(manifestOf(FILES), null, '  ').replaceAll('\n', '\r\n');
	write('catalogue.json', text);
	assert.equal(await runUpdate([], around(siteOf(answerOf(FILES)))), 0);
	assert.equal(read('catalogue.json'), text);
});

test('a copy whose form named data of its own keeps the tier it was given', async () => {
	const own = { tier: 'high', parameters: { team: 'Cases', dataClass: 'restricted' } };
	for (const [more, tier] of [
		[own, 'high'],
		[{ tier: 'low', parameters: { team: 'Cases' } }, 'medium'],
	] as const) {
		const { around, read } = copyOf(FILES, manifestOf(FILES, more));
		assert.equal(await runUpdate([], around(offering(OFFER))), 0);
		assert.equal(JSON.parse(read('catalogue.json')).tier, tier);
	}
});

test('new required controls are said to be listed only once, if there is no file to take', async () => {
	const { around, lines } = copyOf(FILES);
	const obligations = [{ control: 'gate', title: 'Approval gate' }];
	const site = offering(FILES, { obligations });
	assert.equal(await runUpdate([], around(site)), 0);
	assert.match(
		lines.join('\n'),
		/Now required: Approval gate \(gate\)\.[\s\S]*There are no files to take\..*\nFrom now on, the check treats the new requirements as known/,
	);
	assert.equal(await runCheck([], around(site)), 0);
});
