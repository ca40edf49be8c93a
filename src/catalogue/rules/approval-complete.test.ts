import { expect, test } from 'vitest';
import type { Entry } from '#catalogue/model/entry.ts';
import { catalogueOf, entry, problemsOf } from '#tests/support/build.ts';
import { approvalEntry, council, tess } from '#tests/support/signer.ts';
import { approvalComplete } from './approval-complete.ts';

const pattern = entry('patterns');
const approval = (reviewBy = '2027-11-02') =>
	approvalEntry(tess, 'technology', 'patterns/summary', catalogueOf(pattern, council), {
		date: '2026-11-02',
		reviewBy,
	});
const found = (...entries: readonly Entry[]) => problemsOf(approvalComplete, council, ...entries);

test('nothing is said of what is approved, nor of what never was', async () => {
	expect(await found(pattern, approval())).toEqual([]);
	expect(await found(pattern)).toEqual([]);
	expect(await found(pattern, entry('approvals'))).toEqual([]);
});

test('content that changed says what changed since when, in the register', async () => {
	const edited = entry('patterns', 'summary', { fit: 'It fits a team that reads a lot.' });
	expect(await found(edited, approval())).toMatchObject([
		{
			path: ['status'],
			message: 'the approval of 1.0.0 on 2026-11-02 is lost: pattern.mdx changed.',
			fix: 'Undo the change, or have it approved again: npm run approve -- patterns/summary --seat technology',
		},
	]);
});

test('an approval that ended says so', async () => {
	expect(await found(pattern, approval('2026-11-20'))).toMatchObject([
		{ message: 'the approval ended: technology on 2026-11-20.' },
	]);
});

test('what is deprecated needs no approval any more', async () => {
	const old = entry('patterns', 'summary', {
		status: 'deprecated',
		fit: 'It fits no team at all.',
	});
	expect(await found(old, approval())).toEqual([]);
});
