import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import {
	called,
	catalogue,
	emailOf,
	keyOf,
	keys,
	newKey,
	organisation,
	PATTERN,
	PEOPLE,
	passed,
	patternWith,
	publicKey,
	type Seat,
	signs,
	useCouncil,
} from '#tests/support/council-clone.ts';
import { temporaryFolder } from '#tests/support/repository.ts';

useCouncil();

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
			'--condition: "x" is 1 characters long. At least 5 are needed.',
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
			'patterns/summary is draft, so it cannot be approved yet.',
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
			'patterns/summary differs from what git has committed: prompts/released/ask@0.9.0.prompt.',
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
			'The clock says 2026-11-01, but what you approve was committed on 2026-11-22.',
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
		expect(error[1]).toContain('valid until 2027-11-22.');
		expect(error[1]).toContain('sign it again from 2027-10-23.');
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
			`There is no ${join(keys, 'none')}.pub in the folder of the key.`,
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
			`The key in ${weak}.pub is an rsa key of 2048 bits; it must have at least 3072.`,
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
