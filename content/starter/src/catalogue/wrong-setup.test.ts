import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../root.ts';
import { runCheck } from './check.ts';
import { answerOf, copyOf, manifestOf, siteOf } from './stage.ts';

const FILES = { 'src/a.ts': 'a\n', 'src/b.ts': 'b\n' };

/** Exit code and lines of a check of an untouched copy. */
async function checked(answer: object | string | undefined, args: readonly string[] = []) {
	const { around, lines } = copyOf(FILES);
	const exit = await runCheck(args, around(siteOf(answer)));
	return { exit, text: lines.join('\n') };
}

test('a manifest that is missing, broken or of a newer form is reported', async () => {
	const site = siteOf(answerOf(FILES));
	const broken = copyOf(FILES);
	for (const [text, message] of [
		['{', /catalogue\.json is not JSON\. Restore it from your last commit/],
		[
			JSON.stringify({ ...manifestOf(FILES), version: '1.0' }),
			/\.version is "1\.0"\. Three numbers/,
		],
		[JSON.stringify({ ...manifestOf(FILES), files: null }), /\.files is null/],
		[
			'{"form":9}',
			/catalogue\.json\.form is 9\. It is newer than this script\. Download the starter again/,
		],
		[JSON.stringify({ ...manifestOf(FILES), files: [] }), /catalogue\.json\.files is \[\]/],
		[
			JSON.stringify({ ...manifestOf(FILES), answer: 'https://elsewhere.example/x' }),
			/not an address below https:\/\/host\.example\/ai\//,
		],
		[JSON.stringify({ ...manifestOf(FILES), answer: '../x.json' }), /not an address below/],
		[JSON.stringify({ ...manifestOf(FILES), site: 'file:///etc/' }), /is not a web address/],
	] as const) {
		broken.write('catalogue.json', text);
		await assert.rejects(runCheck([], broken.around(site)), message);
	}
	assert.equal(site.asked.length, 0);
});

test('an unknown option is named', async () => {
	await assert.rejects(
		checked(answerOf(FILES), ['--sight=x']),
		/Unknown option '--sight'\. catalogue:check accepts --site URL, --timeout SECONDS and --json\.$/,
	);
	await assert.rejects(
		checked(answerOf(FILES), ['--breaking']),
		/--breaking is for catalogue:update\. catalogue:check accepts/,
	);
	await assert.rejects(
		checked(answerOf(FILES), ['x']),
		/Unexpected argument 'x'\. catalogue:check/,
	);
	await assert.rejects(checked(answerOf(FILES), ['--timeout', 'soon']), /--timeout is "soon"/);
});

test('a catalogue.json that is a folder is one line', async () => {
	const { around, root } = copyOf(FILES);
	rmSync(join(root, 'catalogue.json'));
	mkdirSync(join(root, 'catalogue.json'));
	await assert.rejects(
		runCheck([], around(siteOf(answerOf(FILES)))),
		/catalogue\.json cannot be read \(it is a folder, EISDIR\)\. Restore it/,
	);
});

test('an offered path that is too long for a disk is one line', async () => {
	const { around } = copyOf(FILES);
	const offer = { ...FILES, [`${'a'.repeat(300)}.ts`]: 'x\n' };
	assert.equal(await runCheck([], around(siteOf(answerOf(offer)))), 10);
});

test('a byte order mark before catalogue.json is ignored', async () => {
	const { around, write } = copyOf(FILES);
	write('catalogue.json', `\uFEFF${JSON.stringify(manifestOf(FILES))}`);
	assert.equal(await runCheck([], around(siteOf(answerOf(FILES)))), 0);
});

test('a file named like a built-in property of objects is a file like another', async () => {
	const files = JSON.parse('{"__proto__":"p\\n","constructor":"c\\n"}');
	const { around, lines } = copyOf(files);
	assert.equal(await runCheck([], around(siteOf(answerOf(files)))), 0);
	const other = JSON.parse('{"__proto__":"p2\\n","constructor":"c2\\n"}');
	assert.equal(await runCheck([], around(siteOf(answerOf(other)))), 10);
	assert.match(lines.join('\n'), /2 files unchanged here.*\n {4}__proto__\n {4}constructor/);
});

test('the command works wherever it is started from, also through a link', () => {
	const folder = mkdtempSync(join(tmpdir(), 'link-'));
	symlinkSync(ROOT, join(folder, 'copy'));
	for (const command of ['check', 'update']) {
		const script = join(folder, 'copy/src/catalogue', `${command}.ts`);
		const { status, stderr } = spawnSync(process.execPath, [script, '--odd'], { encoding: 'utf8' });
		assert.equal(status, 2);
		assert.match(
			stderr,
			new RegExp(`Unknown option '--odd'\\. catalogue:${command} accepts .*\\n$`),
		);
	}
	rmSync(folder, { recursive: true });
});
