import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standsIn } from './audit/stands-in.ts';
import { DROPPED } from './check.ts';
import { playExample } from './run/play-example.ts';

const { runs, spans, audit, prompts, kept, unsent } = await playExample();

/** What is in the example and must never be kept. */
const PLANTED = [
	'Quillby',
	'Tarrowby',
	'Fennick',
	'Ockley',
	'Merrow',
	'Voss',
	'7946 0958',
	'Copper',
];

test('prompt-response-logging: every signal of the contract is sent that can occur here', () => {
	assert.deepEqual(unsent('retrieval-source', 'confidence'), []);
});

test('prompt-response-logging: one trace joins the meeting, the call and what people did', () => {
	const run = runs.find(({ item }) => item === 'M-1001');
	const names = spans
		.filter((span) => span.spanContext().traceId === run?.trace)
		.map(({ name }) => name);
	for (const name of [
		'meeting-actions',
		'chat',
		'check',
		'review',
		'user action',
		'refused line',
	]) {
		assert.ok(names.includes(name), name);
	}
	const lines = audit.filter((line) => line.includes(run?.trace ?? 'none'));
	assert.ok(lines.length > 10);
	assert.ok(prompts.some((line) => line.includes(run?.trace ?? 'none')));
});

test('prompt-response-logging: reasons for dropped lines are words of a list, never text', () => {
	const dropped = spans.flatMap(
		({ attributes }) => attributes['aicat.meeting.lines_dropped'] ?? [],
	);
	assert.ok(dropped.length > 0);
	assert.deepEqual(
		dropped.filter((reason) => !Object.hasOwn(DROPPED, String(reason))),
		[],
	);
});

test('prompt-response-logging: each line says until when it is kept', () => {
	for (const line of prompts) {
		const { keepUntil, textUntil } = JSON.parse(line);
		assert.deepEqual([keepUntil, textUntil], ['2027-12-25', '2027-02-18']);
	}
});

test('data-loss-prevention: nothing that was planted reaches spans, audit, prompt log or screen', () => {
	for (const value of PLANTED) assert.ok(!standsIn(value, kept), value);
	assert.ok(kept.includes('[PHONE]') && kept.includes('P1'));
});
