import { expect, test } from 'vitest';
import { entry, messagesOf } from '#tests/support/build.ts';
import { about, recordFile, training } from '#tests/support/records.ts';
import { skilling } from './skilling.ts';

const pattern = entry('patterns', 'summary', { stage: 'early-production' });
const here = about(pattern);
const check = (...over: Parameters<typeof training>[1][]) =>
	messagesOf(
		skilling,
		pattern,
		...(over.length > 0
			? [
					recordFile(
						pattern,
						over.map((one) => training(here, one)),
					),
				]
			: []),
	);

test('a pilot can train as it goes', async () => {
	expect(await messagesOf(skilling, entry('patterns'))).toEqual([]);
});

test('from early production every role has finished', async () => {
	expect(await check()).toEqual([
		'there is no training record for the role "analyst", although the pattern is at early production.',
	]);
	expect(await check({})).toEqual([]);
});

test('training that is still to come, or was for another version, does not count', async () => {
	const none = [expect.stringContaining('there is no training record')];
	expect(await check({ on: '2026-11-23' })).toEqual(none);
	expect(await check({ of: { version: '1.0.0', digest: '3'.repeat(64) } })).toEqual(none);
});

test('training covers every topic of the policy, and everybody finishes it', async () => {
	expect(await check({ covers: ['purpose', 'data'], trained: 10 })).toEqual([
		'the training of "analyst" does not cover reading the output, reporting issues.',
		'2 of 12 people in the role "analyst" have not finished the training.',
	]);
});
