import assert from 'node:assert/strict';
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fixedClock } from '../clock.ts';
import type { ModelGateway } from '../gateway/gateway.ts';
import { readRecordings, recordedGateway } from '../gateway/recorded-gateway.ts';
import { canonicalJson, sha256 } from '../handover/bundle.ts';
import { parseYaml, readText } from '../policy/read-policy.ts';
import { fields, list, oneOf, text } from '../policy/shape.ts';
import { readLock } from '../prompts/prompt-library.ts';
import { ROOT } from '../root.ts';
import { JOBS } from './jobs.ts';

const folders: string[] = [];
after(() => {
	for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A copy of what the jobs read, for tests to change. */
function copied() {
	const root = mkdtempSync(join(tmpdir(), 'starter-'));
	folders.push(root);
	for (const name of ['.ci', 'policy', 'prompts', 'recordings', 'catalogue.lock.json']) {
		cpSync(join(ROOT, name), join(root, name), { recursive: true });
	}
	const edit = (file: string, from: string | RegExp, to: string) => {
		const before = readFileSync(join(root, file), 'utf8');
		assert.match(before, from instanceof RegExp ? from : new RegExp(from));
		writeFileSync(join(root, file), before.replace(from, to));
	};
	const run = (
		job: string,
		gateway: ModelGateway = recordedGateway(readRecordings(ROOT)),
		{ model, useCase }: { model?: string; useCase?: string } = {},
	) => {
		const clock = fixedClock('2026-11-20T09:00:00Z');
		const context = { root, clock, gateway, model, useCase, out: () => {} };
		return JOBS[job]?.(context) ?? Promise.resolve([`no job ${job}`]);
	};
	return { root, edit, run };
}
for (const file of readdirSync(join(ROOT, '.ci'))) {
	test(`.ci/${file} names its job, its moments and a command that is there`, () => {
		const told = fields({
			job: text,
			when: list(oneOf('change', 'nightly', 'weekly', 'release')),
			run: text,
		});
		const own = Object.entries(Object(parseYaml(readText(ROOT, `.ci/${file}`), file)));
		const { job, when, run } = told(
			Object.fromEntries(own.filter(([key]) => ['job', 'when', 'run'].includes(key))),
			file,
		);
		assert.deepEqual([`${job}.yml`, when.length > 0], [file, true]);
		const { scripts } = JSON.parse(readText(ROOT, 'package.json'));
		const [, script = '', given] = /^npm run ([\w:]+)(?: -- (\w+))?$/.exec(run) ?? [];
		if (script) assert.ok(Object.hasOwn(scripts, script), run);
		else assert.ok(existsSync(join(ROOT, /^node (\S+)$/.exec(run)?.[1] ?? 'none')), run);
		if (script === 'ci') assert.ok(Object.hasOwn(JOBS, given ?? ''), run);
	});
}

const [name = ''] = Object.keys(readLock(ROOT).prompts);
const promptFile = `prompts/${name}.prompt`;

test('data-classification: the build passes as delivered and fails on a field above the ceiling', async () => {
	const { edit, run } = copied();
	assert.deepEqual(await run('classify'), []);
	edit('policy/access.yaml', /: (?:internal|confidential)(?= *[},\n])/, ': restricted');
	assert.notDeepEqual(await run('classify'), []);
});

test('prompt-change-control: a changed text with the old version neither merges nor runs', async () => {
	const { edit, run } = copied();
	assert.deepEqual(await run('prompts'), []);
	edit(promptFile, '{{role "user"}}', 'One more line.\n{{role "user"}}');
	assert.match((await run('prompts')).join(), /Raise its version/);
	assert.match((await run('lock')).join(), /Raise its version/);
	await assert.rejects(run('evaluate'), /differs from catalogue.lock.json/);
	edit(promptFile, /version: "[\d.]+"/, 'version: "9.0.0"');
	assert.deepEqual(await run('lock'), []);
	assert.notDeepEqual(await run('evaluate'), [], 'recordings of the old text must not count');
});

test('evaluation-harness: the limits of the job stop a run with a wrong answer', async () => {
	const { run } = copied();
	assert.deepEqual(await run('evaluate'), []);
	const answer = { text: '{}', model: 'm', inputTokens: 0, outputTokens: 0 };
	const wrong = { about: 'wrong answers', ask: async () => answer };
	assert.match((await run('evaluate', wrong)).join(), /golden: 0% pass/);
});

test('release-gate: a release needs a recent run on a model and another person', async () => {
	const { root, run } = copied();
	assert.match((await run('release')).join(), /evaluation.json is not there/);
	await run('evaluate');
	const role = /signedOffBy: (.+)/.exec(readFileSync(join(root, '.ci/release.yml'), 'utf8'))?.[1];
	const sign = (by: string) =>
		writeFileSync(
			join(root, 'evidence/sign-off.yaml'),
			`builder: builder-1\nby: ${by}\nrole: ${role}\non: "2026-11-20"\n`,
		);
	sign('lead-1');
	assert.match((await run('release')).join(), /ran on recordings/);
	const recorded = recordedGateway(readRecordings(ROOT));
	const moved: ModelGateway = {
		about: 'Model gateway at gateway.example',
		ask: async (call) => ({ ...(await recorded.ask(call)), model: 'newer' }),
	};
	await run('evaluate', moved);
	assert.match((await run('release')).join(), /"newer", which is not a version in/);
	await run('evaluate', { ...recorded, about: 'Model gateway at gateway.example' });
	assert.deepEqual(await run('release'), []);
	sign('builder-1');
	assert.match((await run('release')).join(), /same person/);
});

test('evaluation-harness: a run on a model becomes a bundle for the catalogue, one on recordings does not', async () => {
	const { root, run } = copied();
	const file = join(root, 'evidence/evaluation.bundle.json');
	const job = join(root, '.ci/evaluate.yml');
	const rest = readFileSync(job, 'utf8').replace(/^dataset:.*\n(?: .*\n)*/m, '');
	writeFileSync(job, `${rest}dataset: { name: My cases, version: "3", languages: [English] }\n`);
	await run('evaluate');
	assert.equal(existsSync(file), false);
	const recorded = recordedGateway(readRecordings(ROOT));
	const real = { about: 'Model gateway at gateway.example', ask: recorded.ask };
	const oneModel: ModelGateway = {
		...real,
		ask: async (call) => ({ ...(await recorded.ask(call)), model: 'pinned' }),
	};
	await run('evaluate', oneModel, { model: 'alias', useCase: 'my-desk' });
	const { digest, ...said } = JSON.parse(readFileSync(file, 'utf8'));
	assert.equal(digest, sha256(canonicalJson(said)));
	assert.equal(said.subject, 'use-cases/my-desk');
	const [record] = said.records;
	assert.deepEqual([record.kind, record.model, record.pin], ['evaluation', 'alias', 'pinned']);
	const success = record.counts.find(
		({ dimension }: { dimension: string }) => dimension === 'task-success',
	);
	assert.deepEqual([success.n, success.k <= success.n], [record.dataset.size, true]);
});
