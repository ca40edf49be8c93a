import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pathOf, soundFiles, TODAY } from '#tests/support/build.ts';
import { callForText } from '#tests/support/call.ts';
import { validate } from './validate.ts';

let root = '';
beforeEach(() => {
	vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse(TODAY) / 1000));
	for (const name of ['NO_COLOR', 'FORCE_COLOR']) vi.stubEnv(name, undefined);
	root = mkdtempSync(join(tmpdir(), 'catalogue-validate-'));
	for (const { path, text } of soundFiles()) write(path, text ?? '');
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(root, { recursive: true, force: true });
});

function write(path: string, text: string): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

const LEAK = pathOf('risks', 'leak');
const breakIt = (path = LEAK) => write(path, '---\ntitle: Leak\n---\n');

const call = (...args: string[]) => callForText(root, validate, ...args);

describe('the exit code', () => {
	test('is 0 for a sound catalogue', async () => {
		const { code, out } = await call();
		expect(out).toMatch(/all sound\.$/);
		expect(code).toBe(0);
	});

	test('is 1 when something is wrong', async () => {
		breakIt();
		const { code, out } = await call();
		expect(out).toMatch(/\d+ errors and \d+ warnings? in \d+ files?\.$/);
		expect(code).toBe(1);
	});

	test('is 2 for a folder that holds no catalogue, with the remedy', async () => {
		const { code, error } = await call('--root', 'content');
		expect(code).toBe(2);
		expect(error).toBe(
			`${join(root, 'content')} contains neither patterns/ nor content/.\n` +
				'    Run it in the root folder of the catalogue, or give that folder: --root DIR.',
		);
	});

	test('is 2 for a folder that does not exist', async () => {
		expect(await call('--root', 'nowhere')).toMatchObject({
			code: 2,
			error: expect.stringMatching(/^There is no folder .*nowhere\.\n {4}\S/),
		});
	});
});

test('for machines the counts go to the other stream', async () => {
	breakIt();
	const { out, error } = await call('--format', 'json');
	expect(JSON.parse(out)).toMatchObject({ version: 1 });
	expect(error).toMatch(/^\d+ errors/);
});

test('each finding links to its page under the address of the site', async () => {
	breakIt();
	expect((await call()).out).toContain('https://patterns.example/contribute/rules/schema/');
});

test('only the findings of a rule can be asked for', async () => {
	breakIt();
	write('content/risks/A.mdx', 'x');
	const { out } = await call('--format', 'json', '--rule', 'id');
	expect(JSON.parse(out)).toMatchObject({ findings: [{ rule: 'id' }] });
});

test('a folder that cannot be written to is checked as well', async () => {
	chmodSync(root, 0o555);
	expect((await call()).code).toBe(0);
	chmodSync(root, 0o755);
});

test('--explain lists the rules, and explains one', async () => {
	expect((await call('--explain')).out).toMatch(/^schema +error/m);
	expect((await call('--explain', 'schema')).out).toMatch(/^schema \(error\)/);
});

describe('--changed', () => {
	const git = (...args: string[]) =>
		execFileSync(
			'git',
			['-c', 'user.name=Test', '-c', 'user.email=test@patterns.example', ...args],
			{
				cwd: root,
				stdio: 'pipe',
			},
		);
	const commit = () => {
		git('add', '--all', '--', 'content', 'patterns');
		git('commit', '--quiet', '--message', 'A state');
	};
	const files = ({ out }: { out: string }) =>
		(JSON.parse(out) as { findings: { file: string }[] }).findings.map(({ file }) => file);

	test('leaves out what was wrong before, and keeps what the change touches', async () => {
		breakIt('content/guides/old.mdx');
		git('init', '--quiet', '--initial-branch', 'main');
		commit();
		expect(files(await call('--changed', 'main', '--format', 'json'))).toEqual([]);
		breakIt('content/guides/new.mdx');
		expect(new Set(files(await call('--changed', 'main', '--format', 'json')))).toEqual(
			new Set(['content/guides/new.mdx']),
		);
	});

	test('compares with the commit where the work parted', async () => {
		git('init', '--quiet', '--initial-branch', 'main');
		commit();
		git('switch', '--quiet', '--create', 'work');
		git('switch', '--quiet', 'main');
		breakIt('content/guides/theirs.mdx');
		commit();
		git('switch', '--quiet', 'work');
		const { code, out } = await call('--changed', 'main');
		expect(out).toMatch(/Only what changed since main \(commit [0-9a-f]{10}\): 0 files\.$/);
		expect(code).toBe(0);
	});

	test.each([
		['an unknown commit', 'nope', true, /^Git does not know the commit "nope"\.\n {4}\S/],
		['a folder without git', 'main', false, /is not in a git repository\.\n {4}\S/],
	])('%s is a wrong call', async (_, ref, withGit, message) => {
		if (withGit) git('init', '--quiet', '--initial-branch', 'main');
		vi.stubEnv('GIT_CEILING_DIRECTORIES', dirname(root));
		expect(await call('--changed', ref)).toMatchObject({
			code: 2,
			error: expect.stringMatching(message),
		});
	});

	test('a machine without git is told so', async () => {
		vi.stubEnv('PATH', '');
		expect(await call('--changed', 'main')).toMatchObject({
			code: 2,
			error: expect.stringMatching(/^Git cannot be started\.\n {4}\S/),
		});
	});
});

test('--watch prints again after a change; Ctrl-C ends it with the last exit code', async () => {
	const main = new URL('../catalogue.ts', import.meta.url).pathname;
	const child = spawn(process.execPath, [main, 'validate', '--root', root, '--watch'], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let [out, errors] = ['', ''];
	let runs = 0;
	child.stderr.on('data', (part: Buffer) => {
		errors += part.toString();
	});
	child.stdout.on('data', (part: Buffer) => {
		out += part.toString();
		const seen = out.split('Press Ctrl-C to stop.').length - 1;
		if (seen > runs) {
			runs = seen;
			if (runs === 1) breakIt();
			else child.kill('SIGINT');
		}
	});
	const code = await new Promise((resolve) => child.on('close', resolve));
	expect(errors).toBe('');
	expect(out).not.toContain('\u001b');
	expect(out.indexOf('all sound.')).toBeGreaterThan(-1);
	expect(out.indexOf('[schema]')).toBeGreaterThan(out.indexOf('all sound.'));
	expect(code).toBe(1);
});
