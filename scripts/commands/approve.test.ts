import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { checkFiles } from '#catalogue/load.ts';
import { readFiles } from '#catalogue/read/files.ts';
import type { Organisation } from '#schemas/organisation.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import { entry, soundFiles, textsOf } from '#tests/support/build.ts';
import { call } from '#tests/support/call.ts';
import { minimal } from '#tests/support/minimal.ts';
import { about, evaluation, recordFile } from '#tests/support/records.ts';
import { type Repository, repositoryOf, temporaryFolder } from '#tests/support/repository.ts';
import { approve } from './approve.ts';

const DAY = '2026-11-22';
beforeAll(() => {
	// The day of every test, as the commands and git take it from the surroundings.
	process.env.SOURCE_DATE_EPOCH = String(Date.parse(DAY) / 1000);
	process.env.GIT_COMMITTER_DATE = `${DAY}T08:00:00Z`;
});
afterEach(() => vi.unstubAllEnvs());

const PATTERN = 'patterns/summary/pattern.mdx';
const RECORD = (seat: string, version = '1.0.0') =>
	`content/approvals/patterns/summary/${version}.${seat}.yaml`;

/** Keys made by ssh-keygen for this run alone. */
const keys = join(temporaryFolderForAll(), 'keys');
function temporaryFolderForAll(): string {
	return execFileSync('mktemp', ['-d'], { encoding: 'utf8' }).trim();
}
const PEOPLE = { technology: 'Tess Reviewer', security: 'Sol Guard', legal: 'Lea Law' } as const;
type Seat = keyof typeof PEOPLE;
const emailOf = (seat: Seat) => `${seat}@example.com`;
const keyOf = (seat: string) => join(keys, seat);

beforeAll(() => {
	mkdirSync(keys);
	for (const seat of [...Object.keys(PEOPLE), 'stranger']) newKey(seat);
	return () => execFileSync('rm', ['-rf', join(keys, '..')]);
});
const newKey = (name: string, ...options: string[]) =>
	execFileSync('ssh-keygen', [
		'-q',
		'-t',
		'ed25519',
		'-N',
		'',
		'-C',
		name,
		'-f',
		keyOf(name),
		...options,
	]);
const publicKey = (name: string) => readFileSync(`${keyOf(name)}.pub`, 'utf8').trim();

type Line = Organisation['council']['seats'][number]['members'][number]['keys'][number];

function organisation(changed: Partial<Record<Seat, Partial<Line>>> = {}) {
	const seats = (Object.keys(PEOPLE) as Seat[]).map((seat) => ({
		seat: seat as CouncilSeat,
		team: 'office',
		members: [
			{
				name: PEOPLE[seat],
				email: emailOf(seat),
				keys: [{ key: publicKey(seat), from: '2026-01-01', ...changed[seat] }],
			},
		],
	}));
	return entry('organisation', 'organisation', {
		council: { team: 'office', version: '1.0.0', seats },
	}).source;
}

const policy = entry('policy', 'policy', {
	approval: {
		...minimal.policy().approval,
		seats: {
			low: ['technology', 'security'],
			medium: ['technology', 'security', 'legal'],
			high: ['technology'],
		},
		signedFrom: 'low',
		partsGraceDays: 30,
		quorum: 2,
	},
}).source;

/** A run that meets every limit, with the prompts and the model version there are. */
const passed = recordFile(
	entry('patterns'),
	[evaluation(about(entry('patterns'), entry('prompts')), { on: '2026-10-20' })],
	'evaluation.2026-10',
);
const patternWith = (overrides: Parameters<typeof entry<'patterns'>>[2] = {}) =>
	textsOf(entry('patterns', 'summary', overrides));

/** A sound catalogue in git whose pattern is proposed, with nobody's approval yet. */
function catalogue(texts: Record<string, string | undefined> = {}, folder = ''): Repository {
	const all = soundFiles({
		'content/policy.yaml': policy,
		'content/organisation.yaml': organisation(),
		[passed.file]: passed.source,
		...patternWith(),
		...texts,
	});
	const own = all.filter(({ path }) => !path.startsWith('content/approvals/'));
	return repositoryOf({
		'.gitignore': '.cache/\nignored.md\n',
		...Object.fromEntries(own.map(({ path, text }) => [folder + path, text ?? ''])),
	});
}

/** Calls the command as the member of a seat: their name in git, their key in ssh. */
async function called(root: string, seat: Seat | 'writer', ...args: string[]) {
	const [name, email] =
		seat === 'writer' ? ['Ada Writer', 'ada@example.com'] : [PEOPLE[seat], emailOf(seat)];
	const git = (...words: string[]) => execFileSync('git', words, { cwd: root });
	git('config', 'user.name', name);
	git('config', 'user.email', email);
	return call(root, approve, ...args);
}
const signs = (root: string, seat: Seat, ...more: string[]) =>
	called(root, seat, 'summary', '--seat', seat, '--key', keyOf(seat), '--yes', ...more);

const check = (root: string) => checkFiles(readFiles(root), { today: DAY });
const errors = async (root: string) =>
	(await check(root)).findings.filter(({ severity }) => severity === 'error');

test('seat after seat signs the same content; with the last one it is approved', async () => {
	const repository = catalogue();
	const { root } = repository;
	const first = await signs(root, 'technology', '--condition', 'Test it in May by 2027-05-31');
	expect(first).toMatchObject({ code: 0, error: [] });
	expect(first.out).toContain(
		'Tess Reviewer (Technology) approves patterns/summary 1.0.0 until 2027-11-22.',
	);
	expect(first.out).toContain('Still missing: Security.');
	expect((await check(root)).catalogue.patterns.get('summary')?.data.status).toBe('proposed');
	repository.commit();
	const second = await signs(root, 'security');
	expect(second.out).toContain('Every seat has approved.');
	expect(await errors(root)).toEqual([]);
	expect((await check(root)).catalogue.patterns.get('summary')?.data.status).toBe('approved');
	const { statement } = parse(repository.read(RECORD('technology')));
	expect(statement).toMatchObject({
		subject: 'patterns/summary',
		member: 'technology@example.com',
		tier: 'low',
		date: DAY,
		authors: ['Ada Writer <ada@example.com>'],
		conditions: [{ text: 'Test it in May', due: '2027-05-31' }],
	});
	expect(Object.keys(statement.reliesOn)).toEqual([
		'base',
		'connectors/gateway',
		'controls/logging',
		'demands',
		'models/small',
		'policy',
	]);
});

test('the signature is one that ssh-keygen itself accepts', async () => {
	const { root, read } = catalogue();
	await signs(root, 'technology');
	const folder = temporaryFolder();
	const { signature, statement } = parse(read(RECORD('technology')));
	const sorted = (value: unknown): unknown =>
		value && typeof value === 'object' && !Array.isArray(value)
			? Object.fromEntries(
					Object.entries(value)
						.sort()
						.map(([key, inner]) => [key, sorted(inner)]),
				)
			: Array.isArray(value)
				? value.map(sorted)
				: value;
	writeFileSync(join(folder, 'allowed'), `${emailOf('technology')} ${publicKey('technology')}\n`);
	writeFileSync(join(folder, 'sig'), signature);
	const args = ['-Y', 'verify', '-f', 'allowed', '-I', emailOf('technology'), '-s', 'sig'];
	const said = execFileSync('ssh-keygen', [...args, '-n', 'ai-pattern-catalogue/approval/1'], {
		cwd: folder,
		input: `${JSON.stringify(sorted(statement))}\n`,
		encoding: 'utf8',
	});
	expect(said).toContain('Good "ai-pattern-catalogue/approval/1" signature');
});

test('two seats that sign the same commit in two clones merge without a conflict', async () => {
	const origin = catalogue();
	origin.git('config', 'receive.denyCurrentBranch', 'updateInstead');
	const clones = (['technology', 'security'] as const).map((seat) => {
		const root = join(temporaryFolder(), seat);
		execFileSync('git', ['clone', '--quiet', origin.root, root]);
		return { seat, root };
	});
	for (const { seat, root } of clones) {
		expect((await signs(root, seat)).code).toBe(0);
		execFileSync('git', ['add', '--all'], { cwd: root });
		execFileSync(
			'git',
			['-c', 'commit.gpgsign=false', 'commit', '--quiet', '-m', `Approved by ${seat}`],
			{ cwd: root },
		);
	}
	const [one, two] = clones.map(({ root }) => root);
	execFileSync('git', ['push', '--quiet'], { cwd: one });
	execFileSync('git', ['pull', '--quiet', '--no-rebase', '--no-edit'], { cwd: two });
	execFileSync('git', ['push', '--quiet'], { cwd: two });
	const { catalogue: merged } = await check(origin.root);
	expect(merged.patterns.get('summary')?.data.status).toBe('approved');
	expect(await errors(origin.root)).toEqual([]);
});

describe('shows what you sign', () => {
	test('and signs nothing with --show', async () => {
		const { root } = catalogue();
		const { code, out } = await called(
			root,
			'technology',
			'summary',
			'--seat',
			'technology',
			'--show',
		);
		expect(code).toBe(0);
		expect(out[0]).toBe('Summary (patterns/summary), version 1.0.0, low tier');
		expect(out.find((line) => line.startsWith('    Relies on: '))).toContain('common starter, ');
		expect(out.at(-1)).toBe(
			'No version of it has been approved before. Read all of it before you sign.',
		);
		expect(existsSync(join(root, RECORD('technology')))).toBe(false);
	});

	test('since the content that stood approved, comments alone said as such', async () => {
		const repository = catalogue();
		const { root } = repository;
		for (const seat of ['technology', 'security'] as const) await signs(root, seat);
		repository.commit();
		repository.write({
			[PATTERN]: repository.read(PATTERN).replace('version:', '# Looked at\nversion:'),
		});
		repository.commit();
		const shown = await called(root, 'technology', 'summary', '--seat', 'technology', '--show');
		expect(shown.out.join('\n')).toMatch(
			/was approved, commit \w{10} \(comments and layout only\):\n {4}patterns\/summary\/pattern\.mdx/,
		);
		const finding = (await check(root)).findings.find(({ rule }) => rule === 'approval-complete');
		expect(finding?.message).toBe(
			'the approval of 1.0.0 on 2026-11-22 is lost: pattern.mdx changed.',
		);
		repository.write(patternWith({ fit: 'It fits a team that reads a lot.' }));
		repository.commit();
		const again = await called(root, 'technology', 'summary', '--seat', 'technology', '--show');
		expect(again.out.join('\n')).toContain('It fits a team that reads');
	});

	test('and asks for --yes where nobody can answer', async () => {
		const { root } = catalogue();
		const { code, error } = await called(
			root,
			'technology',
			'summary',
			'--seat',
			'technology',
			'--key',
			keyOf('technology'),
		);
		expect(code).toBe(2);
		expect(error).toEqual([
			'Nothing was signed.',
			'    Read what you sign (--show), then run it again with --yes.',
		]);
	});
});

test('an approval is given again after a change, and authors before it may sign', async () => {
	const repository = catalogue();
	const { root } = repository;
	for (const seat of ['technology', 'security'] as const) await signs(root, seat);
	repository.commit('Tess Reviewer <technology@example.com>');
	repository.write(patternWith({ fit: 'It fits a team that reads a lot.' }));
	repository.commit('Ben Changer <ben@example.com>');
	const { code } = await signs(root, 'technology');
	expect(code).toBe(0);
	expect(parse(repository.read(RECORD('technology'))).statement.authors).toEqual([
		'Ben Changer <ben@example.com>',
	]);
});

test('the content comes from a branch, the code and the roster from here', async () => {
	const repository = catalogue();
	const { root, git, write, commit } = repository;
	git('switch', '--quiet', '-c', 'change');
	write({
		'content/organisation.yaml': organisation({ technology: { key: publicKey('stranger') } }),
	});
	write(patternWith({ fit: 'It fits a team that reads a lot.' }));
	commit();
	git('switch', '--quiet', 'main');
	const stranger = await called(
		root,
		'technology',
		'summary',
		'--seat',
		'technology',
		'--proposal',
		'change',
		'--key',
		keyOf('stranger'),
		'--yes',
	);
	expect(stranger.code).toBe(3);
	expect(stranger.error[0]).toContain('is not a key of Tess Reviewer on the roster.');
	git('switch', '--quiet', 'change');
	write({ 'content/organisation.yaml': organisation() });
	commit();
	git('switch', '--quiet', 'main');
	expect((await signs(root, 'technology', '--proposal', 'change')).code).toBe(0);
	git('switch', '--quiet', 'change');
	expect(await errors(root)).toEqual([]);
});

test('the content comes from another clone, and the approval goes there', async () => {
	const repository = catalogue();
	const { root } = repository;
	const clone = join(temporaryFolder(), 'proposal');
	execFileSync('git', ['clone', '--quiet', root, clone]);
	const changed = patternWith({ fit: 'It fits a team that reads a lot.' });
	for (const [path, text] of Object.entries(changed)) writeFileSync(join(clone, path), text);
	const uncommitted = await signs(root, 'technology', '--proposal', clone);
	expect([uncommitted.code, uncommitted.error[0]]).toEqual([2, `not committed yet: ${PATTERN}.`]);
	const as = ['-c', 'user.name=Ben Changer', '-c', 'user.email=ben@example.com'];
	execFileSync('git', [...as, 'commit', '--quiet', '--all', '-m', 'A change'], { cwd: clone });
	expect((await signs(root, 'technology', '--proposal', clone)).code).toBe(0);
	expect(existsSync(join(root, RECORD('technology')))).toBe(false);
	const { statement } = parse(readFileSync(join(clone, RECORD('technology')), 'utf8'));
	expect(statement.authors.toSorted()).toEqual([
		'Ada Writer <ada@example.com>',
		'Ben Changer <ben@example.com>',
	]);
	// What the clone says of the roster does not count: the code and the roster are those of here.
	writeFileSync(
		join(clone, 'content/organisation.yaml'),
		organisation({ security: { key: publicKey('stranger') } }),
	);
	execFileSync('git', [...as, 'commit', '--quiet', '--all', '-m', 'A key'], { cwd: clone });
	const args = ['summary', '--seat', 'security', '--proposal', clone, '--yes'];
	const stranger = await called(root, 'security', ...args, '--key', keyOf('stranger'));
	expect(stranger.code).toBe(3);
});

test('it works in a folder of a larger repository', async () => {
	const { root } = catalogue({}, 'ai/catalogue/');
	const folder = join(root, 'ai/catalogue');
	expect(await signs(folder, 'technology')).toMatchObject({ code: 0, error: [] });
	expect(existsSync(join(folder, RECORD('technology')))).toBe(true);
});

test('the roster is signed by a quorum of its members', async () => {
	const repository = catalogue();
	const { root } = repository;
	const approveRoster = (seat: Seat) =>
		called(root, seat, 'organisation/roster', '--seat', seat, '--key', keyOf(seat), '--yes');
	const first = await approveRoster('technology');
	expect(first).toMatchObject({ code: 0, error: [] });
	expect(first.out).toContain('Still missing: 1 more seat.');
	expect((await errors(root)).map(({ rule }) => rule)).toEqual(['council-approved']);
	expect((await approveRoster('security')).out).toContain('Every seat has approved.');
	expect(await errors(root)).toEqual([]);
});

test('a control is approved for every pattern that uses it', async () => {
	const { root } = catalogue();
	const { code } = await called(
		root,
		'technology',
		'controls/logging',
		'--seat',
		'technology',
		'--key',
		keyOf('technology'),
		'--yes',
	);
	expect(code).toBe(0);
	expect((await check(root)).catalogue.controls.get('logging')?.data.status).toBe('approved');
});

describe('it is refused, and nothing is written,', () => {
	const unsigned = async (root: string, seat: Seat | 'writer', ...args: string[]) => {
		const before = existsSync(join(root, 'content/approvals'));
		const result = await called(root, seat, ...args);
		expect(existsSync(join(root, 'content/approvals'))).toBe(before);
		return result;
	};
	const usual = (seat: Seat) => ['summary', '--seat', seat, '--key', keyOf(seat), '--yes'];

	test.each([
		[[], 'The subject is missing.'],
		[['summary'], '--seat is missing.'],
		[['summary', '--seat', 'magic'], '--seat is "magic".'],
		[['summery', '--seat', 'technology'], 'There is no "summery" in patterns.'],
		[['risks/leak', '--seat', 'technology'], '"risks" is not a collection that this works on.'],
		[
			['summary', '--seat', 'legal', '--yes'],
			'at low tier patterns/summary needs no approval in the seat "legal".',
		],
		[
			['summary', '--seat', 'technology', '--condition', 'x'],
			'--condition: "x" is 1 characters long; at least 5 are needed.',
		],
		[
			['summary', '--seat', 'technology', '--proposal', 'nowhere'],
			'Git does not know the commit "nowhere".',
		],
		[
			['summary', '--seat', 'technology', '--unsigned', '--yes'],
			'An approval of patterns/summary must be signed.',
		],
	])('when the call is %j', async (args, message) => {
		const { root } = catalogue();
		const { code, error } = await unsigned(root, 'technology', ...args);
		expect([code, error[0]]).toEqual([2, message]);
	});

	test('when it has errors', async () => {
		const { root } = catalogue(patternWith({ controls: [] }));
		const { code, error } = await unsigned(root, 'technology', ...usual('technology'));
		expect([code, error[0]]).toEqual([1, 'Nothing is approved while it has errors.']);
	});

	test('when a rule for approved patterns would fail', async () => {
		const { root } = catalogue({ [passed.file]: undefined });
		const { code, out } = await unsigned(root, 'technology', ...usual('technology'));
		expect(code).toBe(1);
		expect(out.join()).toContain('[prompt-evaluated]');
	});

	test('when it is a draft', async () => {
		const { root } = catalogue(patternWith({ status: 'draft' }));
		const { error } = await unsigned(root, 'technology', ...usual('technology'));
		expect(error).toEqual([
			'patterns/summary is draft, so it is not up for approval.',
			'    Set status: proposed in patterns/summary/register.yaml and commit it.',
		]);
	});

	test('when the tree is dirty, also in a part it relies on', async () => {
		for (const path of [PATTERN, 'content/controls/logging.mdx']) {
			const { root, write, read } = catalogue();
			write({ [path]: `${read(path)}\nMore.\n` });
			const { code, error } = await unsigned(root, 'technology', ...usual('technology'));
			expect([code, error[0]]).toEqual([2, `not committed yet: ${path}.`]);
		}
	});

	test('when git ignores a file of it, since nobody else has that file', async () => {
		const { root, git, write } = catalogue();
		const released = 'patterns/summary/prompts/released/ask@0.9.0.prompt';
		git('rm', '--quiet', '--cached', released);
		git('commit', '--quiet', '-m', 'A file leaves git');
		write({ '.git/info/exclude': `${released}\n` });
		const { error } = await unsigned(root, 'technology', ...usual('technology'));
		expect(error[0]).toBe(
			'patterns/summary is not what git has committed: prompts/released/ask@0.9.0.prompt.',
		);
	});

	test('when the head is detached', async () => {
		const { root, git } = catalogue();
		git('checkout', '--quiet', '--detach');
		const { error } = await unsigned(root, 'technology', ...usual('technology'));
		expect(error[0]).toBe('No branch is checked out (the head is detached).');
	});

	test('when the clone is shallow', async () => {
		const { root, commit } = catalogue();
		commit();
		const clone = join(temporaryFolder(), 'shallow');
		execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, clone]);
		const { error } = await unsigned(clone, 'technology', ...usual('technology'));
		expect(error[0]).toBe('this clone is shallow, so git does not know every author.');
	});

	test('when the clock is wrong', async () => {
		const { root } = catalogue();
		vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse('2026-11-01') / 1000));
		const { code, error } = await unsigned(root, 'technology', ...usual('technology'));
		expect([code, error[0]]).toEqual([
			2,
			'The clock says 2026-11-01, and what you approve was committed on 2026-11-22.',
		]);
	});

	test.each([
		['an author', 'Tess Reviewer <technology@example.com>', 'A change'],
		['an author by address', 'T. <TECHNOLOGY@example.com>', 'A change'],
		[
			'a co-author',
			'Ada Writer <ada@example.com>',
			'A change\n\nCo-authored-by: tess reviewer <x@example.com>',
		],
	])('when it is %s who would sign', async (_, author, message) => {
		const { root, write, commit } = catalogue();
		write(patternWith({ fit: 'It fits a team that reads a lot.' }));
		commit(author, message);
		const { code, error } = await unsigned(root, 'technology', ...usual('technology'));
		expect(code).toBe(2);
		expect(error[0]).toMatch(
			/wrote part of what is approved, so Tess Reviewer <technology@example\.com> cannot approve it\.$/,
		);
	});

	test('when .mailmap hides the author', async () => {
		const { root, write, commit } = catalogue();
		write({
			...patternWith({ fit: 'It fits a team that reads a lot.' }),
			'.mailmap': 'Nobody <no@example.com> <technology@example.com>\n',
		});
		commit('Tess Reviewer <technology@example.com>');
		expect((await unsigned(root, 'technology', ...usual('technology'))).error[0]).toContain(
			'wrote part of what is approved',
		);
	});

	test('when the clone is that of an author, whoever they say they are', async () => {
		const { root } = catalogue();
		const { error } = await unsigned(
			root,
			'writer',
			...usual('technology'),
			'--member',
			emailOf('technology'),
		);
		expect(error[0]).toBe(
			'Git here is set to Ada Writer <ada@example.com>, who wrote part of what is approved.',
		);
	});

	test('when the seat has another member', async () => {
		const { root } = catalogue();
		const { error } = await unsigned(root, 'security', ...usual('technology'));
		expect(error).toEqual([
			'security@example.com is not a member of the seat Technology.',
			'    Members: technology@example.com. If you are one of them: --member EMAIL',
		]);
	});

	test('when the seat has signed this content', async () => {
		const { root } = catalogue();
		await signs(root, 'technology');
		const { error } = await called(root, 'technology', ...usual('technology'));
		expect(error[0]).toBe(
			'The seat "technology" has approved this content: Tess Reviewer on 2026-11-22.',
		);
	});

	test.each([
		[
			{ until: '2026-10-31' },
			'Your key was listed until 2026-10-31 only (content/organisation.yaml).',
		],
		[
			{ from: '2026-12-01' },
			'Your key was listed from 2026-12-01 only (content/organisation.yaml).',
		],
		[
			{ revoked: '2026-11-01' },
			'Your key was revoked from 2026-11-01 (content/organisation.yaml).',
		],
	])('when the key is %j', async (line, message) => {
		const { root } = catalogue({ 'content/organisation.yaml': organisation({ technology: line }) });
		const { code, error } = await unsigned(root, 'technology', ...usual('technology'));
		expect([code, error[0]]).toEqual([3, message]);
	});

	test('when the key is not listed, or does not count', async () => {
		const { root } = catalogue();
		const call = (key: string) =>
			unsigned(root, 'technology', 'summary', '--seat', 'technology', '--yes', '--key', key);
		expect((await call(keyOf('stranger'))).error[0]).toContain(
			'is not a key of Tess Reviewer on the roster.',
		);
		expect((await call(join(keys, 'none'))).error[0]).toBe(
			`There is no ${join(keys, 'none')}.pub beside the key.`,
		);
		execFileSync('ssh-keygen', [
			'-q',
			'-t',
			'rsa',
			'-b',
			'2048',
			'-N',
			'',
			'-f',
			join(temporaryFolder(), 'weak'),
		]);
		const weak = join(temporaryFolder(), 'weak');
		execFileSync('ssh-keygen', ['-q', '-t', 'rsa', '-b', '2048', '-N', '', '-f', weak]);
		expect((await call(weak)).error[0]).toBe(
			`The key in ${weak}.pub is an rsa key of 2048 bits; 3072 are the least.`,
		);
	});

	/** A PATH with git and, first, programs that stand in for those of OpenSSH. */
	function pathWith(programs: Record<string, string>): void {
		const bin = temporaryFolder();
		for (const [name, script] of Object.entries(programs)) {
			writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
			chmodSync(join(bin, name), 0o755);
		}
		const git = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
		execFileSync('ln', ['-s', git, join(bin, 'git')]);
		vi.stubEnv('PATH', [bin, '/nowhere'].join(delimiter));
	}

	test.each([
		['there is no ssh-keygen', {}, 'ssh-keygen is not installed, or not on the PATH.'],
		[
			'ssh-keygen is too old',
			{ 'ssh-keygen': 'echo "unknown option -- Y" >&2; exit 1' },
			'This ssh-keygen is too old to sign: it does not know -Y.',
		],
		[
			'the agent is locked',
			{ 'ssh-keygen': 'echo "Signing failed: agent refused operation" >&2; exit 255' },
			'The SSH agent did not sign: it is locked, not running, or does not have the key.',
		],
		[
			'ssh-keygen signs something else',
			{ 'ssh-keygen': 'for last; do :; done; echo x > "$last.sig"' },
			'ssh-keygen made a signature that is not valid.',
		],
	])('when %s', async (_, programs, message) => {
		const { root } = catalogue();
		execFileSync('git', ['config', 'user.name', PEOPLE.technology], { cwd: root });
		pathWith(programs);
		const { code, error } = await unsigned(root, 'technology', ...usual('technology'));
		expect([code, error[0]]).toEqual([3, message]);
	});

	test('when the passphrase is wrong', async () => {
		newKey('locked', '-N', 'a passphrase');
		const { root } = catalogue({
			'content/organisation.yaml': organisation({ technology: { key: publicKey('locked') } }),
		});
		vi.stubEnv('SSH_ASKPASS', '/bin/false');
		vi.stubEnv('SSH_ASKPASS_REQUIRE', 'force');
		const { code } = await unsigned(
			root,
			'technology',
			'summary',
			'--seat',
			'technology',
			'--key',
			keyOf('locked'),
			'--yes',
		);
		expect(code).toBe(3);
	});
});

test('a key that is in the SSH agent alone signs too', async () => {
	const folder = temporaryFolder();
	const agent = execFileSync('ssh-agent', ['-s', '-a', join(folder, 'agent')], {
		encoding: 'utf8',
	});
	const pid = /SSH_AGENT_PID=(\d+)/.exec(agent)?.[1] ?? '';
	try {
		vi.stubEnv('SSH_AUTH_SOCK', join(folder, 'agent'));
		vi.stubEnv('HOME', folder);
		execFileSync('ssh-add', ['-q', keyOf('technology')], { stdio: 'pipe' });
		const { root } = catalogue();
		expect(
			(await called(root, 'technology', 'summary', '--seat', 'technology', '--yes')).code,
		).toBe(0);
		execFileSync('ssh-add', ['-q', '-D'], { stdio: 'pipe' });
		const { code, error } = await called(
			root,
			'technology',
			'controls/logging',
			'--seat',
			'technology',
			'--yes',
		);
		expect([code, error[0]]).toEqual([
			3,
			'No key of Tess Reviewer on the roster is on this computer or in its SSH agent.',
		]);
	} finally {
		process.kill(Number(pid));
	}
});
