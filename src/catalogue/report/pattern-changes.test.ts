import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { approvalEntry, council, tess } from '#tests/support/signer.ts';
import { approvalChanges } from './pattern-changes.ts';
import { signaturesOf } from './signatures.ts';

const before = entry('patterns', 'summary');
const after = entry('patterns', 'summary', { fit: 'It fits a team that reads a lot.' });
const signed = (pattern: typeof before, example: boolean) => {
	const approval = approvalEntry(
		tess,
		'technology',
		'patterns/summary',
		catalogueOf(pattern, council),
	);
	return example ? { ...approval, data: { ...approval.data, example: true as const } } : approval;
};
const changesWith = (example: boolean) => {
	const base = catalogueOf(before, council, signed(before, example));
	const head = catalogueOf(after, council, signed(after, example));
	return approvalChanges(before, after, base, head).map(({ text }) => text.split(':')[0]);
};

test('an approval that was replaced is named, and so is what is lost', () => {
	expect(changesWith(false)).toEqual([
		expect.stringMatching(/^Approved in the seat Technology/),
		'Approval removed from the record',
		'Approval lost',
	]);
});

test('approvals of the example are made again, and nobody has lost one', () => {
	expect(changesWith(true)).toEqual([]);
});

test('seats that signed as an example are named as such', () => {
	const head = catalogueOf(after, council, signed(after, true));
	expect(signaturesOf(catalogueOf(before, council), head)).toEqual([
		'Summary (proposed): signed by Technology (example data); no seat is left to sign',
	]);
});
