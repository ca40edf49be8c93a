import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { entry, soundFiles, textsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { type Repository, repositoryOf, temporaryFolder } from '#tests/support/repository.ts';
import { run } from '../run.ts';
import { approve } from './approve.ts';

beforeAll(() => {
	// The day of every test, as the commands take it from the surroundings.
	process.env.SOURCE_DATE_EPOCH = epoch('2026-11-22');
});
const epoch = (day: string) => String(Date.parse(day) / 1000);

const PATTERN = 'patterns/summary/pattern.mdx';
const RECORD = 'patterns/summary/approvals.yaml';
const policy = entry('policy', 'policy', {
	...minimal.policy(),
	approval: {
		seats: {
			low: ['technology', 'security'],
			medium: ['technology', 'security', 'legal'],
			high: ['technology', 'security', 'legal'],
		},
	},
});
const patternWith = (overrides: Parameters<typeof entry<'patterns'>>[2] = {}) =>
	textsOf(entry('patterns', 'summary', { status: 'approved', evaluation, ...overrides }));

/** A run that keeps every limit, on the pinned version of the model. */
const { limits, ...rest } = minimal.patterns().evaluation;
const evaluation = {
	...rest,
	limits,
	lastRun: {
		date: '2026-11-10',
		model: 'small',
		modelVersion: minimal.models().pinnedVersion,
		passed: 100,
		total: 100,
		results: limits.map(({ dimension }) => ({ dimension, value: 95 })),
	},
};

const changed = patternWith({ fit: 'It fits a team that reads a lot.' });

/** A sound catalogue in git whose pattern says it is approved, with nobody's approval yet. */
function catalogue(texts: Record<string, string> = {}): Repository {
	const all = soundFiles({ 'content/policy.yaml': policy.source, ...patternWith() });
	const files = new Map(all.map(({ path, text }) => [path, text ?? '']));
	files.delete(RECORD);
	const repository = repositoryOf({
		'.gitignore': '.cache/\nrun.txt\n',
		...Object.fromEntries(files),
		...texts,
	});
	return workedOnBy(repository, 'A Reviewer', 'reviewer@example.com');
}

/** The clone of somebody: who git there says is working. */
function workedOnBy(repository: Repository, name: string, email: string): Repository {
	repository.git('config', 'user.name', name);
	repository.git('config', 'user.email', email);
	return repository;
}

async function called(root: string, ...args: string[]) {
	const out: string[] = [];
	const error: string[] = [];
	const io = {
		cwd: root,
		out: (line: string) => out.push(line),
		error: (line: string) => error.push(line),
	};
	return { code: await run([approve], ['approve', ...args], io), out, error };
}
const technology = ['summary', '--by', 'Tess Reviewer', '--seat', 'technology'];
const security = ['summary', '--by', 'Sol Guard', '--seat', 'security'];

test('seat after seat signs the same content, and the record says it all', async () => {
	const repository = catalogue();
	const first = await called(repository.root, ...technology, '--conditions', 'Test it in May.');
	expect(first).toMatchObject({ code: 0, error: [] });
	expect(first.out[0]).toBe('Tess Reviewer (Technology) approves summary 1.0.0 until 2027-11-22.');
	expect(first.out).toContain('Still missing: Security.');
	const before = repository.read(RECORD);
	repository.commit();
	const second = await called(repository.root, ...security);
	expect(second.out).toContain('Every seat of the tier has approved.');
	const after = repository.read(RECORD);
	const head = before.slice(0, before.indexOf('contents:'));
	expect(after.startsWith(head)).toBe(true);
	expect(after.endsWith(before.slice(head.length))).toBe(true);
	expect(parse(after).approvals).toMatchObject([
		{
			version: '1.0.0',
			seat: 'technology',
			by: 'Tess Reviewer',
			date: '2026-11-22',
			reviewBy: '2027-11-22',
			authors: ['Ada Writer <ada@example.com>'],
			conditions: ['Test it in May.'],
		},
		{ seat: 'security', by: 'Sol Guard', conditions: [] },
	]);
	expect(repository.git('status', '--porcelain')).toBe(`M ${RECORD}`);
});

describe('it is refused, and nothing is written,', () => {
	const refusedWith = async (
		repository: Repository,
		args: string[],
		code: number,
		...error: (string | RegExp)[]
	) => {
		const before = repository.git('status', '--porcelain');
		const result = await called(repository.root, ...args);
		expect(result.error).toEqual(
			error.map((line) => (typeof line === 'string' ? line : expect.stringMatching(line))),
		);
		expect(result.code).toBe(code);
		expect(repository.git('status', '--porcelain')).toBe(before);
		return result;
	};

	test.each([
		[[], 'the pattern is missing.', '    --help shows how to call it.'],
		[['summary'], '--by is missing.', '    Say who approves: --by ...'],
		[['summary', '--by', 'A. Person'], '--seat is missing.', '    Say in which seat: --seat ...'],
		[
			['summary', '--by', 'A. Person', '--seat', 'tecnology'],
			'--seat is "tecnology".',
			'    Did you mean "technology"?',
		],
		[['summary', 'more'], '"more" is one argument too many.', '    Put texts in quotes.'],
		[
			['summary', '--by', 'X', '--seat', 'security'],
			'--by: "X" is 1 characters long; at least 2 are needed.',
			'    Word it anew and try again.',
		],
		[
			['summary', '--for', 'x'],
			"Unknown option '--for'",
			'    npm run catalogue -- approve --help shows its flags.',
		],
		[
			['summary', '--by'],
			"Option '--by <value>' argument missing",
			'    npm run catalogue -- approve --help shows its flags.',
		],
		[
			['summary', '--by', '--seat', 'security'],
			"Option '--by' argument is ambiguous",
			'    npm run catalogue -- approve --help shows its flags.',
		],
	])('when the call is %j', async (args, ...error) => {
		// The call is read before anything else, so no catalogue is needed.
		expect(await called(temporaryFolder(), ...args)).toEqual({ code: 2, out: [], error });
	});

	test('when there is no such pattern', async () => {
		await refusedWith(
			catalogue(),
			['sumary', '--by', 'A. Person', '--seat', 'security'],
			2,
			'there is no "sumary" in patterns.',
			'    Did you mean "summary"?',
		);
	});

	test('when the folder has errors, which are listed', async () => {
		const repository = catalogue(patternWith({ controls: [] }));
		const { out } = await refusedWith(
			repository,
			technology,
			1,
			'Nothing is approved while it has errors.',
			'    Put them right, commit, and run it again.',
		);
		expect(out[0]).toMatch(/^patterns\/summary\/pattern\.mdx:\d+:\d+ error /);
	});

	test('when only the policy has errors', async () => {
		const repository = catalogue({ 'content/policy.yaml': 'version: "1.0.0"\n' });
		await refusedWith(repository, technology, 1, /^Nothing is approved/, /^ {4}Put/);
	});

	test('when the status does not say approved yet, since setting it later would change the content', async () => {
		const repository = catalogue(patternWith({ status: 'proposed' }));
		await refusedWith(
			repository,
			technology,
			1,
			'The status of "summary" is "proposed", and an approval is of exactly what is there.',
			`    Set status: approved in ${PATTERN} and commit it; the checks stay red until all agree.`,
		);
	});

	test('when the tier does not ask for the seat', async () => {
		await refusedWith(
			catalogue(),
			['summary', '--by', 'Lee Counsel', '--seat', 'legal'],
			2,
			'the low tier asks for no approval of the seat "legal".',
			'    It asks for: technology, security.',
		);
	});

	test('when the seat has approved this content', async () => {
		const repository = catalogue();
		await called(repository.root, ...technology);
		await refusedWith(
			repository,
			['summary', '--by', 'Another One', '--seat', 'technology'],
			2,
			'the seat "technology" has approved this content: Tess Reviewer on 2026-11-22.',
			'    It holds until 2027-11-22.',
		);
	});

	test('when one person would fill two seats', async () => {
		const repository = catalogue();
		await called(repository.root, ...technology);
		await refusedWith(
			repository,
			['summary', '--by', 'tess  reviewer', '--seat', 'security'],
			2,
			'"tess  reviewer" has approved this content in the seat "technology".',
			'    Ask another person for one of the two seats.',
		);
	});

	test.each([
		['an author', 'Ada Writer'],
		['an author by mail address', 'ADA@example.com'],
		['a co-author', 'Cleo Helper'],
	])('when it is %s who would approve', async (_, by) => {
		const repository = catalogue();
		repository.write(patternWith({ fit: 'It fits a team that reads a lot.' }));
		repository.commit(
			'Ben Author <ben@example.com>',
			'Change\n\nCo-authored-by: Cleo Helper <cleo@example.com>',
		);
		await refusedWith(
			repository,
			['summary', '--by', by, '--seat', 'security'],
			2,
			new RegExp(`^.+ wrote part of what is approved, so "${by}" cannot approve it\\.$`),
			'    Ask a person for this seat who wrote none of it.',
		);
	});

	test('when something in the folder is not committed, but not when it is elsewhere', async () => {
		const repository = catalogue();
		repository.write({ 'content/guides/start.mdx': `${entry('guides').source}\nMore.\n` });
		expect((await called(repository.root, ...technology)).code).toBe(0);
		repository.write(patternWith({ fit: 'It fits a team that reads a lot.' }));
		await refusedWith(
			repository,
			security,
			2,
			`not committed yet: ${PATTERN}.`,
			'    Commit or undo it first.',
		);
	});

	test('when git ignores a file of it, since nobody else has that file', async () => {
		const repository = catalogue({ 'patterns/summary/starter/src/a.ts': 'export {};\n' });
		repository.write({ 'patterns/summary/starter/example/run.txt': 'mine' });
		await refusedWith(
			repository,
			technology,
			2,
			'patterns/summary is not what git has committed: starter/example/run.txt.',
			'    Delete what git ignores, or add it with git add --force and commit it.',
		);
	});

	test('when no branch is checked out', async () => {
		const repository = catalogue();
		repository.git('checkout', '--quiet', '--detach');
		await refusedWith(
			repository,
			technology,
			2,
			'no branch is checked out (the head is detached).',
			'    Switch to the branch of the change first: git switch NAME',
		);
	});

	test('when the clone is shallow', async () => {
		const repository = catalogue();
		repository.commit('Ben Author <ben@example.com>');
		const there = temporaryFolder();
		repository.git('clone', '--quiet', '--depth=1', `file://${repository.root}`, join(there, 'c'));
		const { code, error } = await called(join(there, 'c'), ...technology);
		expect(code).toBe(2);
		expect(error).toEqual([
			'this clone is shallow, so git does not know every author.',
			'    Fetch the rest first: git fetch --unshallow',
		]);
	});

	test('when it runs elsewhere than at the root of a repository', async () => {
		const { root } = catalogue();
		expect((await called(join(root, 'content'), ...technology)).error).toEqual([
			`${join(root, 'content')} is not the root of the repository.`,
			`    Run it in ${root}.`,
		]);
		const folder = temporaryFolder();
		expect((await called(folder, ...technology)).error[0]).toBe(
			`${folder} is not in a git repository.`,
		);
	});

	test('when approvals.yaml was written by another hand', async () => {
		const repository = catalogue({ [RECORD]: 'contents: {}\napprovals: []\n# By hand\n' });
		expect((await called(repository.root, ...technology)).code).toBe(0);
		const reordered = parse(repository.read(RECORD));
		repository.write({
			[RECORD]: JSON.stringify({ contents: reordered.contents, approvals: reordered.approvals }),
		});
		await refusedWith(
			repository,
			security,
			2,
			`${RECORD} is not as this command writes it.`,
			`    Restore it: git checkout HEAD -- ${RECORD}`,
		);
	});

	test.skipIf(process.getuid?.() === 0)('when the folder may not be written', async () => {
		const repository = catalogue();
		const folder = join(repository.root, 'patterns/summary');
		chmodSync(folder, 0o555);
		try {
			await refusedWith(
				repository,
				technology,
				2,
				'patterns/summary may not be written; nothing was changed.',
				/Check the rights/,
			);
		} finally {
			chmodSync(folder, 0o755);
		}
	});
});

describe('a new version', () => {
	async function approvedOnce(): Promise<Repository> {
		const repository = catalogue();
		await called(repository.root, ...technology);
		await called(repository.root, ...security);
		repository.commit('Tess Reviewer <tess@example.com>');
		return repository;
	}

	test('may be approved by who wrote only what stood approved before', async () => {
		const repository = await approvedOnce();
		repository.write(changed);
		repository.commit('Ben Author <ben@example.com>');
		const { code } = await called(
			repository.root,
			...['summary', '--by', 'Ada Writer', '--seat', 'technology'],
		);
		expect(code).toBe(0);
		expect(parse(repository.read(RECORD)).approvals.at(-1)).toMatchObject({
			by: 'Ada Writer',
			authors: ['Ben Author <ben@example.com>'],
		});
	});

	test('has the authors of an unapproved change that came with the record in one commit', async () => {
		const repository = catalogue();
		await called(repository.root, ...technology);
		await called(repository.root, ...security);
		repository.write(changed);
		repository.commit('Ben Author <ben@example.com>');
		const { error } = await called(
			repository.root,
			...['summary', '--by', 'Ben Author', '--seat', 'technology'],
		);
		expect(error[0]).toMatch(/^Ben Author <ben@example.com> wrote part/);
	});

	test('that is the old one signed again cannot free its author', async () => {
		const often = entry('policy', 'policy', {
			...minimal.policy(),
			reviewMonths: { low: 1, medium: 1, high: 1 },
		});
		const repository = catalogue({ 'content/policy.yaml': often.source });
		await called(repository.root, ...technology);
		repository.commit('Tess Reviewer <tess@example.com>');
		process.env.SOURCE_DATE_EPOCH = epoch('2026-12-23');
		try {
			const again = (by: string) =>
				called(repository.root, 'summary', '--by', by, '--seat', 'technology');
			expect((await again('Ada Writer')).error[0]).toMatch(/^Ada Writer .* wrote/);
			expect((await again('Tess Reviewer')).code).toBe(0);
		} finally {
			process.env.SOURCE_DATE_EPOCH = epoch('2026-11-22');
		}
	});
});

test('an author cannot sign under another name in the clone in which they wrote', async () => {
	const { root } = workedOnBy(catalogue(), 'Ada Writer', 'ada@example.com');
	expect(await called(root, ...technology)).toEqual({
		code: 2,
		out: [],
		error: [
			'git here is set to Ada Writer <ada@example.com>, who wrote part of what is approved.',
			'    Whoever fills the seat runs this in a clone of their own, under their own name.',
		],
	});
});

test('a condition that the seat set on earlier content is brought to mind', async () => {
	const repository = catalogue();
	await called(repository.root, ...technology, '--conditions', 'Test it in May.');
	repository.write(changed);
	repository.commit('Ben Author <ben@example.com>');
	expect((await called(repository.root, ...technology)).out.slice(0, 2)).toEqual([
		'On 1.0.0 this seat asked: Test it in May.',
		'    It does not hold for this approval; if it should, give it again with --conditions.',
	]);
});

test('an empty folder beside the pattern is no hindrance', async () => {
	const repository = catalogue();
	mkdirSync(join(repository.root, 'patterns/summary/prompts/empty'));
	expect((await called(repository.root, ...technology)).code).toBe(0);
});

test('help names the exit codes', async () => {
	const { code, out } = await called('/', '--help');
	expect(code).toBe(0);
	expect(out.at(-1)).toMatch(/^Exit codes: 0 .* 1 .* 2 /);
});
