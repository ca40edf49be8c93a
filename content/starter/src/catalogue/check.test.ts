import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCheck } from './check.ts';
import { answerOf, change, copyOf, manifestOf, siteOf } from './stage.ts';

const FILES = { 'src/a.ts': 'a\n', 'src/b.ts': 'b\n' };

/** Exit code and lines of a check of an untouched copy. */
async function checked(answer: object | string | undefined, args: readonly string[] = []) {
	const { around, lines } = copyOf(FILES);
	const exit = await runCheck(args, around(siteOf(answer)));
	return { exit, text: lines.join('\n') };
}

test('an unchanged copy of what the catalogue offers is current', async () => {
	const { exit, text } = await checked(answerOf(FILES));
	assert.equal(exit, 0);
	assert.match(text, /^Triage 1\.0\.0: current\. Nothing to do\./);
});

test('own changes do not make a copy old', async () => {
	const { around, write } = copyOf(FILES);
	write('src/a.ts', 'mine\n');
	assert.equal(await runCheck([], around(siteOf(answerOf(FILES)))), 0);
});

test('line ends of another system are no change', async () => {
	const { around, write, lines } = copyOf(FILES);
	write('src/a.ts', 'a\r\n');
	await runCheck([], around(siteOf(answerOf({ ...FILES, 'src/a.ts': 'new\n' }))));
	assert.match(
		lines.join('\n'),
		/1 file unchanged here, can be taken as they are:\n {4}src\/a\.ts/,
	);
});

test('a newer version says what changed and which files can be taken', async () => {
	const { around, write, lines } = copyOf(FILES);
	write('src/b.ts', 'mine\n');
	const offer = { 'src/a.ts': 'a2\n', 'src/b.ts': 'b2\n', 'src/c.ts': 'c\n' };
	const changes = [change('1.1.0', 'minor'), change('1.0.0', 'minor')];
	const site = siteOf(answerOf(offer, { version: '1.1.0', changes }));
	assert.equal(await runCheck([], around(site)), 10);
	const text = lines.join('\n');
	assert.match(text, /Triage 1\.0\.0: behind\. The catalogue has 1\.1\.0\./);
	assert.match(text, /1\.1\.0 \(2026-03-02, addition\): What 1\.1\.0 brings\./);
	assert.doesNotMatch(text, /What 1\.0\.0 brings/);
	assert.match(text, /unchanged here, can be taken as they are:\n {4}src\/a\.ts/);
	assert.match(text, /1 file new:\n {4}src\/c\.ts/);
	assert.match(text, /changed here as well; .*\n {4}src\/b\.ts/);
});

test('a breaking change among several is what counts, with what to do', async () => {
	const changes = [change('2.0.1', 'patch'), change('2.0.0', 'major', 'Route abstentions.')];
	const { exit, text } = await checked(answerOf(FILES, { version: '2.0.1', changes }));
	assert.equal(exit, 11);
	assert.match(text, /2\.0\.0 \(2026-03-02, breaking\).*\n {4}To do: Route abstentions\./);
});

test('other obligations are named', async () => {
	const obligations = [{ control: 'gate', title: 'Approval gate' }];
	const { exit, text } = await checked(answerOf(FILES, { obligations }));
	assert.equal(exit, 12);
	assert.match(text, /Now demanded: Approval gate \(gate\)\./);
	assert.match(text, /No longer demanded: The screen \(screen\)\./);
});

test('a waiver holds on its last day and not on the next', async () => {
	const waivers = [{ what: 'Drift monitoring', expires: '2026-04-01' }];
	const site = siteOf(answerOf(FILES, { waivers }));
	const { around, lines } = copyOf(FILES);
	assert.equal(await runCheck([], around(site, '2026-04-01')), 0);
	assert.equal(await runCheck([], around(site, '2026-04-02')), 13);
	assert.match(lines.join('\n'), /The waiver of Drift monitoring ended on 2026-04-01/);
});

test('a deprecated pattern names its successor', async () => {
	const { exit, text } = await checked(
		answerOf(FILES, {
			state: { name: 'deprecated', label: 'Deprecated', duty: 'Plan a move.' },
			successor: {
				title: 'New triage',
				page: 'https://host.example/ai/patterns/new/',
				version: '1.0.0',
			},
		}),
	);
	assert.equal(exit, 14);
	assert.match(text, /Move to: New triage 1\.0\.0, https:\/\/host\.example\/ai\/patterns\/new\//);
});

test('a withdrawn pattern says why, and offers no files', async () => {
	const { exit, text } = await checked(
		answerOf(
			{},
			{
				version: null,
				digest: null,
				tier: null,
				obligations: [],
				changes: [],
				because: 'It sent mail nobody had read.',
				state: { name: 'withdrawn', label: 'Withdrawn', duty: 'Turn it off.' },
			},
		),
	);
	assert.equal(exit, 15);
	assert.match(text, /Turn it off\.\nWhy: It sent mail nobody had read\.\nNo successor is named/);
	assert.doesNotMatch(text, /No longer demanded|no longer part/);
});

test('the site is asked once, below its address, and told nothing of the team', async () => {
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
		/note: host\.example cannot be reached\. Judged by the answer of 2026-03-30\./,
	);
});

test('without a network and without an earlier answer nothing is known', async () => {
	const { exit, text } = await checked(undefined);
	assert.equal(exit, 3);
	assert.match(text, /host\.example cannot be reached\. No earlier answer is kept/);
});

test('a site that is slow is waited for no longer than asked', async () => {
	const { around, lines } = copyOf(FILES);
	const never: typeof fetch = (_, init) =>
		new Promise((_done, fail) =>
			init?.signal?.addEventListener('abort', () => fail(init.signal?.reason)),
		);
	// The wait of a signal keeps no process alive; a real request would.
	const alive = setInterval(() => undefined, 1000);
	assert.equal(await runCheck(['--timeout', '0.01'], around({ fetch: never })), 3);
	clearInterval(alive);
	assert.match(lines.join('\n'), /gave no answer in 0\.01 seconds/);
});

test('what is no answer is refused with the reason', async () => {
	for (const [answer, message] of [
		['<!doctype html><title>Sign in</title>', /is a web page\. .*sign-in/],
		['half a', /is no JSON/],
		[answerOf(FILES, { form: 2 }), /form is 2\. The catalogue is newer than this script/],
		[answerOf(FILES, { form: 'x' }), /form is "x"\. It must be 1\./],
		[answerOf(FILES, { files: 'none' }), /the answer\.files is "none"\. It must be a list\./],
		['[]', /form is missing/],
	] as const) {
		await assert.rejects(checked(answer), message);
	}
});

test('what a newer catalogue adds is passed by', async () => {
	const { exit } = await checked(answerOf(FILES, { more: { to: 'come' } }));
	assert.equal(exit, 0);
});

test('a manifest that is away, broken or of a newer form is said', async () => {
	const site = siteOf(answerOf(FILES));
	const broken = copyOf(FILES);
	for (const [text, message] of [
		['{', /catalogue\.json is no JSON\. Put it back/],
		['{"form":9}', /catalogue\.json\.form is 9\. Take the scripts/],
		[JSON.stringify({ ...manifestOf(FILES), files: [] }), /catalogue\.json\.files is \[\]/],
		[
			JSON.stringify({ ...manifestOf(FILES), answer: 'https://elsewhere.example/x' }),
			/no address below https:\/\/host\.example\/ai\//,
		],
		[JSON.stringify({ ...manifestOf(FILES), answer: '../x.json' }), /no address below/],
		[JSON.stringify({ ...manifestOf(FILES), site: 'file:///etc/' }), /is no web address/],
	] as const) {
		broken.write('catalogue.json', text);
		await assert.rejects(runCheck([], broken.around(site)), message);
	}
	assert.equal(site.asked.length, 0);
});

test('an option nobody knows is named', async () => {
	await assert.rejects(checked(answerOf(FILES), ['--sight=x']), /Unknown option '--sight'/);
	await assert.rejects(checked(answerOf(FILES), ['--timeout', 'soon']), /--timeout is "soon"/);
});

test('as JSON it says the same, and nothing else is printed', async () => {
	const { exit, text } = await checked(answerOf({ ...FILES, 'src/a.ts': 'a2\n' }), ['--json']);
	const said = JSON.parse(text);
	assert.equal(exit, 10);
	assert.deepEqual([said.verdict, said.exit, said.files[0].state], ['behind', 10, 'take']);
});
