/**
 * Runs the steps that judge, as the pipelines of both hosts have them, against a bare repository.
 * Only `npm ci` is left out: the packages are those of this checkout, in a folder above the clone.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { entry, soundTexts } from '#tests/support/build.ts';
import { repositoryOf, temporaryFolder } from '#tests/support/repository.ts';

// Each host starts the command line several times, each time with its packages.
vi.setConfig({ testTimeout: 240_000 });

const project = new URL('../', import.meta.url).pathname;
const yamlOf = (path: string): unknown => parse(readFileSync(join(project, path), 'utf8'));

const stepSchema = z.object({
	run: z.string().optional(),
	env: z.record(z.string(), z.string()).optional(),
});
const { jobs } = z
	.object({ jobs: z.record(z.string(), z.object({ steps: z.array(stepSchema) })) })
	.parse(yamlOf('.github/workflows/judge.yml'));
const gitlab = z
	.looseObject({ judge: z.object({ script: z.array(z.string()) }) })
	.parse(yamlOf('.gitlab-ci.yml')).judge.script;

const INSTALL = 'npm ci --ignore-scripts';
const risk = entry('risks');
/** Writes a file if anything of the proposal is run. */
const TRAP = 'touch "$TRAP"';

interface Host {
	bare: string;
	folder: string;
	head: string;
	trap: string;
}

/** A bare repository with our code and sound content on main, and a proposal as both hosts keep it. */
function hostOf(change: Record<string, string>): Host {
	const folder = temporaryFolder();
	const { root, git, write, commit } = repositoryOf(soundTexts());
	const code = ['scripts', 'schemas', 'src/catalogue', 'content/starter/src', 'package.json'];
	for (const path of [...code, 'package-lock.json', '.npmrc', '.gitignore']) {
		cpSync(join(project, path), join(root, path), { recursive: true });
	}
	commit();
	git('switch', '--quiet', '--create', 'change');
	write({
		...change,
		'package.json': JSON.stringify({ scripts: { preinstall: TRAP, judge: TRAP, report: TRAP } }),
		'node_modules/zod/index.js': 'process.exit(0);',
		'.npmrc': 'script-shell=/bin/true\n',
		'scripts/catalogue.ts': 'process.exit(0);',
	});
	git('add', '--force', 'node_modules');
	const head = commit();
	const bare = join(folder, 'bare.git');
	execFileSync('git', ['clone', '--quiet', '--bare', root, bare]);
	for (const ref of ['refs/pull/7/head', 'refs/merge-requests/7/head']) {
		execFileSync('git', ['update-ref', ref, head], { cwd: bare });
	}
	execFileSync('git', ['branch', '--quiet', '-D', 'change'], { cwd: bare });
	symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
	return { bare, folder, head, trap: join(folder, 'trap') };
}

function shell(script: string, cwd: string, env: Record<string, string>) {
	const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
		cwd,
		encoding: 'utf8',
		env: {
			...process.env,
			...env,
			// The sound files are of a day.
			SOURCE_DATE_EPOCH: String(Date.parse('2026-11-22T12:00:00Z') / 1000),
		},
	});
	return { code: status ?? 1, output: `${stdout}${stderr}` };
}

function onGithub({ bare, folder, head, trap }: Host) {
	const values: Record<string, string> = {
		'github.event.pull_request.number': '7',
		'github.event.pull_request.head.sha': head,
		'github.token': 'a-token-that-only-reads',
		'github.server_url': 'https://host.example',
		'github.repository': 'example/catalogue',
	};
	const fill = (text: string) =>
		text.replace(/\$\{\{ ([\w.]+) \}\}/g, (_, name: string) => values[name] ?? `no ${name}`);
	return Object.fromEntries(
		['judge', 'report'].map((job) => {
			const checkout = join(folder, job);
			execFileSync('git', ['clone', '--quiet', '--branch', 'main', bare, checkout]);
			const summary = join(folder, `${job}.md`);
			let result = { code: 0, output: '' };
			for (const { run, env = {} } of jobs[job]?.steps ?? []) {
				if (!run || run === INSTALL || result.code !== 0) continue;
				const filled = Object.entries(env).map(([name, value]) => [name, fill(value)]);
				const known = { TRAP: trap, GITHUB_STEP_SUMMARY: summary };
				result = shell(run, checkout, { ...Object.fromEntries(filled), ...known });
			}
			const report = existsSync(summary) ? readFileSync(summary, 'utf8') : '';
			return [job, { ...result, report }];
		}),
	);
}

function onGitlab({ bare, folder, head, trap }: Host) {
	const workplace = join(folder, 'project');
	mkdirSync(workplace);
	const script = gitlab.filter((line) => line !== INSTALL).join('\n');
	const result = shell(script, workplace, {
		TRAP: trap,
		TMPDIR: folder,
		CI_PROJECT_DIR: workplace,
		CI_PROJECT_URL: 'https://host.example/example/catalogue',
		CI_REPOSITORY_URL: bare,
		CI_COMMIT_SHA: head,
		CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
		CI_MERGE_REQUEST_IID: '7',
	});
	return { ...result, report: readFileSync(join(workplace, 'report.md'), 'utf8') };
}

describe('the steps that judge, on a bare repository', () => {
	test('install no package but those of the base', () => {
		const runs = Object.values(jobs).flatMap(({ steps }) => steps.map(({ run }) => run));
		expect(runs.filter((run) => run === INSTALL)).toHaveLength(2);
		expect(gitlab).toContain(INSTALL);
	});

	test('accept what main accepts, report it, and run nothing of the proposal', () => {
		const host = hostOf({ [risk.file]: risk.source.replace('An entry', 'A leak') });
		const { judge, report } = onGithub(host);
		expect(judge).toMatchObject({ code: 0, output: expect.stringContaining('Accepted') });
		expect(report?.report).toContain('Title: An entry → A leak');
		expect(report?.report).toMatch(
			/^<!--[^\n]*\n\n[^\n]*\n\n### This proposal changes how it is judged\n/,
		);
		const { code, output, report: note } = onGitlab(host);
		expect([code, output]).toEqual([0, expect.stringContaining('Accepted')]);
		expect(note.replaceAll('/-/blob/', '/blob/')).toBe(report?.report);
		expect(existsSync(host.trap)).toBe(false);
	});

	test('refuse what main refuses, although the proposal takes the rule away', () => {
		const host = hostOf({
			[risk.file]: risk.source.replace('title: An entry', 'title: ""'),
			'src/catalogue/rules/index.ts': 'export const rules = [];\n',
		});
		const { judge } = onGithub(host);
		expect(judge).toMatchObject({ code: 3, output: expect.stringContaining(risk.file) });
		expect(judge?.output).toMatch(/^::stop-commands::([0-9a-f]{32})\n[\s\S]*::\1::\n$/);
		expect(onGitlab(host)).toMatchObject({ code: 3 });
		expect(existsSync(host.trap)).toBe(false);
	});
});
