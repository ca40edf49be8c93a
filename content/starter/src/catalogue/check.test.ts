import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCheck } from './check.ts';
import { answerOf, change, copyOf, siteOf } from './stage.ts';

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

test('line ends of another system do not count as a change', async () => {
	const { around, write, lines } = copyOf(FILES);
	write('src/a.ts', 'a\r\n');
	await runCheck([], around(siteOf(answerOf({ ...FILES, 'src/a.ts': 'new\n' }))));
	assert.match(lines.join('\n'), /1 file unchanged here, which you can take:\n {4}src\/a\.ts/);
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
	assert.match(text, /unchanged here, which you can take:\n {4}src\/a\.ts/);
	assert.match(text, /1 file new:\n {4}src\/c\.ts/);
	assert.match(text, /1 file changed here, .*\n {4}src\/b\.ts/);
});

test('a breaking change among several is what counts, with what to do', async () => {
	const changes = [change('2.0.1', 'patch'), change('2.0.0', 'major', 'Route abstentions.')];
	const { exit, text } = await checked(answerOf(FILES, { version: '2.0.1', changes }));
	assert.equal(exit, 11);
	assert.match(text, /2\.0\.0 \(2026-03-02, breaking\).*\n {4}To do: Route abstentions\./);
});

test('other required controls are listed', async () => {
	const obligations = [{ control: 'gate', title: 'Approval gate' }];
	const { exit, text } = await checked(answerOf(FILES, { obligations }));
	assert.equal(exit, 12);
	assert.match(text, /Now required: Approval gate \(gate\)\./);
	assert.match(text, /No longer required: The screen \(screen\)\./);
});

test('a waiver is valid on its last day and not on the next', async () => {
	const waivers = [{ what: 'Drift monitoring', expires: '2026-04-01' }];
	const site = siteOf(answerOf(FILES, { waivers }));
	const { around, lines } = copyOf(FILES);
	assert.equal(await runCheck([], around(site, '2026-04-01')), 0);
	assert.equal(await runCheck([], around(site, '2026-04-02')), 13);
	assert.match(
		lines.join('\n'),
		/The waiver of Drift monitoring ended on 2026-04-01\. You must now do what it let you postpone\./,
	);
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
				because: 'It sent emails nobody had read.',
				state: { name: 'withdrawn', label: 'Withdrawn', duty: 'Turn it off.' },
			},
		),
	);
	assert.equal(exit, 15);
	assert.match(
		text,
		/Turn it off\.\nWhy: It sent emails nobody had read\.\nThere is no successor yet/,
	);
	assert.doesNotMatch(text, /No longer demanded|no longer part/);
});

test('as JSON it says the same, and nothing else is printed', async () => {
	const { exit, text } = await checked(answerOf({ ...FILES, 'src/a.ts': 'a2\n' }), ['--json']);
	const said = JSON.parse(text);
	assert.equal(exit, 10);
	assert.deepEqual([said.verdict, said.exit, said.files[0].state], ['behind', 10, 'take']);
});
