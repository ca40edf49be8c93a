/** A clone in which the members of a council sign: their keys, their names in git, what is signed. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, vi } from 'vitest';
import { checkFiles } from '#catalogue/load.ts';
import { readFiles } from '#catalogue/read/files.ts';
import type { Organisation } from '#schemas/organisation.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import { approve } from '#scripts/commands/approve.ts';
import { entry, soundFiles, textsOf } from '#tests/support/build.ts';
import { call } from '#tests/support/call.ts';
import { minimal } from '#tests/support/minimal.ts';
import { about, evaluation, recordFile } from '#tests/support/records.ts';
import { type Repository, repositoryOf } from '#tests/support/repository.ts';

export const DAY = '2026-11-22';

export const PATTERN = 'patterns/summary/pattern.mdx';
export const RECORD = (seat: string, version = '1.0.0') =>
	`content/approvals/patterns/summary/${version}.${seat}.yaml`;

/** Keys made by ssh-keygen for this run alone. */
export const keys = mkdtempSync(join(tmpdir(), 'council-keys-'));

export const PEOPLE = {
	technology: 'Tess Reviewer',
	security: 'Sol Guard',
	legal: 'Lea Law',
} as const;
export type Seat = keyof typeof PEOPLE;
export const emailOf = (seat: Seat) => `${seat}@example.com`;
export const keyOf = (seat: string) => join(keys, seat);

export const newKey = (name: string, ...options: string[]) =>
	execFileSync('ssh-keygen', [
		...['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', keyOf(name)],
		...options,
	]);
export const publicKey = (name: string) => readFileSync(`${keyOf(name)}.pub`, 'utf8').trim();

type Line = Organisation['council']['seats'][number]['members'][number]['keys'][number];

export function organisation(changed: Partial<Record<Seat, Partial<Line>>> = {}) {
	const seats = (Object.keys(PEOPLE) as Seat[]).map((seat) => ({
		seat: seat as CouncilSeat,
		team: 'office',
		members: [
			{
				name: PEOPLE[seat],
				email: emailOf(seat),
				keys: [{ key: publicKey(seat), from: '2026-01-01', ...changed[seat] }],
			},
		],
	}));
	return entry('organisation', 'organisation', {
		council: { team: 'office', version: '1.0.0', seats },
	}).source;
}

const policy = entry('policy', 'policy', {
	approval: {
		...minimal.policy().approval,
		seats: {
			low: ['technology', 'security'],
			medium: ['technology', 'security', 'legal'],
			high: ['technology'],
		},
		signedFrom: 'low',
		partsGraceDays: 30,
		quorum: 2,
	},
}).source;

/** A run that meets every limit, with the prompts and the model version there are. */
export const passed = recordFile(
	entry('patterns'),
	[evaluation(about(entry('patterns'), entry('prompts')), { on: '2026-10-20' })],
	'evaluation.2026-10',
);
export const patternWith = (overrides: Parameters<typeof entry<'patterns'>>[2] = {}) =>
	textsOf(entry('patterns', 'summary', overrides));

/** A sound catalogue in git whose pattern is proposed, with nobody's approval yet. */
export function catalogue(texts: Record<string, string | undefined> = {}, folder = ''): Repository {
	const all = soundFiles({
		'content/policy.yaml': policy,
		'content/organisation.yaml': organisation(),
		[passed.file]: passed.source,
		...patternWith(),
		...texts,
	});
	const own = all.filter(({ path }) => !path.startsWith('content/approvals/'));
	return repositoryOf({
		'.gitignore': '.cache/\nignored.md\n',
		...Object.fromEntries(own.map(({ path, text }) => [folder + path, text ?? ''])),
	});
}

/** Calls the command as the member of a seat: their name in git, their key in ssh. */
export async function called(root: string, seat: Seat | 'writer', ...args: string[]) {
	const [name, email] =
		seat === 'writer' ? ['Ada Writer', 'ada@example.com'] : [PEOPLE[seat], emailOf(seat)];
	const git = (...words: string[]) => execFileSync('git', words, { cwd: root });
	git('config', 'user.name', name);
	git('config', 'user.email', email);
	return call(root, approve, ...args);
}
export const signs = (root: string, seat: Seat, ...more: string[]) =>
	called(root, seat, 'summary', '--seat', seat, '--key', keyOf(seat), '--yes', ...more);

export const check = (root: string) => checkFiles(readFiles(root), { today: DAY });
export const errors = async (root: string) =>
	(await check(root)).findings.filter(({ severity }) => severity === 'error');

/** What each file of tests that signs must do before, between and after its tests. */
export function useCouncil(): void {
	beforeAll(() => {
		// The day of every test, as the commands and git take it from the surroundings.
		process.env.SOURCE_DATE_EPOCH = String(Date.parse(DAY) / 1000);
		process.env.GIT_COMMITTER_DATE = `${DAY}T08:00:00Z`;
		mkdirSync(keys, { recursive: true });
		for (const seat of [...Object.keys(PEOPLE), 'stranger']) newKey(seat);
		return () => rmSync(keys, { recursive: true });
	});
	afterEach(() => vi.unstubAllEnvs());
}
