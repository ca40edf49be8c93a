/** Holds what the pipelines of both code hosts promise: they call what exists and may do little. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { MARKER } from '#catalogue/report/markdown.ts';
import { allCommands } from '#scripts/commands/index.ts';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** A file as data; a key that stands twice or a broken line fails here. */
function yamlOf(path: string): unknown {
	const document = parseDocument(read(path));
	expect(document.errors.map(({ message }) => message)).toEqual([]);
	return document.toJS();
}

const packageSchema = z.object({ scripts: z.record(z.string(), z.string()) });
const { scripts } = packageSchema.parse(JSON.parse(read('package.json')));

const permissions = z.record(z.string(), z.string());
const stepSchema = z.object({
	run: z.string().optional(),
	uses: z.string().optional(),
	with: z.record(z.string(), z.unknown()).optional(),
});
const workflowSchema = z.object({
	on: z.record(z.string(), z.unknown()),
	permissions,
	jobs: z.record(
		z.string(),
		z.object({
			permissions: permissions.optional(),
			'timeout-minutes': z.number(),
			steps: z.array(stepSchema),
		}),
	),
});

const workflows = readdirSync(new URL('.github/workflows/', root)).map((name) => ({
	name,
	text: read(`.github/workflows/${name}`),
	data: workflowSchema.parse(yamlOf(`.github/workflows/${name}`)),
}));
const jobs = workflows.flatMap(({ name, data }) =>
	Object.entries(data.jobs).map(([job, rest]) => ({ name: `${name} ${job}`, ...rest })),
);
const steps = jobs.flatMap((job) => job.steps.map((step) => ({ job: job.name, ...step })));

const gitlabJob = z.looseObject({ script: z.array(z.string()) });
const gitlab = Object.entries(z.record(z.string(), z.unknown()).parse(yamlOf('.gitlab-ci.yml')));
const gitlabScripts = gitlab.flatMap(([, job]) => gitlabJob.safeParse(job).data?.script ?? []);

/** Names of npm scripts and of our commands that a text calls. */
function calledIn(text: string): { script: string; command: string | undefined }[] {
	const calls = /\bnpm (?:run (?:--silent )?([\w:-]+)(?: -- ([\w-]+))?|(test|start)\b)/g;
	return [...text.matchAll(calls)].map(([, script, command, short]) => ({
		script: script ?? short ?? '',
		command: script === 'catalogue' ? command : undefined,
	}));
}

const templates = [
	'.github/pull_request_template.md',
	...[
		'.github/ISSUE_TEMPLATE',
		'.gitlab/merge_request_templates',
		'.gitlab/issue_templates',
	].flatMap((folder) =>
		readdirSync(new URL(`${folder}/`, root)).map((name) => `${folder}/${name}`),
	),
];

const commandNames = (await allCommands()).map(({ name }) => name);

describe('what pipelines and templates call', () => {
	const texts: [string, string][] = [
		...steps.flatMap(({ job, run }): [string, string][] => (run ? [[job, run]] : [])),
		['.gitlab-ci.yml', gitlabScripts.join('\n')],
		...templates.map((path): [string, string] => [path, read(path)]),
	];

	test.each(texts)('exists: %s', (_, text) => {
		for (const { script, command } of calledIn(text)) {
			expect(Object.keys(scripts)).toContain(script);
			if (command) expect(commandNames).toContain(command);
		}
	});

	test('is found by the expression above', () => {
		expect(calledIn('npm run --silent catalogue -- codeowners --check; npm test')).toEqual([
			{ script: 'catalogue', command: 'codeowners' },
			{ script: 'test', command: undefined },
		]);
	});

	test.each(['test', 'validate', 'report', 'judge'])('both hosts run npm script %s', (script) => {
		const called = (text: string) => calledIn(text).map((call) => call.script);
		expect(called(steps.map(({ run = '' }) => run).join('\n'))).toContain(script);
		expect(called(gitlabScripts.join('\n'))).toContain(script);
	});
});

describe('a workflow on GitHub', () => {
	test.each(workflows.map(({ name, data }) => [name, data] as const))(
		'%s may only read unless a job says otherwise',
		(_, { on, permissions: given }) => {
			expect(Object.keys(on)).not.toContain('workflow_run');
			expect(given).toEqual({ contents: 'read' });
		},
	);

	test('judges with the rights of the target only in judge.yml, on main, and apart from the checks', () => {
		const targeting = workflows.filter(({ data }) => 'pull_request_target' in data.on);
		expect(targeting.map(({ name }) => name)).toEqual(['judge.yml']);
		expect(targeting[0]?.data.on).toEqual({
			pull_request_target: {
				branches: ['main'],
				types: ['opened', 'synchronize', 'reopened', 'edited'],
			},
		});
	});

	test('checks out main and nothing of the change where it judges', () => {
		const judging = steps.filter(({ job }) => job.startsWith('judge.yml '));
		const checkouts = judging.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
		expect(checkouts.map((step) => step.with?.ref)).toEqual(['main', 'main']);
		const text = judging.map(({ run = '' }) => run).join('\n');
		expect(text).not.toMatch(/git (?:checkout|switch|worktree|restore|merge|pull|archive)\b/);
		expect(text.match(/\bnpm ci\b.*/g)).toEqual([
			'npm ci --ignore-scripts',
			'npm ci --ignore-scripts',
		]);
		expect(text).toContain('--here --base HEAD --proposal "$PROPOSAL"');
	});

	test.each(jobs.filter((job) => job.permissions).map((job) => [job.name, job] as const))(
		'%s, which may write, runs no code of the change',
		(_, job) => {
			const write = Object.entries(job.permissions ?? {}).filter(([, right]) => right !== 'read');
			expect(write).toHaveLength(1);
			expect(write[0]?.[0]).toMatch(/^(?:pull-requests|security-events)$/);
			const used = job.steps.map(({ uses = '' }) => uses.split('@')[0]);
			expect(used).not.toContain('actions/checkout');
			expect(job.steps.flatMap(({ run = '' }) => calledIn(run))).toEqual([]);
		},
	);

	test.each(steps.flatMap(({ job, run }) => (run ? [[job, run] as const] : [])))(
		'%s puts no expression into a script',
		(_, run) => expect(run).not.toContain('${{'),
	);

	test.each(steps.flatMap(({ uses }) => (uses ? [uses] : [])))('%s is fixed to a commit', (uses) =>
		expect(uses).toMatch(/^(?:actions|github)\/[\w/-]+@[0-9a-f]{40}$/),
	);

	test('leaves no token behind where it checks out', () => {
		const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
		expect(checkouts.length).toBeGreaterThan(0);
		for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false);
	});

	test('needs no secret', () => {
		for (const { text } of workflows) expect(text).not.toMatch(/\bsecrets\./);
	});
});

test('the comment is found again by the first line of the report', () => {
	expect(workflows.map(({ text }) => text).join()).toContain(`startswith("${MARKER}")`);
});

describe('GitLab', () => {
	const job = (name: string) => JSON.stringify(gitlab.find(([key]) => key === name)?.[1]);

	test('keeps the token from pipelines of merge requests', () => {
		const users = gitlab.filter(([, data]) => JSON.stringify(data).includes('REPORT_TOKEN'));
		expect(users.map(([name]) => name)).toEqual(['notes']);
		expect(job('notes')).toContain(
			'$CI_PIPELINE_SOURCE == \\"schedule\\" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
		);
	});

	test('checks out nothing of the change where it judges, and shares no cache with it', () => {
		expect(job('judge')).toContain('"GIT_STRATEGY":"none"');
		expect(job('judge')).toContain('"cache":[]');
		expect(job('judge')).toContain('npm ci --ignore-scripts');
		expect(job('judge')).not.toMatch(/git (?:checkout|switch|worktree|restore|merge|pull)\b/);
	});
});

describe('templates', () => {
	const formSchema = z.strictObject({
		name: z.string().min(3),
		description: z.string().min(3),
		title: z.string().optional(),
		body: z.array(
			z.looseObject({
				type: z.enum(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']),
				id: z.string().optional(),
			}),
		),
	});
	const forms = templates.filter((path) => path.endsWith('.yml') && !path.endsWith('config.yml'));

	test.each(forms)('%s is a form whose fields have names of their own', (path) => {
		const { body } = formSchema.parse(yamlOf(path));
		const ids = body.filter(({ type }) => type !== 'markdown').map(({ id }) => id);
		expect(ids).not.toContain(undefined);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test.each(templates)('%s is short', (path) => {
		expect(read(path).split('\n').length).toBeLessThan(50);
	});

	test('each form on GitHub has its like on GitLab', () => {
		const names = forms.map((path) => path.replace(/^.*\/|\.yml$/g, ''));
		const others = readdirSync(new URL('.gitlab/issue_templates/', root));
		expect(others.sort()).toEqual(names.map((name) => `${name}.md`).sort());
	});
});
