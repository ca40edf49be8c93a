import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertTrained } from './role-training.ts';

test('role-training: only a person on the record can take held work', () => {
	const training = { record: 'the learning system', trained: ['agent-7'] };
	assert.doesNotThrow(() => assertTrained('agent-7', training));
	assert.throws(() => assertTrained('agent-8', training), { reason: 'not-trained' });
});
