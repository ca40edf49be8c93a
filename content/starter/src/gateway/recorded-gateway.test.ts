import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callDigest, recordedGateway } from './recorded-gateway.ts';

const messages = [{ role: 'user', content: 'Hello' }] as const;
const call = { item: 'one', prompt: 'ask', model: 'm', messages, config: {}, json: false };
const recording = {
	from: 'a test',
	model: 'm-1',
	answers: [{ name: 'one', digest: callDigest(messages), answer: { done: true } }],
};
const gateway = recordedGateway(new Map([['ask', recording]]));

test('the messages that were recorded get their answer', async () => {
	const { text, model } = await gateway.ask(call);
	assert.deepEqual([text, model], ['{"done":true}', 'm-1']);
});

test('one changed word has no answer, and the message says what to do', async () => {
	const changed = { ...call, messages: [{ role: 'user', content: 'Hallo' }] as const };
	await assert.rejects(gateway.ask(changed), /no recording of ask for "one".*npm run record/);
});

test('two models that are asked the same give their own recorded answers', async () => {
	const digest = callDigest(messages);
	const answers = [
		{ name: 'one', digest, answer: 'first' },
		{ name: 'one', digest, answer: 'second', alias: 'other', model: 'o-1' },
	];
	const both = recordedGateway(new Map([['ask', { ...recording, answers }]]));
	const { text, model } = await both.ask({ ...call, model: 'other' });
	assert.deepEqual([text, model], ['second', 'o-1']);
	assert.equal((await both.ask(call)).text, 'first');
});
