import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standsIn } from './audit/stands-in.ts';
import { playExample } from './run/play-example.ts';

const { runs, spans, audit, prompts, kept, unsent } = await playExample();

/** What is in the example and must never be kept. */
const PLANTED = ['7946', 'Terrell', '1111', '4410', '8080', 'patient', 'This text has'];

test('prompt-response-logging: every signal of the contract is sent that can occur here', () => {
	assert.deepEqual(unsent('retrieval-source'), []);
});

test('prompt-response-logging: one trace joins reading, calls, review and send-back', () => {
	const run = runs.find(({ item }) => item === 'C-1003');
	const names = spans
		.filter((span) => span.spanContext().traceId === run?.trace)
		.map(({ name }) => name);
	for (const name of ['structured-data-extraction', 'chat', 'user action']) {
		assert.ok(names.includes(name), name);
	}
	const lines = audit.filter((line) => line.includes(run?.trace ?? 'none'));
	assert.ok(lines.length > 10);
	const reviewed = names.filter((name) => name === 'structured-data-extraction');
	assert.equal(reviewed.length, 3, 'reading, review and send-back go on with one trace');
	assert.ok(prompts.some((line) => line.includes(run?.trace ?? 'none')));
});

test('prompt-response-logging: an acceptance that the gate refused is sent as none', () => {
	const run = runs.find(({ item }) => item === 'C-1001');
	const words = spans
		.filter((span) => span.spanContext().traceId === run?.trace)
		.flatMap(({ attributes }) => attributes['aicat.user.action'] ?? []);
	assert.deepEqual(words, ['accepted']);
});

test('prompt-response-logging: each line says until when it is kept', () => {
	for (const line of prompts) {
		const { keepUntil, textUntil } = JSON.parse(line);
		assert.deepEqual([keepUntil, textUntil], ['2027-12-25', '2027-05-19']);
	}
});

test('data-loss-prevention: nothing that was planted reaches spans, audit, prompt log or screen', () => {
	for (const value of PLANTED) assert.ok(!standsIn(value, kept), value);
	assert.ok(kept.includes('[ACCOUNT]') && kept.includes('[NAME]'));
});
