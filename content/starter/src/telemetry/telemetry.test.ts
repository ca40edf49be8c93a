import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROOT } from '../root.ts';
import { assertInContract, readContract } from './contract.ts';
import { openTelemetry } from './telemetry.ts';

const contract = readContract(ROOT);

test('prompt-response-logging: fields of the contract can be sent', () => {
	assert.doesNotThrow(() => assertInContract({ 'gen_ai.prompt.name': 'x' }, contract));
});

test('prompt-response-logging: text never goes on a span', () => {
	for (const field of ['gen_ai.input.messages', 'gen_ai.output.messages']) {
		assert.throws(() => assertInContract({ [field]: 'x' }, contract), /is sensitive/);
	}
});

test('prompt-response-logging: an unknown name is refused', () => {
	assert.throws(() => assertInContract({ 'gen_ai.system': 'x' }, contract), /not in the contract/);
});

test('prompt-response-logging: a later run continues the trace of the first', () => {
	const { start } = openTelemetry(contract);
	const { trace } = start('read');
	assert.equal(start('review', trace).trace, trace);
	assert.notEqual(start('read').trace, trace);
});
