import { expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
import { trainingTopic } from '#schemas/vocabularies.ts';
import { entry, messagesOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { skilling } from './skilling.ts';

type Completed = NonNullable<Pattern['people'][number]['completed']>;
const done: Completed = {
	date: '2026-11-22',
	covers: [...trainingTopic.values],
	source: 'Learning record of the office',
};
const check = (completed: Completed | undefined, stage: Pattern['stage'] = 'early-production') =>
	messagesOf(
		skilling,
		entry('patterns', 'summary', {
			stage,
			people: minimal.patterns().people.map((person) => ({ ...person, completed })),
		}),
	);

test('a pilot may train as it goes', async () => {
	expect(await check(undefined, 'pilot')).toEqual([]);
});

test('from early production every role has finished', async () => {
	expect(await check(undefined)).toEqual([
		'the role "analyst" has no finished training, although the pattern is at early production.',
	]);
	expect(await check(done)).toEqual([]);
});

test('a training that is still to come is not finished', async () => {
	expect(await check({ ...done, date: '2026-11-23' })).toEqual([
		'the training of "analyst" is finished on 2026-11-23, which is still to come.',
	]);
});

test('a training covers every topic of the policy', async () => {
	expect(await check({ ...done, covers: ['purpose', 'data'] })).toEqual([
		'the training of "analyst" does not cover reading the output, reporting issues.',
	]);
});
