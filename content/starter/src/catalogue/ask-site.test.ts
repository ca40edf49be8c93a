import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCheck } from './check.ts';
import { answerOf, copyOf, manifestOf, siteOf } from './stage.ts';

const FILES = { 'src/a.ts': 'a\n', 'src/b.ts': 'b\n' };

/** Exit code and lines of a check of an untouched copy. */
async function checked(answer: object | string | undefined, args: readonly string[] = []) {
	const { around, lines } = copyOf(FILES);
	const exit = await runCheck(args, around(siteOf(answer)));
	return { exit, text: lines.join('\n') };
}

test('the site is asked once, below its address, and not told anything about the team', async () => {
	const site = siteOf(answerOf(FILES));
	const { around } = copyOf(FILES, manifestOf(FILES, { parameters: { team: 'Secret team' } }));
	await runCheck([], around(site));
	const [only] = site.asked;
	assert.equal(site.asked.length, 1);
	assert.equal(only?.url, 'https://host.example/ai/api/v1/copies/triage.json');
	assert.deepEqual(only?.init?.headers, { 'user-agent': 'catalogue-check' });
	assert.equal(only?.init?.body, undefined);
});

test('without a network the last answer is used, and said to be old', async () => {
	const { around, lines } = copyOf(FILES);
	await runCheck([], around(siteOf(answerOf(FILES)), '2026-03-30'));
	assert.equal(await runCheck([], around(siteOf(undefined))), 0);
	assert.match(
		lines.join('\n'),
		/note: host\.example cannot be reached\. Based on the answer from 2026-03-30\./,
	);
});

test('without a network and without an earlier answer nothing is known', async () => {
	const { exit, text } = await checked(undefined);
	assert.equal(exit, 3);
	assert.match(text, /host\.example cannot be reached\. No earlier answer is stored/);
});

test('a slow site is waited for no longer than asked', async () => {
	const { around, lines } = copyOf(FILES);
	const never: typeof fetch = (_, init) =>
		new Promise((_done, fail) =>
			init?.signal?.addEventListener('abort', () => fail(init.signal?.reason)),
		);
	// The wait of a signal keeps no process alive; a real request would.
	const alive = setInterval(() => undefined, 1000);
	assert.equal(await runCheck(['--timeout', '0.01'], around({ fetch: never })), 3);
	clearInterval(alive);
	assert.match(lines.join('\n'), /did not give a complete answer within 0\.01 seconds.*--timeout/);
});

test('something that is not an answer is refused with the reason', async () => {
	for (const [answer, message] of [
		['<!doctype html><title>Sign in</title>', /is a web page\. .*sign in/],
		[
			'half a',
			/^Error: https:\/\/host\.example\/ai\/api\/v1\/copies\/triage\.json: .* is not JSON/,
		],
		[answerOf(FILES, { form: 2 }), /form is 2\. The catalogue is newer than this script/],
		[answerOf(FILES, { version: 'latest' }), /the answer\.version is "latest"\. Three numbers/],
		[answerOf(FILES, { pattern: 'other' }), /is about "other", and this is a copy of "triage"/],
		[answerOf(FILES, { version: '0.9.0' }), /has 0\.9\.0, which is older than this copy, 1\.0\.0/],
		[answerOf(FILES, { form: 'x' }), /form is "x"\. It must be 1\./],
		[answerOf(FILES, { files: 'none' }), /the answer\.files is "none"\. It must be a list\./],
		['[]', /form is missing/],
	] as const) {
		await assert.rejects(checked(answer), message);
	}
});

test('what a newer catalogue adds is ignored', async () => {
	const { exit } = await checked(answerOf(FILES, { more: { to: 'come' } }));
	assert.equal(exit, 0);
});

test('as JSON a stored answer is a field, not a line', async () => {
	const { around, lines } = copyOf(FILES);
	await runCheck(['--json'], around(siteOf(answerOf(FILES)), '2026-03-30'));
	lines.length = 0;
	assert.equal(await runCheck(['--json'], around(siteOf(undefined))), 0);
	assert.match(JSON.parse(lines.join('\n')).kept, /Based on the answer from 2026-03-30\./);
});

test('a stored answer that is older than the copy does not count', async () => {
	const { around, lines, write } = copyOf(FILES);
	await runCheck([], around(siteOf(answerOf(FILES))));
	write('catalogue.json', JSON.stringify(manifestOf(FILES, { version: '1.1.0' })));
	assert.equal(await runCheck([], around(siteOf(undefined))), 3);
	assert.match(lines.join('\n'), /No earlier answer is stored/);
});

test('if the folder cannot be written to, no answer is stored, and the check continues', async () => {
	const { around, write } = copyOf(FILES);
	write('.catalogue', 'a file where the folder would be\n');
	assert.equal(await runCheck([], around(siteOf(answerOf(FILES)))), 0);
});

test('an answer cannot send control characters to the terminal', async () => {
	const { text } = await checked(answerOf(FILES, { title: 'Tri\u001b[2Jage' }));
	assert.match(text, /^Tri \[2Jage 1\.0\.0: current/);
});
