/** Deprecate, rename, hand over, withdraw: command, check, report and page say the same. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { contentDigest } from '#catalogue/judge/approval/content-digest.ts';
import { stateOf } from '#catalogue/judge/approval/state.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import { changeEvents } from '#catalogue/pages/changes.ts';
import { entry, soundFiles, TODAY, textsOf } from '#tests/support/build.ts';
import { call } from '#tests/support/call.ts';
import { about, evaluation, recordFile } from '#tests/support/records.ts';
import { type Repository, repositoryOf } from '#tests/support/repository.ts';
import { approvalBy, council, lea, sol, tess } from '#tests/support/signer.ts';
import { allCommands } from './index.ts';

beforeAll(() => {
	process.env.SOURCE_DATE_EPOCH = String(Date.parse(TODAY) / 1000);
	process.env.GIT_COMMITTER_DATE = `${TODAY}T08:00:00Z`;
});

const REGISTER = 'patterns/summary/register.yaml';
const other = entry('patterns', 'newer', { title: 'Newer summary', prompts: ['tell'] });
const parent = { parent: 'newer' };
const firstVersion = entry('prompts').data['catalogue.changes'].slice(0, 1);
const others = [
	other,
	entry('prompts', 'tell', { 'catalogue.changes': firstVersion }, parent),
	entry('cases', 'tell', {}, parent),
];
const passed = recordFile(
	entry('patterns'),
	[evaluation(about(entry('patterns'), entry('prompts')), { on: '2026-10-20' })],
	'evaluation.2026-10',
);
const office = entry('organisation', 'organisation', {
	...council.data,
	teams: [
		...council.data.teams,
		{
			id: 'bureau',
			name: 'Bureau',
			contact: 'bureau@example.com',
			handle: '@example/bureau',
			does: 'Reads and files.',
		},
	],
});

/** A catalogue in a folder of a larger repository; its pattern is approved by every seat. */
async function catalogue(folder = ''): Promise<Repository & { at: string }> {
	const texts = soundFiles({
		'content/organisation.yaml': office.source,
		[passed.file]: passed.source,
		...Object.assign({}, ...others.map(textsOf)),
	}).filter(({ path }) => !path.startsWith('content/approvals/'));
	const repository = repositoryOf({
		[`${folder}.gitignore`]: '.cache/\n',
		...Object.fromEntries(texts.map(({ path, text }) => [folder + path, text ?? ''])),
	});
	const at = join(repository.root, folder);
	const { catalogue: loaded } = await loadCatalogue(at);
	const seats = [
		[tess, 'technology'],
		[sol, 'security'],
		[lea, 'legal'],
	] as const;
	const signed = seats.map(([by, seat]) => approvalBy(by, seat, 'patterns/summary', loaded));
	repository.write(Object.fromEntries(signed.map(({ path, text }) => [folder + path, text])));
	repository.commit('Tess Technology <tess.technology@example.com>');
	return { ...repository, at };
}

const called = async (at: string, ...args: string[]) => call(at, await allCommands(), ...args);
const stateAt = async (at: string, id = 'summary') => {
	const { catalogue: loaded } = await loadCatalogue(at);
	const pattern = loaded.patterns.get(id);
	return pattern && stateOf(pattern, loaded);
};

describe.each(['', 'tools/ai/'])('in the folder "%s" of a repository', (folder) => {
	test('a deprecated pattern asks nobody to sign, and says where to go', async () => {
		const { at, git } = await catalogue(folder);
		expect(await stateAt(at)).toBe('approved');
		const done = await called(at, 'deprecate', 'patterns/summary', '--successor', 'newer');
		expect(done).toMatchObject({ code: 0, error: [] });
		expect(git('status', '--porcelain')).toBe(`M ${folder}${REGISTER}`);
		const { catalogue: loaded, findings } = await loadCatalogue(at);
		// A use that is only planned must look for another pattern; nothing else is wrong.
		const errors = findings.filter(({ severity }) => severity === 'error');
		expect(errors.map(({ rule }) => rule)).toEqual(['derives-from-pattern']);
		expect(done.out.join('\n')).toContain('[derives-from-pattern]');
		expect(findings.filter(({ rule }) => rule === 'approval-complete')).toEqual([]);
		expect(await stateAt(at)).toBe('deprecated');
		expect(loaded.patterns.get('summary')?.data.successor).toBe('newer');
		expect(changeEvents(loaded).some(({ kind }) => kind === 'deprecated')).toBe(true);
		const { out } = await called(at, 'report', '--base', 'HEAD', '--format', 'json');
		const report = JSON.parse(out.join('\n'));
		expect(JSON.stringify(report)).toContain('deprecated');
		const refused = await called(at, 'approve', 'summary', '--seat', 'technology');
		expect(refused).toMatchObject({ code: 2 });
		expect(refused.error[1]).toContain('Nobody has to sign it');
	});

	test('a new owner loses no approval, and both teams must agree', async () => {
		const { at, git } = await catalogue(folder);
		const before = readFileSync(join(at, REGISTER), 'utf8');
		expect(await called(at, 'owner', 'patterns/summary', 'bureau')).toMatchObject({ code: 0 });
		expect(readFileSync(join(at, REGISTER), 'utf8')).toBe(
			before.replace('owner: office', 'owner: bureau'),
		);
		expect(git('status', '--porcelain')).toBe(`M ${folder}${REGISTER}`);
		expect(await stateAt(at)).toBe('approved');
		const { out } = await called(at, 'report', '--base', 'HEAD');
		expect(out.join('\n')).toMatch(/Bureau/);
		expect(out.join('\n')).not.toMatch(/npm run approve/);
	});

	test('a renamed pattern leaves a page at its old address, and no approval follows', async () => {
		const { at, commit } = await catalogue(folder);
		const { code, out } = await called(at, 'rename', 'patterns/summary', 'digest-of-texts');
		expect(code).toBe(0);
		expect(out.join('\n')).toContain('The approvals of the old id are lost.');
		expect(existsSync(join(at, 'patterns/summary'))).toBe(false);
		expect(await stateAt(at, 'digest-of-texts')).toBe('proposed');
		const { catalogue: loaded } = await loadCatalogue(at);
		expect(loaded.withdrawn.get('patterns.summary')?.data.successor).toBe('digest-of-texts');
		// Approvals moved by hand do not follow either.
		const moved = Object.fromEntries(
			['technology', 'security', 'legal'].map((seat) => [
				`content/approvals/patterns/digest-of-texts/1.0.0.${seat}.yaml`,
				readFileSync(join(at, `content/approvals/patterns/summary/1.0.0.${seat}.yaml`), 'utf8'),
			]),
		);
		writeAt(at, moved);
		commit();
		expect(await stateAt(at, 'digest-of-texts')).toBe('proposed');
		const { findings } = await loadCatalogue(at);
		expect(findings.filter(({ rule }) => rule === 'approval-sound')).toHaveLength(3);
	});

	test('a withdrawn pattern keeps its records; a removed one without a tombstone is refused', async () => {
		const { at, git, commit } = await catalogue(folder);
		const evidence = ['control=logging', 'evidence=log-config', 'what=Read line by line.'];
		const from = ['source=Ticket 12', 'by=Head of Office'];
		const added = await called(at, 'record', 'evidence', 'patterns/newer', ...evidence, ...from);
		expect(added).toMatchObject({ code: 0, error: [] });
		commit();
		const because = ['--because', 'Nobody uses it any more.'];
		expect(await called(at, 'withdraw', 'patterns/newer', ...because)).toMatchObject({ code: 0 });
		const { findings } = await loadCatalogue(at);
		expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
		git('reset', '--hard', '--quiet');
		git('clean', '--force', '-d', '--quiet');
		git('switch', '--quiet', '--create', 'removal');
		git('rm', '-r', '--quiet', `${folder}patterns/newer`);
		commit();
		git('switch', '--quiet', 'main');
		const judged = await called(at, 'judge', '--here', '--base', 'main', '--proposal', 'removal');
		expect(judged.code).toBe(1);
		expect(judged.out.join('\n')).toContain(
			'patterns/newer/pattern.mdx:1:1 error the pattern "newer" is removed without a reason.',
		);
	});
});

function writeAt(at: string, texts: Record<string, string>): void {
	for (const [path, text] of Object.entries(texts)) {
		mkdirSync(dirname(join(at, path)), { recursive: true });
		writeFileSync(join(at, path), text);
	}
}

describe('it is refused, and nothing is written,', () => {
	test.each([
		[['deprecate', 'use-cases/office-summary'], 'A use case is retired'],
		[['deprecate', 'patterns/summary', '--successor', 'summary'], 'Choose another entry'],
		[['deprecate', 'controls/logging', '--successor', 'gateway'], 'Check the id.'],
		[['owner', 'patterns/summary', 'bureaux'], 'Did you mean "bureau"?'],
		[['owner', 'patterns/summary', 'office'], 'Give another team.'],
		[['owner', 'prompts/ask', 'bureau'], 'owner patterns/summary bureau'],
		[['rename', 'patterns/summary', 'newer'], 'You can use newer-2.'],
		[['rename', 'patterns/summary', 'Not An Id'], 'You can use not-an-id.'],
		[['rename', 'risks/leak', 'old'], 'You can use old-2.'],
		[['withdraw', 'use-cases/office-summary', '--because', 'It is over.'], 'state: retired'],
	])('when it is %j', async (args, fix) => {
		const { at, git } = await catalogue();
		const { code, error } = await called(at, ...args);
		expect([code, error[1]]).toEqual([2, expect.stringContaining(fix)]);
		expect(git('status', '--porcelain')).toBe('');
	});
});

test('the digest that was approved is that of a folder, whatever its register says', async () => {
	const { at } = await catalogue();
	const digestOf = async () => {
		const { catalogue: loaded } = await loadCatalogue(at);
		const pattern = loaded.patterns.get('summary');
		return pattern && contentDigest(pattern, loaded);
	};
	const before = await digestOf();
	await called(at, 'deprecate', 'patterns/summary');
	await called(at, 'owner', 'patterns/summary', 'bureau');
	expect(await digestOf()).toBe(before);
});
