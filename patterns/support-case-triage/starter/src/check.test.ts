import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAnswer } from './check.ts';
import { promptNamed, readPrompts } from './prompts/prompt-library.ts';
import { ROOT } from './root.ts';

const { output } = promptNamed('triage-classify', await readPrompts(ROOT));
const label = {
	decision: 'label',
	queue: 'billing',
	category: 'billing',
	priority: 2,
	confidence: 0.9,
	quote: 'charged twice',
	reason: 'A charge was made twice.',
	abstainReason: null,
	suspicious: false,
};
const abstention = {
	...label,
	decision: 'abstain',
	queue: null,
	category: null,
	priority: null,
	quote: '',
	abstainReason: 'two-requests',
};
const checked = (answer: unknown) =>
	checkAnswer(JSON.stringify(answer), output, {
		subject: 'Payment',
		body: 'I was charged twice.',
		queues: [{ id: 'billing' }],
	});

test('output-validation: a label with a quote of the case is taken', () => {
	assert.deepEqual(checked(label).problems, []);
	assert.deepEqual(checked(label).label, { queue: 'billing', category: 'billing', priority: 2 });
});

test('output-validation: an abstention with its reason is accepted and gives no label', () => {
	const { label: none, problems } = checked(abstention);
	assert.deepEqual([none, problems], [undefined, []]);
});

for (const [what, answer] of [
	['an unknown queue', { ...label, queue: 'fast-lane' }],
	['priority 0', { ...label, priority: 0 }],
	['priority 5', { ...label, priority: 5 }],
	['priority 1.5', { ...label, priority: 1.5 }],
	['no queue', { ...label, queue: null }],
	['a quote that is not in the case', { ...label, quote: 'charged three times' }],
	['an empty quote', { ...label, quote: '' }],
	['a confidence of 95', { ...label, confidence: 95 }],
	['a field nobody asked for', { ...label, reply: 'Dear customer' }],
	['an abstention without a reason', { ...abstention, abstainReason: null }],
	['an abstention with a queue', { ...abstention, queue: 'billing' }],
] as const) {
	test(`output-validation: ${what} is not taken`, () => {
		const { label: none, problems } = checked(answer);
		assert.equal(none, undefined);
		assert.ok(problems.length > 0);
	});
}
