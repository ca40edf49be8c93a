import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadCatalogue } from '#catalogue/load.ts';
import { fileDigest } from '#catalogue/model/digest.ts';
import type { Change } from '#schemas/fields.ts';
import { entry, soundFiles } from '#tests/support/build.ts';
import { call } from '#tests/support/call.ts';
import { type Repository, repositoryOf, temporaryFolder } from '#tests/support/repository.ts';
import { release } from './release.ts';

beforeAll(() => {
	process.env.SOURCE_DATE_EPOCH = String(Date.parse('2026-11-22') / 1000);
});

const PROMPT = 'patterns/summary/prompts/ask.prompt';
const FROZEN = 'patterns/summary/prompts/released/ask@1.0.0.prompt';
const PATTERN = 'patterns/summary/pattern.mdx';
const REGISTER = 'patterns/summary/register.yaml';
const first: Change = {
	version: '1.0.0',
	date: '2026-11-01',
	impact: 'minor',
	summary: 'First version of it.',
};
// As an author writes it, with a comment that must stay; nothing is released yet.
const prompt = entry('prompts', 'ask', { 'catalogue.changes': [first] }).source.replace(
	'version:',
	'# Written by hand.\nversion:',
);
const edited = prompt.replace('Answer in one sentence.', 'Answer in one short sentence.');

function catalogue(): Repository {
	// A use case and its records name the exact text of a prompt, which these tests change.
	const all = soundFiles({
		[PROMPT]: prompt,
		'content/use-cases/office-summary.yaml': undefined,
		'content/records/use-cases/office-summary/decision.2026-10.yaml': undefined,
		'content/incidents/wrong-summary.yaml': undefined,
	});
	const files = new Map(all.map(({ path, text }) => [path, text ?? '']));
	files.delete('patterns/summary/prompts/released/ask@0.9.0.prompt');
	return repositoryOf({ '.gitignore': '.cache/\n', ...Object.fromEntries(files) });
}

const called = (root: string, ...args: string[]) => call(root, release, ...args);
const summary = ['--summary', 'Answers are shorter now.'];
const errorsIn = async (root: string) =>
	(await loadCatalogue(root)).findings.filter(({ severity }) => severity === 'error');

describe('a prompt', () => {
	test('is raised, and the text that is left is kept byte for byte with its digest', async () => {
		const { root, write, read } = catalogue();
		write({ [PROMPT]: edited });
		const { code, out } = await called(root, 'ask', 'minor', ...summary);
		expect(code).toBe(0);
		expect(out).toEqual([
			'prompts/ask is now 1.1.0.',
			`    ${PROMPT}`,
			`    ${FROZEN}`,
			'The pattern has changed too: npm run release -- patterns/summary STEP --summary ...',
		]);
		expect(read(FROZEN)).toBe(prompt);
		expect(read(PROMPT)).toContain('# Written by hand.\nversion: "1.1.0"\n');
		expect(read(PROMPT)).toContain(`    digest: "${fileDigest(prompt)}"\n`);
		expect(read(PROMPT)).toContain('Answer in one short sentence.');
		expect(await errorsIn(root)).toEqual([]);
	});

	test('freezes what the main branch has, not what this branch has committed meanwhile', async () => {
		const { root, git, write, read, commit } = catalogue();
		git('switch', '--quiet', '-c', 'shorter');
		write({ [PROMPT]: edited });
		commit();
		expect((await called(root, 'prompts/ask', 'patch', ...summary)).code).toBe(0);
		expect(read(FROZEN)).toBe(prompt);
		expect(read(PROMPT)).toContain('version: "1.0.1"');
	});

	test('can be released again and again; each text keeps its digest', async () => {
		const { root, write, read, commit } = catalogue();
		write({ [PROMPT]: edited });
		await called(root, 'ask', 'minor', ...summary);
		commit();
		write({ [PROMPT]: read(PROMPT).replace('short sentence', 'plain sentence') });
		const asked = ['--action', 'Run your cases again before March.'];
		expect((await called(root, 'ask', 'major', ...summary, ...asked)).code).toBe(0);
		expect(read(PROMPT)).toContain('version: "2.0.0"');
		expect(await errorsIn(root)).toEqual([]);
	});

	test('that was committed on the main branch is released with the commit before it', async () => {
		const { root, git, write, read, commit } = catalogue();
		const before = git('rev-parse', 'HEAD');
		write({ [PROMPT]: edited });
		commit();
		const { error } = await called(root, 'ask', 'minor', ...summary);
		expect(error[0]).toMatch(/^nothing changed in prompts\/ask since 1\.0\.0 \(commit \w{10}\)\.$/);
		expect((await called(root, 'ask', 'minor', ...summary, '--published', before)).code).toBe(0);
		expect(read(FROZEN)).toBe(prompt);
	});
});

describe('a pattern', () => {
	test('is raised in place, and nothing is frozen', async () => {
		const { root, git, write, read } = catalogue();
		// A starter holds the file that the pattern names for its control.
		write({ 'patterns/summary/starter/logging.yaml': 'level: info\n' });
		const before = read(PATTERN);
		const { code } = await called(root, 'summary', 'minor', ...summary);
		expect(code).toBe(0);
		expect(read(PATTERN)).toContain('version: "1.1.0"');
		expect(read(PATTERN).split('\n').length).toBe(before.split('\n').length);
		expect(parse(read(REGISTER)).changes).toMatchObject([
			{ version: '1.1.0', impact: 'minor' },
			{ version: '1.0.0' },
		]);
		expect(git('status', '--porcelain')).toBe(
			`M ${PATTERN}\n M ${REGISTER}\n?? patterns/summary/starter/`,
		);
	});

	test('whose upkeep is all that is new has nothing to release', async () => {
		const { root, write, read } = catalogue();
		write({ [REGISTER]: `${read(REGISTER)}# looked at\n` });
		const { code, error } = await called(root, 'summary', 'minor', ...summary);
		expect(code).toBe(2);
		expect(error[0]).toMatch(/^nothing changed in patterns\/summary since 1\.0\.0/);
	});
});

describe('it is refused, and nothing is written,', () => {
	test.each([
		[[], 'The pattern or prompt is missing.', '    --help shows how to call it.'],
		[['ask'], 'major, minor or patch is missing.', '    --help shows how to call it.'],
		[['ask', 'miner'], 'The step is "miner".', '    Did you mean "minor"?'],
		[['ask', 'minor'], '--summary is missing.', '    Say what changed and why: --summary ...'],
		[
			['ask', 'major', ...summary],
			'--action is missing.',
			'    Say what teams must do, by when: --action ...',
		],
		[
			['ask', 'minor', '--summary', 'Short'],
			'--summary: "Short" is 5 characters long. At least 10 are needed.',
			'    Change it and try again.',
		],
	])('when the call is %j', async (args, ...error) => {
		expect(await called(temporaryFolder(), ...args)).toEqual({ code: 2, out: [], error });
	});

	test('when nothing changed', async () => {
		const { root, git } = catalogue();
		const { code, error } = await called(root, 'ask', 'minor', ...summary);
		expect(code).toBe(2);
		expect(error[0]).toMatch(/^nothing changed in prompts\/ask since 1\.0\.0/);
		expect(git('status', '--porcelain')).toBe('');
	});

	test('when the version was never committed', async () => {
		const { root, write } = catalogue();
		write({ [PROMPT]: edited.replaceAll('1.0.0', '1.0.7') });
		expect((await called(root, 'ask', 'minor', ...summary)).error).toEqual([
			`version 1.0.7 of ${PROMPT} was never committed.`,
			'    Nobody can be using it, so it does not need a release. Edit it and commit it.',
		]);
	});

	test('when the frozen text is there already', async () => {
		const { root, write, read } = catalogue();
		write({ [PROMPT]: edited, [FROZEN]: prompt });
		const { code, error } = await called(root, 'ask', 'minor', ...summary);
		expect([code, error[0]]).toEqual([2, `${FROZEN} already exists.`]);
		expect(read(PROMPT)).toBe(edited);
	});

	test('when the entry has errors', async () => {
		const { root, write, read } = catalogue();
		const broken = edited.replace('model: small', 'model: smal');
		write({ [PROMPT]: broken });
		const { code, out } = await called(root, 'ask', 'minor', ...summary);
		expect(code).toBe(1);
		expect(out[0]).toMatch(/no model has the id "smal"/);
		expect(read(PROMPT)).toBe(broken);
	});

	test('when the log is written so that it cannot be edited in place', async () => {
		const { root, write, read } = catalogue();
		const odd = edited.replace(/^version: .*$/m, 'version: |-\n  1.0.0');
		write({ [PROMPT]: odd });
		expect(await called(root, 'ask', 'minor', ...summary)).toMatchObject({
			code: 2,
			error: [
				`The data of ${PROMPT} is written in a way this command cannot edit.`,
				/^ {4}Write `version`/,
			].map((line) => (typeof line === 'string' ? line : expect.stringMatching(line))),
		});
		expect([read(PROMPT), existsSync(join(root, FROZEN))]).toEqual([odd, false]);
	});

	test('when pattern and prompt share the id and neither is named', async () => {
		const { root, write } = catalogue();
		const twin = entry('prompts', 'summary', { 'catalogue.changes': [first] });
		write({ [twin.file]: twin.source });
		expect((await called(root, 'summary', 'minor', ...summary)).error).toEqual([
			'"summary" could be patterns/summary or prompts/summary.',
			'    Add the collection too.',
		]);
	});
});
