/**
 * One story from start to end: three members with keys of their own in three clones, runs, a drill,
 * an incident, a changed prompt, a member who leaves, a lost key, and a forger who fails on the way.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { contentDigest } from '#catalogue/judge/approval/content-digest.ts';
import { bundleDigest } from '#catalogue/judge/records/bundle.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import { fileDigest } from '#catalogue/model/digest.ts';
import { BUNDLE_FORMAT } from '#schemas/bundle.ts';
import type { MemberKey } from '#schemas/organisation.ts';
import { evaluationDimension } from '#schemas/vocabularies.ts';
import { allCommands } from '#scripts/commands/index.ts';
import { entry, soundFiles } from './support/build.ts';
import { call } from './support/call.ts';
import { minimal } from './support/minimal.ts';
import { type Repository, repositoryOf } from './support/repository.ts';

const DAY = '2026-11-22';
const SEATS = ['technology', 'security', 'legal'] as const;
type Seat = (typeof SEATS)[number];
const PEOPLE = { technology: 'Tess Reviewer', security: 'Sol Guard', legal: 'Lea Law' };
const emailOf = (seat: Seat) => `${seat}@example.com`;
const PROMPT = 'patterns/summary/prompts/ask.prompt';
const REGISTER = 'patterns/summary/register.yaml';
const ROSTER = 'content/organisation.yaml';

let place: string;
const keyOf = (name: string) => join(place, name);
beforeAll(() => {
	vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse(DAY) / 1000));
	vi.stubEnv('GIT_COMMITTER_DATE', `${DAY}T08:00:00Z`);
	place = mkdtempSync(join(tmpdir(), 'story-'));
	for (const name of [...SEATS, 'forger'])
		execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', keyOf(name)]);
});
afterAll(() => {
	vi.unstubAllEnvs();
	rmSync(place, { recursive: true, force: true });
});

const publicKey = (name: string) => readFileSync(`${keyOf(name)}.pub`, 'utf8').trim();

/** The organisation, with changes to the line of a key. */
function organisation(version = '1.0.0', changed: Partial<Record<Seat, Partial<MemberKey>>> = {}) {
	const seats = SEATS.map((seat) => ({
		seat,
		team: 'office',
		members: [
			{
				name: PEOPLE[seat],
				email: emailOf(seat),
				keys: [{ key: publicKey(seat), from: '2026-01-01', ...changed[seat] }],
			},
		],
	}));
	return entry('organisation', 'organisation', { council: { team: 'office', version, seats } })
		.source;
}

/** What the head of the office decides before a use leaves its pilot. */
const AGREED = 'The head of the office agrees';

const policy = entry('policy', 'policy', {
	stages: minimal.policy().stages.map((one) =>
		one.stage === 'early-production'
			? {
					...one,
					gate: [
						{ criterion: 'No severe incident is open', check: 'no-severe-incident' },
						{ criterion: AGREED },
					],
				}
			: one,
	),
	approval: {
		...minimal.policy().approval,
		seats: { low: [...SEATS], medium: [...SEATS], high: [...SEATS] },
		signedFrom: 'low',
		partsGraceDays: 30,
		quorum: 2,
	},
}).source;

/** Runs a command in a clone as a person. */
async function as(name: string, email: string, root: string, ...args: string[]) {
	execFileSync('git', ['config', 'user.name', name], { cwd: root });
	execFileSync('git', ['config', 'user.email', email], { cwd: root });
	const { code, out, error } = await call(root, await allCommands(), ...args);
	return { code, said: [...out, ...error].join('\n') };
}
const signs = (root: string, seat: Seat, key: string = seat) =>
	as(
		PEOPLE[seat],
		emailOf(seat),
		root,
		'approve',
		'summary',
		'--seat',
		seat,
		'--key',
		keyOf(key),
		'--yes',
	);

/** Each seat signs in a clone of its own, all from the same commit; then everything is merged. */
async function everySeatSigns(origin: Repository): Promise<void> {
	const clones = SEATS.map((seat) => {
		const root = mkdtempSync(join(place, `${seat}-clone-`));
		execFileSync('git', ['clone', '--quiet', origin.root, root]);
		return { seat, root };
	});
	for (const { seat, root } of clones) {
		expect(await signs(root, seat)).toMatchObject({ code: 0 });
		const git = (...args: string[]) =>
			execFileSync('git', ['-c', 'commit.gpgsign=false', ...args], { cwd: root, stdio: 'pipe' });
		git('add', '--all');
		git('commit', '--quiet', '--message', `Approved by ${seat}`);
	}
	for (const { root } of clones) {
		const git = (...args: string[]) =>
			execFileSync('git', ['-c', 'commit.gpgsign=false', ...args], { cwd: root, stdio: 'pipe' });
		git('pull', '--quiet', '--no-rebase', '--no-edit');
		git('push', '--quiet');
	}
}

const bundleOf = (made: string, record: Record<string, unknown>) => {
	const said = {
		format: BUNDLE_FORMAT,
		subject: 'patterns/summary',
		made,
		by: 'Pipeline of the office',
		records: [{ on: DAY, by: 'Pipeline of the office', source: `Run of ${made}`, ...record }],
	} as const;
	// The form is a constant of the schema, and the digest covers everything else.
	return JSON.stringify({ ...said, digest: bundleDigest(said as never) });
};

test('from the proposal to the lost key', { timeout: 180_000 }, async () => {
	const all = soundFiles({
		'content/policy.yaml': policy,
		[ROSTER]: organisation(),
		'content/incidents/wrong-summary.yaml': undefined,
	}).filter(({ path }) => !/^content\/(?:approvals|records)\//.test(path));
	const origin = repositoryOf({
		'.gitignore': '.cache/\n',
		...Object.fromEntries(all.map(({ path, text }) => [path, text ?? ''])),
	});
	origin.git('config', 'receive.denyCurrentBranch', 'updateInstead');
	const { root, write, commit, read } = origin;
	const now = async () => {
		const { catalogue, findings } = await loadCatalogue(root);
		const errors = findings.filter(({ severity }) => severity === 'error');
		const pattern = catalogue.patterns.get('summary');
		return {
			catalogue,
			pattern,
			status: pattern?.data.status,
			rules: errors.map(({ rule }) => rule),
		};
	};
	/** What the check says to a forger who edits a file; then the file is as it was. */
	const forged = async (file: string, edit: (text: string) => string) => {
		const before = read(file);
		expect(edit(before)).not.toBe(before);
		write({ [file]: edit(before) });
		const { rules, status } = await now();
		write({ [file]: before });
		return { rules, status };
	};
	const statement = (seat: Seat) => `content/approvals/patterns/summary/1.0.0.${seat}.yaml`;
	const record = (...args: string[]) =>
		as('Ada Writer', 'ada@example.com', root, 'record', ...args);
	const run_ = (k: number, prompt: string) => ({
		kind: 'evaluation',
		prompts: [{ prompt: 'ask', version: '1.0.0', digest: fileDigest(prompt) }],
		model: 'small',
		pin: '2026-10-01',
		dataset: {
			name: 'Labelled texts',
			version: '3',
			digest: '1'.repeat(64),
			size: 500,
			languages: ['English'],
		},
		counts: evaluationDimension.values.slice(0, 5).map((dimension) => ({ dimension, k, n: 500 })),
	});
	const imports = async (made: string, k: number) => {
		const file = join(place, 'bundle.json');
		writeFileSync(file, bundleOf(made, run_(k, read(PROMPT))));
		return record('import', file);
	};

	// Nobody signs a pattern without a run. A run is imported once, and an edited bundle not at all.
	expect(await signs(root, 'technology')).toMatchObject({ code: 1 });
	expect(await imports('2026-11-20T10:00Z', 480)).toMatchObject({ code: 0 });
	expect(await imports('2026-11-20T10:00Z', 480)).toMatchObject({ code: 3 });
	writeFileSync(
		join(place, 'bundle.json'),
		readFileSync(join(place, 'bundle.json'), 'utf8').replaceAll('480', '499'),
	);
	expect(await record('import', join(place, 'bundle.json'))).toMatchObject({ code: 1 });
	commit();

	// A forger types the status.
	expect(
		await forged(REGISTER, (text) => text.replace('status: proposed', 'status: approved')),
	).toMatchObject({ rules: expect.arrayContaining(['schema']) });

	// A forger has no key on the roster; three members sign at once.
	expect(await signs(root, 'technology', 'forger')).toMatchObject({ code: 3 });
	await everySeatSigns(origin);
	expect(await now()).toMatchObject({ status: 'approved', rules: [] });

	// A forger signs for another seat with what one member signed, or promises more time.
	for (const edit of [
		(text: string) => text.replace('"legal"', '"security"'),
		(text: string) => text.replace(PEOPLE.legal, PEOPLE.security),
		(text: string) =>
			text.replace(/(reviewBy: ["']?)(\d+)/, (_, key, year) => `${key}${Number(year) + 1}`),
	])
		expect(await forged(statement('legal'), edit)).toMatchObject({
			rules: expect.arrayContaining(['approval-sound']),
		});

	// A use goes live as a pilot, on exactly this content. A drill and an incident touch no approval.
	const { catalogue, pattern } = await now();
	if (!pattern) throw new Error('the pattern is gone');
	const use = entry('use-cases', 'office-summary', {
		state: 'live',
		liveSince: DAY,
		builtOn: { version: '1.0.0', digest: contentDigest(pattern, catalogue) },
	});
	write({ [use.file]: use.source });
	const drill = ['controls=[logging]', 'what=off-switch', 'minutes=4', 'result=worked'];
	const said = ['source=Drill report 4', 'by=Duty manager'];
	expect(await record('drill', 'use-cases/office-summary', ...drill, ...said)).toMatchObject({
		code: 0,
	});
	const incident = entry('incidents', 'wrong-summary');
	mkdirSync(join(root, dirname(incident.file)), { recursive: true });
	write({ [incident.file]: incident.source });
	expect(await now()).toMatchObject({ status: 'approved' });
	commit();

	// A run that does not pass is kept, and said. A forger who mends its counts is found out.
	expect(await imports('2026-11-21T10:00Z', 300)).toMatchObject({ code: 0 });
	expect((await now()).rules).toContain('prompt-evaluated');
	const bad = [...(await now()).catalogue.records.values()].find(({ source }) =>
		source.includes('k: 300'),
	);
	if (!bad) throw new Error('the run is gone');
	write({ [bad.file]: bad.source.replaceAll('k: 300', 'k: 480') });
	expect((await now()).rules).toContain('records-kept');
	write({ [bad.file]: bad.source });

	// The use moves to early production once somebody has decided it; a stage that is typed is refused.
	const stage = 'early-production';
	const stages = [...use.data.stages, { stage, entered: DAY } as const];
	const moved = entry('use-cases', 'office-summary', { ...use.data, stage, stages });
	write({ [use.file]: moved.source });
	expect((await now()).rules).toContain('use-case-gates');
	const decision = ['about=gate', 'stage=early-production', `criterion=${AGREED}`, 'decided=met'];
	const why = ['because=Eight weeks without a complaint', 'source=Minutes 12', 'by=Head of office'];
	expect(await record('decision', 'use-cases/office-summary', ...decision, ...why)).toMatchObject({
		code: 0,
	});
	expect((await now()).rules).not.toContain('use-case-gates');
	commit();

	// The prompt is mended: the approval is lost until the run is repeated and every seat signs again.
	write({ [PROMPT]: read(PROMPT).replace('one sentence', 'one short sentence') });
	commit('Ben Changer <ben@example.com>');
	expect((await now()).status).toBe('proposed');

	// A forger writes the new digest into what was signed for the old one.
	const { catalogue: later, pattern: mended } = await now();
	const fresh = mended ? contentDigest(mended, later) : '';
	expect(
		await forged(statement('legal'), (text) => text.replace(/[0-9a-f]{64}/, fresh)),
	).toMatchObject({ status: 'proposed', rules: expect.arrayContaining(['approval-sound']) });
	expect(await imports('2026-11-22T10:00Z', 480)).toMatchObject({ code: 0 });
	commit();
	await everySeatSigns(origin);
	expect((await now()).status).toBe('approved');

	// A member leaves: what they signed stays good. A stolen key takes back what it signed.
	write({ [ROSTER]: organisation('1.1.0', { legal: { until: DAY } }) });
	expect((await now()).status).toBe('approved');
	write({ [ROSTER]: organisation('1.2.0', { legal: { revoked: '2026-11-01' } }) });
	expect((await now()).status).toBe('proposed');

	// A forger who puts a key of their own into that seat has signed nothing with it.
	write({ [ROSTER]: organisation('1.3.0', { legal: { key: publicKey('forger') } }) });
	expect((await now()).status).toBe('proposed');
});
