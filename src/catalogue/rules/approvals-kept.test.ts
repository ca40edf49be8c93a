import { expect, test } from 'vitest';
import type { Approval } from '#schemas/approvals.ts';
import { entry, messagesOf } from '#tests/support/build.ts';
import { digestOfContents } from '../judge/approval/digest.ts';
import { approvalsKept } from './approvals-kept.ts';

const contents = { 'pattern.mdx': 'a'.repeat(64) };
const digest = digestOfContents(contents);
const approval = (rest: Partial<Approval> = {}): Approval => ({
	version: '1.0.0',
	digest,
	seat: 'technology',
	by: 'A Person',
	date: '2026-11-02',
	reviewBy: '2027-11-02',
	authors: [],
	conditions: [],
	...rest,
});
const found = (approvals: Approval[], listed: Record<string, typeof contents>) =>
	messagesOf(
		approvalsKept,
		entry('patterns'),
		entry('approvals', 'summary', { approvals, contents: listed }),
	);

test('an approval whose files add up to its digest is kept well', async () =>
	expect(await found([approval()], { [digest]: contents })).toEqual([]));

test('a digest needs its files', async () =>
	expect(await found([approval()], {})).toEqual([
		`the files of the approved digest ${digest.slice(0, 12)}… are not listed.`,
	]));

test('files that add up to another digest are a forgery or a slip', async () => {
	const other = 'b'.repeat(64);
	expect(await found([approval({ digest: other })], { [other]: contents })).toEqual([
		`the files listed for bbbbbbbbbbbb… add up to ${digest.slice(0, 12)}….`,
	]);
});

test('files that nobody approved do not belong there', async () =>
	expect(await found([], { [digest]: contents })).toEqual([
		`no approval is of the digest ${digest.slice(0, 12)}….`,
	]));

test('the version must be one of the change log', async () =>
	expect(await found([approval({ version: '3.0.0' })], { [digest]: contents })).toEqual([
		'the approval is of version 3.0.0, which is not in the change log.',
	]));

test('days run forward: down the list, and from the approval to its end', async () => {
	const listed = { [digest]: contents };
	expect(await found([approval(), approval({ date: '2026-11-01' })], listed)).toEqual([
		'the approval of 2026-11-01 stands below the one of 2026-11-02.',
	]);
	expect(await found([approval({ reviewBy: '2026-11-02' })], listed)).toEqual([
		'the approval of 2026-11-02 ends on 2026-11-02.',
	]);
});

test('a record without its pattern is told', async () =>
	expect(await messagesOf(approvalsKept, entry('approvals', 'lost'))).toEqual([
		'the record is of "lost", and there is no such pattern.',
	]));
