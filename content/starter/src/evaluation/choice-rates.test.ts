import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choiceProblems } from './choice-rates.ts';

const limits = {
	field: 'queue',
	rightAtLeast: 80,
	wrongAtMost: 10,
	each: { cases: 2, rightAtLeast: 60 },
};
const results = (choices: readonly (readonly [wanted: string, chosen: string | null])[]) =>
	choices.map(([wanted, queue]) => ({
		answer: JSON.stringify({ queue }),
		expect: [{ type: 'field-equals', field: 'queue', value: wanted, values: undefined }],
	}));
const same = (count: number) => Array.from({ length: count }, () => ['a', 'a'] as const);

test('evaluation-harness: choices within the limits pass', () => {
	assert.deepEqual(choiceProblems(results([...same(9), ['b', 'a']]), limits), []);
});

test('evaluation-harness: an abstention is not right, and not wrong either', () => {
	assert.deepEqual(
		choiceProblems(results([...same(7), ['b', null], ['c', null], ['d', null]]), limits),
		['70% are right. The limit is 80%.'],
	);
});

test('evaluation-harness: wrong choices have their own limit', () => {
	assert.deepEqual(choiceProblems(results([...same(8), ['b', 'a'], ['c', 'a']]), limits), [
		'20% are wrong. The limit is 10%.',
	]);
});

test('evaluation-harness: one choice that is often wrong stops the run, however good the rest is', () => {
	assert.deepEqual(choiceProblems(results([...same(18), ['b', 'a'], ['b', 'b']]), limits), [
		'b: 50% are right. The limit is 60%.',
	]);
});

test('evaluation-harness: cases that expect no choice are not counted', () => {
	assert.deepEqual(choiceProblems([{ answer: 'Hm.', expect: [] }], limits), []);
});
