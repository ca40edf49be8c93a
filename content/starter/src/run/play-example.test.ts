import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playExample } from './play-example.ts';

const { runs, sent, prompts } = await playExample();

test('the worked example shows every ending, and nothing in it fails', () => {
	const endings = new Set(runs.map(({ ending }) => ending));
	assert.deepEqual([...endings].sort(), ['applied', 'held', 'left']);
	assert.deepEqual(
		runs.filter(({ reason }) => reason === 'failed' || reason === 'gateway-unavailable'),
		[],
	);
});

test('prompt-response-logging: text in and out of the model is in the prompt log and on no span', () => {
	assert.ok(prompts.length > 0);
	for (const field of ['gen_ai.input.messages', 'gen_ai.output.messages']) {
		assert.ok(!sent.has(field));
		assert.ok(prompts.every((line) => line.includes(field)));
	}
});
