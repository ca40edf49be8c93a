import { describe, expect, test } from 'vitest';
import { entry, messagesOf, problemsOf } from '#tests/support/build.ts';
import { withdrawnId } from './withdrawn-id.ts';

const tombstone = (id = 'risks.old', successor?: string) =>
	entry('withdrawn', id, successor === undefined ? {} : { successor });

test('a tombstone whose id is free is sound, with a living successor too', async () => {
	expect(await messagesOf(withdrawnId, tombstone())).toEqual([]);
	expect(await messagesOf(withdrawnId, tombstone('risks.old', 'leak'), entry('risks'))).toEqual([]);
});

test('an entry cannot take a withdrawn id', async () =>
	expect(await problemsOf(withdrawnId, tombstone(), entry('risks', 'old'))).toMatchObject([
		{
			entry: { collection: 'risks', id: 'old' },
			message: 'the id "old" was withdrawn on 2026-11-01.',
		},
	]));

test('the same id in another collection is another entry', async () =>
	expect(await messagesOf(withdrawnId, tombstone(), entry('controls', 'old'))).toEqual([]));

test('a collection that is unknown, or whose entries have no address, is told', async () => {
	expect(await problemsOf(withdrawnId, tombstone('risk.old'))).toMatchObject([
		{
			message: '"risk" is not a collection whose entries you can withdraw.',
			fix: 'Did you mean "risks"?',
		},
	]);
	expect(await messagesOf(withdrawnId, tombstone('releases.old'))).toEqual([
		'"releases" is not a collection whose entries you can withdraw.',
	]);
});

describe('a successor', () => {
	test('that does not exist comes with the nearest', async () =>
		expect(
			await problemsOf(withdrawnId, tombstone('risks.old', 'leek'), entry('risks')),
		).toMatchObject([
			{
				path: ['successor'],
				message: 'the successor "leek" is not in risks.',
				fix: 'Did you mean "leak"?',
			},
		]));

	test('is not the entry itself', async () =>
		expect(await messagesOf(withdrawnId, tombstone('risks.old', 'old'))).toEqual([
			'the successor of "old" is "old" itself.',
		]));

	test('that was withdrawn in its turn leads on to the next', async () =>
		expect(
			await problemsOf(
				withdrawnId,
				tombstone('risks.old', 'older'),
				tombstone('risks.older', 'leak'),
				entry('risks'),
			),
		).toMatchObject([{ message: 'the successor "older" was withdrawn too.', fix: 'Write leak.' }]));
});

test('an entry cannot say that it is withdrawn and stay', async () =>
	expect(
		await problemsOf(withdrawnId, entry('risks', 'leak', { status: 'withdrawn' })),
	).toMatchObject([
		{
			path: ['status'],
			fix: 'Run npm run withdraw -- risks/leak --because "...", or set status to deprecated.',
		},
	]));
