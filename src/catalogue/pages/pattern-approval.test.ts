import { expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { approvalEntry, council, tess } from '#tests/support/signer.ts';
import type { Entry } from '../model/catalogue.ts';
import { approvalOf } from './pattern-approval.ts';

const pattern = (overrides: Partial<Pattern> = {}) => entry('patterns', 'summary', overrides);

/** What the one seat of low tier signed on 10 November. */
const signed = (one: Entry<'patterns'>) =>
	approvalEntry(tess, 'technology', 'patterns/summary', catalogueOf(one, council), {
		date: '2026-11-10',
		conditions: [{ text: 'Report the spread every quarter.' }],
	});

test('an approved pattern says when, by how many seats, and under which conditions', () => {
	const one = pattern({ status: 'approved' });
	expect(approvalOf(one, catalogueOf(one, council, signed(one)))).toMatchObject({
		state: 'approved',
		stamp: '10 November 2026, by 1 seat of the Office',
		bound: true,
		rows: [{ seat: 'Technology', by: 'Tess Technology', reviewBy: '2027-11-10' }],
		missing: [],
		conditions: ['Report the spread every quarter.'],
		notices: [],
	});
});

test('a proposed pattern says who must approve', () => {
	const one = pattern({ status: 'proposed' });
	expect(approvalOf(one, catalogueOf(one))).toMatchObject({
		stamp: 'In review: technology must approve',
		bound: undefined,
		missing: ['Technology'],
	});
});

test('content changed since the approval names the files', () => {
	const one = pattern({ status: 'proposed' });
	const before = pattern({ fit: 'It fits a team that reads a lot.' });
	const { state, bound, notices } = approvalOf(one, catalogueOf(one, council, signed(before)));
	expect([state, bound]).toEqual(['changed', false]);
	expect(notices[0]?.text).toContain('pattern.mdx (changed)');
});

test('a live waiver, a retired model and a successor are each said', () => {
	const one = pattern({
		status: 'deprecated',
		successor: 'other',
		waivers: [
			{
				rule: 'orphan',
				because: 'The queue is moved next month.',
				compensatedBy: 'A person reads each case.',
				by: 'A. Reviewer',
				seat: 'technology',
				granted: '2026-11-01',
				expires: '2026-12-01',
			},
		],
	});
	const model = entry('models', 'small', { retires: '2026-10-01' });
	const other = entry('patterns', 'other', { title: 'Other' });
	const { notices } = approvalOf(one, catalogueOf(one, model, other));
	expect(notices.map(({ fact, link }) => [fact, link?.title])).toEqual([
		['The version behind An entry stopped answering on 1 October 2026.', 'An entry'],
		['A waiver sets aside the rule orphan until 1 December 2026.', undefined],
		['This pattern is deprecated.', 'Other'],
	]);
});
