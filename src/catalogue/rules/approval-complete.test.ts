import { describe, expect, test } from 'vitest';
import type { Approval } from '#schemas/approvals.ts';
import type { Pattern } from '#schemas/pattern.ts';
import { catalogueOf, checkAmongSound, entry, problemsOf, textsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { patternContents, patternDigest } from '../judge/approval/digest.ts';
import type { Entry } from '../model/catalogue.ts';
import { approvalComplete } from './approval-complete.ts';

const policy = entry('policy', 'policy', {
	...minimal.policy(),
	approval: {
		seats: { low: ['technology', 'security'], medium: ['technology'], high: ['technology'] },
	},
});
const pattern = (overrides: Partial<Pattern> = {}) =>
	entry('patterns', 'summary', { status: 'approved', ...overrides });

/** A record of these approvals, each of the pattern as it is passed in. */
function record(of: Partial<Pattern>, ...approvals: Partial<Approval>[]) {
	const catalogue = catalogueOf(policy, pattern(of));
	const digest = patternDigest(pattern(of), catalogue);
	return entry('approvals', 'summary', {
		approvals: approvals.map((approval) => ({
			version: '1.0.0',
			digest,
			seat: 'technology' as const,
			by: 'A Person',
			date: '2026-11-02',
			reviewBy: '2027-11-02',
			authors: [],
			conditions: [],
			...approval,
		})),
		contents: { [digest]: patternContents(pattern(of), catalogue) },
	});
}
const both = [{ seat: 'technology' as const }, { seat: 'security' as const }];
const found = async (...entries: Entry[]) =>
	(await problemsOf(approvalComplete, policy, ...entries)).map(
		({ message, severity = 'error' }) => `${severity}: ${message}`,
	);

test('with the approval of every seat for this content it is sound', async () =>
	expect(await found(pattern(), record({}, ...both))).toEqual([]));

test('without a record every seat is named', async () =>
	expect(await problemsOf(approvalComplete, policy, pattern())).toMatchObject([
		{
			path: ['status'],
			message: 'status is "approved", and no approval is recorded; needed: Technology, Security.',
			fix: 'Set status to proposed, or collect what is missing: npm run approve -- summary --by NAME --seat SEAT',
		},
	]));

test('the seats that are missing are named', async () =>
	expect(await found(pattern(), record({}, { seat: 'technology' }))).toEqual([
		'error: status is "approved", and of this content no approval is recorded from: Security.',
	]));

test('a change after the approval is told file by file', async () =>
	expect(
		await found(
			pattern({ fit: 'It fits a team that reads a little.' }),
			entry('prompts'),
			record({}, ...both),
		),
	).toEqual([
		'error: the content changed since the approval of 1.0.0 on 2026-11-02: pattern.mdx changed, prompts/ask.prompt added.',
	]));

test('an approval that ended is a warning with its day', async () =>
	expect(
		await found(
			pattern(),
			record({}, { seat: 'technology', reviewBy: '2026-11-20' }, { seat: 'security' }),
		),
	).toEqual(['warning: the approval ended: technology on 2026-11-20.']));

describe('only "approved" is a claim', () => {
	test.each(['draft', 'proposed', 'deprecated'] as const)('%s is none', async (status) =>
		expect(await found(pattern({ status }))).toEqual([]),
	);
});

test('it is told beside other findings of policy, so that a reviewer sees them before signing', async () => {
	const broken = entry('patterns', 'summary', {
		status: 'approved',
		controls: [{ ...minimal.patterns().controls[0], control: 'logging' }],
		metrics: minimal.patterns().metrics.map((metric) => ({ ...metric, metric: 'adoption' })),
	} as Partial<Pattern>);
	const { findings } = await checkAmongSound(textsOf(broken));
	const rules = findings.map(({ rule }) => rule);
	expect(rules).toContain('approval-complete');
	expect(rules).toContain('five-dimensions');
});
