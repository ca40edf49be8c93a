import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAnswer } from './check.ts';
import { promptNamed, readPrompts } from './prompts/prompt-library.ts';
import { ROOT } from './root.ts';
import { ABSTAINED, GOOD } from './testing.ts';

const { output } = promptNamed('route-request', await readPrompts(ROOT));
const problemsOf = (answer: unknown) =>
	checkAnswer(JSON.stringify(answer), output, {
		title: 'Chair',
		text: 'My desk\nchair is broken.',
		queues: [{ id: 'facilities' }, { id: 'equipment' }],
	}).problems;

test('output-validation: a route with a quote of the request is accepted, also across a line break', () => {
	assert.deepEqual(problemsOf(GOOD), []);
	assert.deepEqual(problemsOf({ ...GOOD, secondChoice: null, quote: 'Chair' }), []);
});

test('output-validation: an abstention with its reason is accepted', () => {
	assert.deepEqual(problemsOf(ABSTAINED), []);
});

for (const [what, answer] of [
	['an unknown queue', { ...GOOD, queue: 'print-shop' }],
	['an unknown second choice', { ...GOOD, secondChoice: 'print-shop' }],
	['a route without a queue', { ...GOOD, queue: null }],
	['a quote that is not in the request', { ...GOOD, quote: 'office chair' }],
	['an empty quote', { ...GOOD, quote: '' }],
	['a confidence of 95', { ...GOOD, confidence: 95 }],
	['a field nobody asked for', { ...GOOD, reply: 'It is approved.' }],
	['an abstention without a reason', { ...ABSTAINED, abstainReason: null }],
	['an abstention with a queue', { ...ABSTAINED, queue: 'facilities' }],
] as const) {
	test(`output-validation: ${what} is not taken`, () => {
		assert.equal(problemsOf(answer).length, 1);
	});
}
