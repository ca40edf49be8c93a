import { expect, test } from 'vitest';
import { settle } from '#catalogue/judge/approval/settle.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { approvalEntry, council, councilOf, sol, tess } from '#tests/support/signer.ts';
import { contextOf } from '../copy/context.ts';
import type { Entry } from '../model/catalogue.ts';
import { pageOf } from './index.ts';

const policy = minimal.policy();

/** The page of a control that every seat has signed, for real or as an example. */
function pageWith(example: boolean) {
	const [first] = policy.approval.parts.controls;
	const signers = policy.approval.parts.controls.map(
		(seat) => [seat, seat === first ? sol : tess] as const,
	);
	const roster = councilOf(Object.fromEntries(signers.map(([seat, by]) => [seat, [by]])));
	const one = entry('controls', 'logging');
	const ground = catalogueOf(one, roster);
	const approvals = signers.map(([seat, by]): Entry<'approvals'> => {
		const approval = approvalEntry(by, seat, 'controls/logging', ground);
		return example ? { ...approval, data: { ...approval.data, example: true } } : approval;
	});
	const catalogue = catalogueOf(one, roster, ...approvals);
	settle(catalogue);
	return JSON.stringify(
		pageOf(
			one,
			contextOf(catalogue, (path) => path),
		),
	);
}

test('the page of a control says if its approval is example data', () => {
	expect(pageWith(true)).toContain('Its approval is example data.');
	expect(pageWith(false)).toContain('Approved');
	expect(pageWith(false)).not.toContain('example data');
});

test('the opening of a pattern says once that its approval is example data', async () => {
	const one = entry('patterns', 'summary', { status: 'approved' });
	const signed = approvalEntry(tess, 'technology', 'patterns/summary', catalogueOf(one, council));
	const invented = { ...signed, data: { ...signed.data, example: true as const } };
	const catalogue = catalogueOf(one, council, invented);
	settle(catalogue);
	const context = contextOf(catalogue, (path) => path);
	const { opening, record } = await pageOf(one, context);
	const verdict = JSON.stringify(opening?.find(({ id }) => id === 'verdict'));
	expect(verdict).toContain('by 1 seat of the Office');
	expect(verdict.match(/example data/gi)).toHaveLength(1);
	expect(JSON.stringify(record?.stamp)).toContain('Example data.');
});
