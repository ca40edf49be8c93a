/** The command over real repositories; the verdicts themselves are tested where they are made. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { cleanEnvironment } from '#scripts/judge/base-checkout.ts';
import { entry, soundTexts } from '#tests/support/build.ts';
import { callForText } from '#tests/support/call.ts';
import { type Repository, repositoryOf, temporaryFolder } from '#tests/support/repository.ts';
import { judge } from './judge.ts';

// The sound files are of a day; what is due by then must not fall due while time goes on.
vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse('2026-11-22T12:00:00Z') / 1000));

const risk = entry('risks');
const broken = risk.source.replace('title: An entry', 'title: ""');

const soundIn = (folder: string) =>
	Object.fromEntries(Object.entries(soundTexts()).map(([path, text]) => [folder + path, text]));

/** A clone with the base on main and a proposal on the branch `change`; main is checked out. */
function proposalOf(change: (repository: Repository) => void, folder = ''): Repository {
	const repository = repositoryOf(soundIn(folder));
	repository.git('switch', '--quiet', '--create', 'change');
	change(repository);
	repository.commit();
	repository.git('switch', '--quiet', 'main');
	return repository;
}

const call = (cwd: string, ...args: string[]) => callForText(cwd, judge, ...args);
const here = (root: string) => call(root, '--here', '--base', 'main', '--proposal', 'change');

describe('in a checkout of the base', () => {
	test('a sound proposal is accepted', async () => {
		const { root } = proposalOf(({ write }) =>
			write({ [risk.file]: risk.source.replace('An entry', 'A leak') }),
		);
		expect(await here(root)).toMatchObject({ code: 0, out: expect.stringContaining('Accepted') });
	});

	test('an error has its place, its remedy and exit code 1', async () => {
		const { code, out } = await here(
			proposalOf(({ write }) => write({ [risk.file]: broken })).root,
		);
		expect(code).toBe(1);
		expect(out).toMatch(/^content\/risks\/leak\.mdx:\d+:\d+ error .* \[schema\]\n {4}\S/);
		expect(out).toContain('Refused: 1 error under the rules of the base.');
	});

	test('an error beside a changed rule has exit code 3, and the rule is named', async () => {
		const { root } = proposalOf(({ write }) =>
			write({ [risk.file]: broken, 'src/catalogue/rules/index.ts': 'export const rules = [];\n' }),
		);
		const { code, out } = await here(root);
		expect(code).toBe(3);
		expect(out).toContain('Rules: src/catalogue/rules/index.ts');
	});

	test('a field that only the proposal knows has exit code 4', async () => {
		const text = risk.source.replace('title:', 'severity: high\ntitle:');
		const { root } = proposalOf(({ write }) =>
			write({ [risk.file]: text, 'schemas/risk.ts': 'export {};\n' }),
		);
		expect(await here(root)).toMatchObject({
			code: 4,
			out: expect.stringContaining('For the council'),
		});
	});

	test('what main would contain after the merge is judged, not the branch alone', async () => {
		const model = entry('models');
		const repository = proposalOf(({ write }) => write({ 'README.md': 'Read me.\n' }));
		repository.write({ [model.file]: model.source.replace('An entry', 'A model') });
		repository.commit();
		expect((await here(repository.root)).code).toBe(0);
		// The branch alone lacks what came after it parted from main, which is not a removal.
		const guide = entry('guides', 'later');
		repository.write({ [guide.file]: guide.source });
		repository.commit();
		expect((await here(repository.root)).out).not.toContain('removed');
	});

	test('a conflict is one line with the file', async () => {
		const repository = proposalOf(({ write }) =>
			write({ [risk.file]: risk.source.replace('An entry', 'A leak') }),
		);
		repository.write({ [risk.file]: risk.source.replace('An entry', 'A risk') });
		repository.commit();
		const { code, error } = await here(repository.root);
		expect([code, error.split('\n')[0]]).toEqual([
			2,
			`The proposal and the base both change "${risk.file}".`,
		]);
	});

	test('a folder below the root of a larger repository is a catalogue of its own', async () => {
		const repository = proposalOf(
			({ write }) => write({ [`teams/ai/${risk.file}`]: broken, [risk.file]: 'not ours' }),
			'teams/ai/',
		);
		const { code, out } = await here(join(repository.root, 'teams/ai'));
		expect(code).toBe(1);
		expect(out).toMatch(/^content\/risks\/leak\.mdx:/);
		expect(out).not.toContain('not ours');
	});

	test('a shallow clone is told how to get what is missing', async () => {
		const { root } = proposalOf(({ write }) => write({ [risk.file]: broken }));
		const clone = join(temporaryFolder(), 'clone');
		const source = `file://${root}`;
		execFileSync('git', ['clone', '--quiet', '--depth', '1', '--branch', 'main', source, clone]);
		const missing = await call(clone, '--here', '--base', 'main', '--proposal', 'origin/change');
		expect(missing).toMatchObject({ code: 2, error: expect.stringContaining('--unshallow') });
		const fetch = ['fetch', '--quiet', '--depth', '1', 'origin', 'change:change'];
		execFileSync('git', fetch, { cwd: clone, stdio: 'pipe' });
		const parted = await here(clone);
		expect(parted).toMatchObject({ code: 2, error: expect.stringContaining('--unshallow') });
	});

	test('a folder with a change of its own does not count as the base', async () => {
		const repository = proposalOf(({ write }) => write({ [risk.file]: broken }));
		repository.write({ 'src/catalogue/rules/index.ts': 'export const rules = [];\n' });
		const { code, error } = await here(repository.root);
		expect([code, error.split('\n')[0]]).toEqual([
			2,
			'This folder is not a clean checkout of main.',
		]);
	});
});

describe('a hostile tree', () => {
	test('hides no file by attributes, as an archive would let it', async () => {
		const { root } = proposalOf(({ write }) =>
			write({
				[risk.file]: broken,
				'content/.gitattributes': '* export-ignore\n*.mdx export-subst\n',
			}),
		);
		const { code, out } = await here(root);
		expect(code).toBe(3);
		expect(out).toContain(`${risk.file}:`);
		expect(out).toContain('content/.gitattributes');
	});

	test.each([
		['a file', 'content/risks/linked.mdx', '/etc/passwd'],
		['a folder', 'content/risks/more', '/etc'],
		['a file that the site serves', 'public/passwd.txt', '/etc/passwd'],
	])('a link for %s is named and not followed', async (_, path, target) => {
		const { root } = proposalOf((repository) => {
			mkdirSync(dirname(join(repository.root, path)), { recursive: true });
			symlinkSync(target, join(repository.root, path));
		});
		const { code, out } = await here(root);
		expect(code).toBe(1);
		expect(out).toContain(`${path}:1:1 error the file is a link to another file`);
		expect(out).not.toContain('root:');
	});

	test('a link in the place of all content is named', async () => {
		const { root } = proposalOf((repository) => {
			repository.git('rm', '-r', '--quiet', '--cached', 'content');
			repository.git('mv', 'patterns', 'elsewhere');
			symlinkSync('elsewhere', join(repository.root, 'patterns'));
		});
		expect((await here(root)).out).toContain('patterns:1:1 error the file is a link');
	});

	test('a submodule in the content is named', async () => {
		const { root } = proposalOf((repository) => {
			const commit = repository.git('rev-parse', 'HEAD');
			mkdirSync(join(repository.root, 'content/risks/other'));
			const entryOfIndex = `160000,${commit},content/risks/other`;
			repository.git('update-index', '--add', '--cacheinfo', entryOfIndex);
		});
		expect((await here(root)).out).toContain('content/risks/other:1:1 error the file is a link');
	});

	test('a file of 60 MB is refused by its size and never read', async () => {
		const { root } = proposalOf((repository) =>
			writeFileSync(join(repository.root, 'content/risks/large.mdx'), Buffer.alloc(60_000_000, 97)),
		);
		const { code, out } = await here(root);
		expect(code).toBe(1);
		expect(out).toContain('content/risks/large.mdx:1:1 error the file is 58594 kB.');
	});

	test('odd names stay on their line', async () => {
		const names = ['a\nb.mdx', 'a\u001b[31mb.mdx', '::error::x.mdx', '-rf.mdx', 'ü .mdx'];
		const { root } = proposalOf(({ write }) =>
			write(Object.fromEntries(names.map((name) => [`content/risks/${name}`, 'x']))),
		);
		const { code, out } = await here(root);
		expect(code).toBe(1);
		expect(out).not.toContain('\u001b');
		for (const line of out.split('\n')) expect(line).toMatch(/^(?:content\/|Refused|The | {4})/);
	});
});

describe('from a checkout of the proposal', () => {
	/** A program that says whose it is, and what packages it can see. */
	const program = (whose: string) =>
		`import { existsSync } from 'node:fs';
console.log(${JSON.stringify(whose)}, process.argv.slice(2).join(' '));
console.log(String(existsSync(new URL('../node_modules/evil', import.meta.url))), process.env.NODE_OPTIONS ?? 'plain');
let evil = 'no evil package';
try { evil = (await import('evil')).default; } catch {}
console.log(evil);
process.exitCode = 3;
`;
	const lock = {
		name: 'base',
		lockfileVersion: 3,
		requires: true,
		packages: { '': { name: 'base' } },
	};
	const base = {
		...soundTexts(),
		'package.json': '{ "name": "base", "type": "module" }\n',
		'package-lock.json': JSON.stringify(lock),
		'scripts/catalogue.ts': program('base'),
		'scripts/commands/judge.ts': '',
	};

	test('the code of the base runs, with no package or setting of the proposal', async () => {
		const cache = temporaryFolder();
		vi.stubEnv('XDG_CACHE_HOME', cache);
		const repository = repositoryOf(base);
		const commit = repository.git('rev-parse', 'HEAD');
		repository.git('switch', '--quiet', '--create', 'change');
		repository.write({
			'scripts/catalogue.ts': program('proposal'),
			'node_modules/evil/package.json': '{ "name": "evil", "main": "i.js", "type": "module" }',
			'node_modules/evil/i.js': 'export default "EVIL";',
			'.npmrc': 'node-options=--no-warnings\n',
			'.hooks/post-checkout': '#!/bin/sh\necho hooked > "$(dirname "$0")/../hooked"\n',
		});
		repository.git('config', 'core.hooksPath', '.hooks');
		execFileSync('chmod', ['+x', join(repository.root, '.hooks/post-checkout')]);
		const head = repository.commit();
		vi.stubEnv('NODE_OPTIONS', '--no-warnings');
		const { code, out, error } = await call(repository.root, '--base', 'main');
		expect(out.split('\n')).toEqual([
			`base judge --here --base ${commit} --proposal ${head}`,
			'false plain',
			'no evil package',
		]);
		expect(error).toContain('Installing the packages of the base');
		expect(code).toBe(3);
		expect(existsSync(join(repository.root, 'hooked'))).toBe(false);
		expect(repository.git('worktree', 'list').split('\n')).toHaveLength(1);
		const [kept = ''] = readdirSync(join(cache, 'ai-pattern-catalogue/judge'));
		expect(readdirSync(join(cache, 'ai-pattern-catalogue/judge', kept)).join()).not.toContain(
			'base-',
		);
		vi.unstubAllEnvs();
	});

	test('a base without the command says so', async () => {
		const { root } = proposalOf(({ write }) => write({ [risk.file]: broken }));
		const { code, error } = await call(root, '--base', 'main');
		expect([code, error.split('\n')[0]]).toEqual([2, 'main has no judge command yet.']);
	});
});

test('programs of packages and settings of npm are taken out of the environment', () => {
	expect(
		cleanEnvironment({
			PATH: '/repo/node_modules/.bin:/usr/bin:/x/node_modules/y',
			NODE_OPTIONS: '--require ./evil.js',
			NODE_PATH: '/repo',
			npm_config_script_shell: '/repo/evil',
			npm_config_registry: 'https://registry.example/',
			GIT_DIR: '/elsewhere',
			HOME: '/home/ada',
		}),
	).toEqual({
		PATH: '/usr/bin',
		npm_config_registry: 'https://registry.example/',
		HOME: '/home/ada',
	});
});

test.each([
	['no base', [], '--base is missing.'],
	['an unknown base', ['--base', 'nowhere'], 'Git does not know the commit "nowhere".'],
	['an option for a base', ['--base=--all'], 'Git does not know the commit "--all".'],
	['an unknown flag', ['--bse', 'main'], "Unknown option '--bse'"],
])('%s is one line and a remedy', async (_, args, message) => {
	const { root } = repositoryOf(soundTexts());
	const { code, error } = await call(root, ...args);
	const [line = '', remedy = '', ...more] = error.split('\n');
	expect([code, more]).toEqual([2, []]);
	expect(line).toContain(message);
	expect(remedy).toMatch(/^ {4}\S/);
});
