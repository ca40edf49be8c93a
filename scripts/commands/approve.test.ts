import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { addDays } from '#catalogue/words/calendar.ts';
import {
	called,
	catalogue,
	check,
	DAY,
	emailOf,
	errors,
	keyOf,
	organisation,
	PATTERN,
	patternWith,
	publicKey,
	RECORD,
	type Seat,
	signs,
	useCouncil,
} from '#tests/support/council-clone.ts';
import { temporaryFolder } from '#tests/support/repository.ts';

useCouncil();

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

test('an approval is given again in the month before it ends, so that it never lapses', async () => {
	const repository = catalogue();
	const { root } = repository;
	const args = ['controls/logging', '--seat', 'technology', '--key', keyOf('technology'), '--yes'];
	await called(root, 'technology', ...args);
	repository.commit();
	const path = RECORD('technology').replace('patterns/summary', 'controls/logging');
	const end: string = parse(repository.read(path)).statement.reviewBy;
	vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse(addDays(end, -31)) / 1000));
	expect(await called(root, 'technology', ...args)).toMatchObject({ code: 2 });
	vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse(addDays(end, -30)) / 1000));
	expect(await called(root, 'technology', ...args)).toMatchObject({ code: 0, error: [] });
	expect(parse(repository.read(path)).statement.date).toBe(addDays(end, -30));
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
