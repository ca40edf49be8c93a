import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readThreshold } from './controls/confidence-gate.ts';
import { absent, answer, scripted, staged } from './testing.ts';

const whyOf = async (name: string, answers: Parameters<typeof scripted>[0] = {}) => {
	const { shown } = await staged({ gateway: scripted(answers) });
	return (await shown()).field(name)?.why;
};

test('human-override: a field is settled that both passes give, sure and by its rules', async () => {
	assert.deepEqual(await whyOf('insured'), []);
});

test('human-override: a critical field is open however sure both passes are', async () => {
	assert.deepEqual(await whyOf('policy_number'), ['critical']);
});

test('human-override: one pass below the threshold opens the field', async () => {
	const unsure = answer({ insured: { confidence: 0.89 } });
	assert.deepEqual(await whyOf('insured', { 'long-context': [unsure] }), ['low-confidence']);
});

test('human-override: a field both passes leave empty is open', async () => {
	const empty = answer({ deductible: absent });
	const both = { 'general-chat': [empty], 'long-context': [empty] };
	assert.deepEqual(await whyOf('deductible', both), ['no-value']);
});

test('output-validation: a value that breaks a rule is never settled, though both passes agree', async () => {
	const quote = '1 January 2026 to 31 December 2026';
	const swapped = answer({
		valid_from: { value: '2026-12-31', quote },
		valid_until: { value: '2026-01-01', quote },
	});
	const both = { 'general-chat': [swapped], 'long-context': [swapped] };
	assert.deepEqual(await whyOf('valid_until', both), ['critical', 'rule-broken']);
});

test('human-override: a team can raise the threshold but not lower it', () => {
	assert.equal(readThreshold({ confidence: 0.95 }, 0.9), 0.95);
	assert.throws(() => readThreshold({ confidence: 0.89 }, 0.9), /not between 0.9 and 1/);
});
