import { describe, expect, test } from 'vitest';
import type { Approval } from '#schemas/approvals.ts';
import { entry, messagesOf, problemsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { isSamePerson, separation } from './separation.ts';

const approval: Approval = {
	version: '1.0.0',
	digest: 'a'.repeat(64),
	seat: 'technology',
	by: 'Ada Example',
	date: '2026-11-20',
	reviewBy: '2027-11-20',
	authors: ['Bo Example <bo@host.example>'],
	conditions: [],
};
const check = (...approvals: Partial<Approval>[]) =>
	messagesOf(
		separation,
		entry('patterns'),
		entry('approvals', 'summary', {
			approvals: approvals.map((one) => ({ ...approval, ...one })),
		}),
	);

test('the owner of a pattern does not approve its uses', async () => {
	const { decisionRights } = minimal.patterns();
	const own = { ...decisionRights, approvesUseCase: 'office' };
	expect(
		await problemsOf(separation, entry('patterns', 'summary', { decisionRights: own })),
	).toMatchObject([
		{
			path: ['decisionRights', 'approvesUseCase'],
			message: '"office" owns the pattern and approves its use cases as well.',
		},
	]);
});

describe('an approval', () => {
	test('by someone who wrote none of it is fine', async () => {
		expect(await check({})).toEqual([]);
	});

	test('by an author is refused, however the name is written', async () => {
		const words = ' approves in the seat technology and is an author of what is approved.';
		expect(await check({ by: 'bo  example' })).toEqual([`"bo  example"${words}`]);
		expect(await check({ by: 'BO@host.example' })).toEqual([`"BO@host.example"${words}`]);
	});

	test('in a second seat by the same person is refused', async () => {
		expect(await check({}, { seat: 'security' })).toEqual([
			'"Ada Example" fills the seat security and the seat technology.',
		]);
		expect(await check({}, { seat: 'security', by: 'Cy Example' })).toEqual([]);
	});

	test('of other content is another set of seats', async () => {
		expect(await check({}, { seat: 'security', digest: 'b'.repeat(64) })).toEqual([]);
	});

	test('of an older version is history', async () => {
		expect(await check({ version: '0.9.0', by: 'Bo Example' })).toEqual([]);
	});
});

test('two people are the same by name or by mail, not by a part of either', () => {
	expect(isSamePerson('Ada Example <ada@host.example>', 'ada example')).toBe(true);
	expect(isSamePerson('A. Example <ada@host.example>', 'Ada <ADA@host.example>')).toBe(true);
	expect(isSamePerson('Ada Example', 'Ada')).toBe(false);
	expect(isSamePerson('Ada <>', 'Bo <>')).toBe(false);
});
