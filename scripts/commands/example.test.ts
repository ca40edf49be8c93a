import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { contentDigest } from '#catalogue/judge/approval/content-digest.ts';
import { named } from '#catalogue/judge/records/id.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import { soundFiles } from '#tests/support/build.ts';
import { call } from '#tests/support/call.ts';
import { evaluation, measurement } from '#tests/support/records.ts';
import { repositoryOf } from '#tests/support/repository.ts';
import { example } from './example.ts';

const ORGANISATION = 'content/organisation.yaml';
const USE = 'content/use-cases/office-summary.yaml';
const OUTCOME = 'content/outcomes/less-reading.yaml';
const INCIDENT = 'content/incidents/wrong-summary.yaml';
const DECISION = 'content/records/use-cases/office-summary/decision.2026-10.yaml';
const APPROVAL = 'content/approvals/patterns/summary/1.0.0.technology.yaml';
const INVENTED = /^content\/(?:outcomes|use-cases|incidents|records|approvals)\//;

/** Sound content of an organisation that is the example, in which everything done is invented. */
function content(isExample: boolean, texts: Record<string, string | undefined> = {}) {
	const all = soundFiles(texts).map(({ path, text = '' }) => {
		const mark = isExample && (path === ORGANISATION || INVENTED.test(path));
		const signed = path === APPROVAL ? text.replace('before: true\n', '') : text;
		return [path, mark ? `example: true\n${signed}` : signed];
	});
	return repositoryOf(Object.fromEntries(all));
}

const called = (root: string, ...args: string[]) => call(root, example, ...args);

/** What the command made of the sound content, with some of its texts replaced. */
async function made(texts: Record<string, string | undefined> = {}) {
	const { root, read } = content(true, texts);
	expect((await called(root)).code).toBe(0);
	const { catalogue } = await loadCatalogue(root);
	return { root, catalogue, said: (path: string) => parse(read(path)), read };
}

test('a file that cannot be read stops it, and costs no approval', async () => {
	const pattern = 'patterns/summary/pattern.mdx';
	const text = soundFiles().find(({ path }) => path === pattern)?.text ?? '';
	const { root } = content(true, { [pattern]: text.replace('title: ', 'title: a: b: ') });
	const { code, error } = await called(root);
	expect(code).toBe(2);
	expect(error.join('\n')).toContain(`${pattern} has an error`);
	expect(existsSync(join(root, APPROVAL))).toBe(true);
});

describe('what follows from other content is brought up to date', () => {
	test('in use cases, incidents, records and approvals, each in its own file', async () => {
		const { catalogue, said } = await made();
		const pattern = catalogue.patterns.get('summary');
		const use = catalogue['use-cases'].get('office-summary');
		if (!pattern || !use) throw new Error('the test has lost its pattern or use case');
		const digest = contentDigest(pattern, catalogue);
		expect(said(USE)).toMatchObject({ builtOn: { version: '1.0.0', digest }, example: true });
		expect(said(INCIDENT).ran).toEqual({ version: '1.0.0', pattern: '1.0.0' });
		const [record] = said(DECISION).records;
		expect(record.of).toEqual({ version: '1.0.0', digest: contentDigest(use, catalogue) });
		expect(record).toEqual(named(record));
		expect(said(APPROVAL).statement.digest).toBe(digest);
	});

	test('its words and its comments stay as they were written', async () => {
		const [before] = soundFiles().filter(({ path }) => path === USE);
		const text = `# Ours to edit\n${before?.text?.replace('An entry made', 'Words made')}`;
		const { read, said } = await made({ [USE]: text });
		expect(read(USE)).toContain('# Ours to edit\n');
		expect(said(USE).summary).toMatch(/^Words made/);
	});

	test('every part of what is approved is signed on the day of its pattern', async () => {
		const { said } = await made();
		const part = said('content/approvals/controls/logging/1.0.0.technology.yaml');
		expect(part.statement).toMatchObject({ date: '2026-11-02', seat: 'technology' });
	});

	test('a new version takes the approval over, and a version before keeps its own', async () => {
		const older = soundFiles().find(({ path }) => path === APPROVAL)?.text ?? '';
		const old = older
			.replace('version: 1.0.0', 'version: 0.9.0')
			.replace('2026-11-02', '2026-10-02');
		const former = APPROVAL.replace('1.0.0', '0.9.0');
		const both = await made({ [former]: old.replace('before: true\n', '') });
		expect(both.said(former).statement.digest).toBe('0'.repeat(64));
		expect(both.said(APPROVAL).statement.date).toBe('2026-11-02');
		const one = await made({ [former]: old.replace('before: true\n', ''), [APPROVAL]: undefined });
		expect(one.said(APPROVAL).statement).toMatchObject({ version: '1.0.0', date: '2026-10-02' });
		expect(existsSync(join(one.root, former))).toBe(false);
	});

	test('a run on the prompts of a use case follows them, and a run on a draft stays one', async () => {
		const { catalogue } = await loadCatalogue(content(false).root);
		const subject = catalogue['use-cases'].get('office-summary');
		if (!subject) throw new Error('the test has lost its use case');
		const here = { subject, catalogue };
		const draft = { prompt: 'ask', version: '1.0.0', digest: '7'.repeat(64) };
		const runs = [evaluation(here, { run: 1, prompts: [draft] }), evaluation(here, { run: 2 })].map(
			(run) => named(run),
		);
		const path = `content/records/use-cases/office-summary/evaluation.${runs[0]?.added.on.slice(0, 7)}.yaml`;
		const prompt = soundFiles().find(({ path }) => path.endsWith('ask.prompt'))?.text ?? '';
		const { said } = await made({
			[path]: stringify({ records: runs }, { aliasDuplicateObjects: false }),
			'patterns/summary/prompts/ask.prompt': `${prompt}One more line.\n`,
		});
		const [first, second] = said(path).records;
		expect(first.prompts).toEqual([draft]);
		expect(second.prompts).toEqual(said(USE).prompts);
		expect(second.prompts).not.toEqual(subject.data.prompts);
	});

	test('a value follows the definition of its metric', async () => {
		const { catalogue } = await loadCatalogue(content(false).root);
		const subject = catalogue['use-cases'].get('office-summary');
		if (!subject) throw new Error('the test has lost its use case');
		const stale = measurement({ subject, catalogue }, { definition: '3'.repeat(64) });
		const path = 'content/records/use-cases/office-summary/measurement.business-impact.yaml';
		const { said } = await made({ [path]: stringify({ records: [named(stale)] }) });
		expect(said(path).records).toEqual([named(measurement({ subject, catalogue }))]);
	});
});

test('a second run finds nothing to do', async () => {
	const { root } = await made();
	expect(await called(root)).toMatchObject({
		code: 0,
		out: ['The example data is up to date.'],
	});
});

test('with --check it writes nothing, and says by its exit code that something is old', async () => {
	const { root, git } = content(true);
	const { code, out } = await called(root, '--check');
	expect(code).toBe(1);
	expect(out.at(-1)).toContain('npm run catalogue -- example');
	expect(git('status', '--porcelain')).toBe('');
});

test('what was done with a use case whose pattern is gone goes with it', async () => {
	const other = (soundFiles().find(({ path }) => path === USE)?.text ?? '')
		.replace('pattern: summary', 'pattern: of-before')
		.replace('title: An entry', 'title: Another entry');
	const path = 'content/use-cases/other-summary.yaml';
	const { root } = await made({ [path]: other });
	expect(existsSync(join(root, path))).toBe(false);
	expect(existsSync(join(root, USE))).toBe(true);
});

test('it leaves alone what it cannot read, for the checks to report', async () => {
	const records = 'content/records/notes.yaml';
	const approval = APPROVAL.replace('technology', 'legal');
	const use = 'content/use-cases/broken.yaml';
	const texts = { [records]: 'records: []\n', [approval]: 'statement: {}\n', [use]: 'title: [\n' };
	const { read } = await made(texts);
	for (const [path, text] of Object.entries(texts))
		expect(read(path)).toBe(`example: true\n${text}`);
});

test('it leaves alone what is not marked', async () => {
	const { root, read, write } = content(true);
	const plain = read(USE).replace('example: true\n', '');
	const mine = 'content/use-cases/mine.yaml';
	write({ [mine]: plain });
	await called(root);
	expect(read(mine)).toBe(plain);
});

test('it writes nothing into an organisation that is not the example', async () => {
	const { root, git } = content(false);
	const { code, error } = await called(root);
	expect(code).toBe(2);
	expect(error.join('\n')).toMatch(/is not an example organisation\.[\s\S]*adopt/);
	expect(git('status', '--porcelain')).toBe('');
});

describe('told from a later day', () => {
	test('its days move, and the next run keeps the day', async () => {
		const { root, read } = content(true);
		expect((await called(root, '--today', '2027-03-30')).code).toBe(0);
		expect(read(OUTCOME)).toMatch(/^# Told as of 2027-03-30\.$[\s\S]*^reviewed: 2027-03-01$/m);
		expect(await called(root, '--check')).toMatchObject({ code: 0 });
		const { code, error } = await called(root, '--today', '2027-01-31');
		expect(code).toBe(2);
		expect(error.join('\n')).toMatch(/is before 2027-03-30/);
	});

	test.each([
		['2026-01-31', /is before 2026-11-30/],
		['2027-02-30', /2027-02-30/],
		['spring', /spring/],
	])('not from %s: nothing is written', async (day, says) => {
		const { root, git } = content(true);
		const { code, error } = await called(root, '--today', day);
		expect(code).toBe(2);
		expect(error.join('\n')).toMatch(says);
		expect(git('status', '--porcelain')).toBe('');
	});
});
