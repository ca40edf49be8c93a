import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standsIn } from './audit/stands-in.ts';
import { playExample } from './run/play-example.ts';

const { runs, spans, audit, prompts, kept, unsent } = await playExample();

/** What is in the example and must never be kept. */
const PLANTED = ['204817', '7946', 'Hartwell', 'Meadow', '5520193', '5520544'];

test('prompt-response-logging: every signal of the contract is sent that can occur here', () => {
	assert.deepEqual(unsent('retrieval-source'), []);
});

test('prompt-response-logging: one trace joins the case, the call and what the person did', () => {
	const run = runs.find(({ item }) => item === 'C-1002');
	const names = spans
		.filter((span) => span.spanContext().traceId === run?.trace)
		.map(({ name }) => name);
	for (const name of ['support-case-triage', 'chat', 'check', 'user action']) {
		assert.ok(names.includes(name), name);
	}
	const lines = audit.filter((line) => line.includes(run?.trace ?? 'none'));
	assert.ok(lines.length > 10);
	assert.ok(prompts.some((line) => line.includes(run?.trace ?? 'none')));
});

test('prompt-response-logging: a word the model made up stays off spans', () => {
	const values = spans.flatMap(({ attributes }) => Object.values(attributes));
	assert.ok(values.includes('not-in-list'));
	assert.ok(!values.includes('field-engineers'));
});

test('prompt-response-logging: each line says until when it is kept', () => {
	for (const line of prompts) {
		const { keepUntil, textUntil } = JSON.parse(line);
		assert.deepEqual([keepUntil, textUntil], ['2027-12-25', '2027-05-19']);
	}
});

test('data-loss-prevention: nothing that was planted reaches spans, audit, prompt log or screen', () => {
	for (const value of PLANTED) assert.ok(!standsIn(value, kept), value);
	assert.ok(kept.includes('[ORDER]') && kept.includes('[NAME]'));
});
