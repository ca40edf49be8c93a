/** Both commands of the pull request over real repositories in a folder of their own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFiles } from '#catalogue/read/files.ts';
import { entry, soundFiles } from '#tests/support/build.ts';
import { callForText } from '#tests/support/call.ts';
import { readFilesAt } from '../git-files.ts';
import { codeowners } from './codeowners.ts';
import { report } from './report.ts';

const folder = mkdtempSync(join(tmpdir(), 'catalogue-report-'));
const root = join(folder, 'catalogue');

const git = (cwd: string, ...args: string[]) =>
	execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@host.example', ...args], {
		cwd,
		stdio: ['ignore', 'pipe', 'pipe'],
	}).toString();

function write(path: string, text: string, within = root): void {
	mkdirSync(dirname(join(within, path)), { recursive: true });
	writeFileSync(join(within, path), text);
}

const call = (args: string[], cwd = root) => callForText(cwd, [report, codeowners], ...args);

const risk = entry('risks');
const renamed = (title: string) => risk.source.replace('title: An entry', `title: ${title}`);

beforeAll(() => {
	mkdirSync(root);
	git(root, 'init', '--quiet', '--initial-branch', 'main');
	for (const { path, text } of soundFiles()) write(path, text ?? '');
	git(root, 'add', '.');
	git(root, 'commit', '--quiet', '--message', 'First');
	git(root, 'switch', '--quiet', '--create', 'change');
	write(risk.file, renamed('A leak'));
	write('README.md', 'Read me.\n');
	git(root, 'add', '.');
	git(root, 'commit', '--quiet', '--message', 'Second');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('report', () => {
	test('says what a branch changes', async () => {
		const { code, out } = await call(['report', '--base', 'main', '--head', 'change']);
		expect(code).toBe(0);
		expect(out).toContain('**This changes 1 risk.**');
		expect(out).toContain('- Title: An entry → A leak');
		expect(out).toContain('not described here: `README.md`.');
	});

	test('compares with the commit where the two parted, not with what came after', async () => {
		git(root, 'switch', '--quiet', 'main');
		write('content/models/small.mdx', entry('models').source.replace('An entry', 'A model'));
		git(root, 'commit', '--quiet', '--all', '--message', 'Meanwhile');
		git(root, 'switch', '--quiet', 'change');
		const { out } = await call(['report', '--base', 'main']);
		expect(out).toContain('**This changes 1 risk.**');
		expect(out).toContain('where it left main');
	});

	test('counts what is not committed to the working tree', async () => {
		write(risk.file, renamed('A worse leak'));
		const { out } = await call(['report', '--base', 'main']);
		expect(out).toContain('the working tree with 1 uncommitted file');
		expect(out).toContain('- Title: An entry → A worse leak');
		write(risk.file, renamed('A leak'));
	});

	test('works on a detached head', async () => {
		git(root, 'switch', '--quiet', '--detach');
		expect((await call(['report', '--base', 'main'])).code).toBe(0);
		git(root, 'switch', '--quiet', 'change');
	});

	test('writes a file, in JSON where it is asked to', async () => {
		const file = join(folder, 'report.json');
		const { code, out } = await call([
			'report',
			'--base',
			'main',
			'--format',
			'json',
			'--out',
			file,
		]);
		expect([code, out]).toEqual([0, `The report is in ${file}.`]);
		expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
			summary: 'This changes 1 risk.',
			entries: [{ collection: 'risks', id: 'leak', kind: 'changed' }],
		});
	});

	test('heads with a change of what judges it, and calls a lowered demand that', async () => {
		git(root, 'switch', '--quiet', '--create', 'lax');
		const { file, source } = entry('policy');
		write(file, source.replace(/(reviewMonths:\n\s+low: )\d+/, '$136'));
		write('src/catalogue/rules/index.ts', 'export const rules = [];\n');
		git(root, 'add', '.');
		git(root, 'commit', '--quiet', '--message', 'Lax');
		git(root, 'switch', '--quiet', 'change');
		const { out } = await call(['report', '--base', 'change', '--head', 'lax']);
		const [, , title, lines = ''] = out.split('\n\n');
		expect(title).toBe('### This proposal changes how it is judged');
		expect(lines.split('\n').map((line) => line.replace(/\(.*/, ''))).toEqual([
			'- **It lowers a requirement.** Months between reviews at low tier: 12 → 36',
			'- The policy: [content/policy.yaml]',
			'- Rules: [src/catalogue/rules/index.ts]',
		]);
	});

	test('does not follow a link that stands in the tree of a commit', async () => {
		git(root, 'switch', '--quiet', '--create', 'linked');
		execFileSync('ln', ['-s', '/etc/passwd', join(root, 'content/risks/linked.mdx')]);
		git(root, 'add', '.');
		git(root, 'commit', '--quiet', '--message', 'Link');
		git(root, 'switch', '--quiet', 'change');
		const { out } = await call(['report', '--base', 'change', '--head', 'linked']);
		expect(out).toContain('is a link to another file. Links are not followed.');
	});
});

describe('a call that cannot be carried out', () => {
	test.each([
		['without a base', ['report'], '--base is missing.'],
		[
			'with an unknown base',
			['report', '--base', 'nowhere'],
			'Git does not know the commit "nowhere".',
		],
		[
			'with an option for a base',
			['report', '--base=--all'],
			'Git does not know the commit "--all".',
		],
		[
			'with an unknown head',
			['report', '--base', 'main', '--head', 'x y'],
			'Git does not know the commit "x y".',
		],
		[
			'with an unknown format',
			['report', '--base', 'main', '--format', 'pdf'],
			'There is no format "pdf".',
		],
		[
			'with a link elsewhere',
			['report', '--base', 'main', '--link', 'javascript:{path}'],
			'is not an address',
		],
		[
			'with a folder that is not there',
			['report', '--base', 'main', '--out', 'no/where.md'],
			'does not exist.',
		],
		[
			'with a file for a folder',
			['report', '--base', 'main', '--out', 'README.md/x.md'],
			'does not exist.',
		],
		['with an unknown flag', ['report', '--bse', 'main'], "Unknown option '--bse'"],
		['with an unknown flag', ['codeowners', '--fix'], "Unknown option '--fix'"],
	])('%s is refused with one line and a remedy', async (_, args, message) => {
		const { code, out, error } = await call(args);
		const [line = '', remedy = '', ...more] = error.split('\n');
		expect([code, out, more]).toEqual([2, '', []]);
		expect(line).toContain(message);
		expect(remedy).toMatch(/^ {4}\S/);
	});

	test('outside a repository is refused', async () => {
		const { code, error } = await call(['report', '--base', 'main'], folder);
		expect([code, error.split('\n')[0]]).toEqual([2, `${folder} is not in a git repository.`]);
	});

	test('in a folder that is no catalogue is refused, with where to run it', async () => {
		const { code, error } = await call(['report', '--base', 'main'], join(root, 'content'));
		expect(code).toBe(2);
		expect(error).toContain('contains neither content/ nor patterns/.');
	});

	test('in a shallow clone without the base says how to get it', async () => {
		const clone = join(folder, 'shallow');
		git(folder, 'clone', '--quiet', '--depth', '1', '--branch', 'change', `file://${root}`, clone);
		const { code, error } = await call(['report', '--base', 'main'], clone);
		expect(code).toBe(2);
		expect(error).toContain(
			'This clone is shallow. Check out the whole history, or run git fetch --unshallow',
		);
	});
});

describe('codeowners', () => {
	test('writes nothing while no team has a handle', async () => {
		expect(await call(['codeowners'])).toMatchObject({
			code: 0,
			out: expect.stringContaining('no handle'),
		});
		expect((await call(['codeowners', '--check'])).code).toBe(0);
	});

	test('writes both files, then agrees with them, then finds the line that was changed', async () => {
		const { source, file } = entry('organisation');
		write(
			file,
			source.replace('does: Is responsible', 'handle: "@example/office"\n    does: Is responsible'),
		);
		expect((await call(['codeowners', '--check'])).code).toBe(1);
		expect((await call(['codeowners'])).code).toBe(0);
		expect((await call(['codeowners', '--check'])).code).toBe(0);
		const path = '.gitlab/CODEOWNERS';
		const text = readFileSync(join(root, path), 'utf8');
		write(path, text.replace('* @example/office', '* @example/nobody'));
		const { code, out } = await call(['codeowners', '--check']);
		expect(code).toBe(1);
		expect(out).toMatch(/^\.gitlab\/CODEOWNERS:4:1 error the line is .* \[codeowners\]\n {4}Run /);
	});

	test('does not guess owners while the catalogue has errors', async () => {
		write('content/risks/broken.mdx', 'not an entry');
		const { code, out } = await call(['codeowners', '--check']);
		expect(code).toBe(1);
		expect(out).toContain('content/risks/broken.mdx:1:1 error');
		rmSync(join(root, 'content/risks/broken.mdx'));
	});
});

test('the files of a commit are those that a checkout of it has', async () => {
	const clone = join(folder, 'whole');
	git(folder, 'clone', '--quiet', '--branch', 'change', root, clone);
	write('patterns/summary/starter/.env.example', 'A=1\n', clone);
	write('patterns/summary/starter/dist/made.js', 'made\n', clone);
	write('patterns/summary/starter/src/run.ts', 'run();\r\n', clone);
	write('patterns/summary/sketch.png', 'a\0b', clone);
	write('content/risks/.hidden.mdx', 'hidden\n', clone);
	write('content/risks/too-large.mdx', 'x'.repeat(600 * 1024), clone);
	writeFileSync(join(clone, 'content/risks/not-text.mdx'), Buffer.from([0xff, 0xfe, 0x41]));
	git(clone, 'add', '--force', '.');
	git(clone, 'commit', '--quiet', '--message', 'Files of every kind');
	const committed = await readFilesAt(clone, 'HEAD');
	expect(committed).toEqual(readFiles(clone));
	expect(committed.map(({ path }) => path)).toContain('patterns/summary/starter/.env.example');
});
