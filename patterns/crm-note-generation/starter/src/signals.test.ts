import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standsIn } from './audit/stands-in.ts';
import { playExample } from './run/play-example.ts';
import type { Run } from './run/run.ts';

const { runs, spans, audit, prompts, kept, unsent } = await playExample();
const valuesOf = (run: Run | undefined, field: string) =>
	spans
		.filter((span) => span.spanContext().traceId === run?.trace)
		.flatMap(({ attributes }) => attributes[field] ?? []);
const drafted = (id: string) => runs.find(({ item }) => item === id);

/** What is in the example and must never be kept: names, a number, another account, an old email. */
const PLANTED = [
	'7946 0958',
	'Whitlock',
	'Aldous',
	'Sedley',
	'Dana',
	'LF-2041',
	'BL-3077',
	'third time',
];

test('prompt-response-logging: every signal of the contract is sent that can occur here', () => {
	assert.deepEqual(unsent('retrieval-source'), []);
});

test('prompt-response-logging: one trace joins request, both calls, acceptance and save', () => {
	const run = drafted('N-1002');
	const names = spans
		.filter((span) => span.spanContext().traceId === run?.trace)
		.map(({ name }) => name);
	assert.equal(names.filter((name) => name === 'chat').length, 2);
	assert.equal(names.filter((name) => name === 'crm-note-generation').length, 3);
	assert.ok(names.includes('user action'));
	const lines = audit.map((line) => JSON.parse(line)).filter((line) => line.trace === run?.trace);
	for (const event of ['touch', 'step', 'person', 'saved', 'ended']) {
		assert.ok(
			lines.some((line) => line.event === event),
			event,
		);
	}
	assert.equal(prompts.filter((line) => line.includes(run?.trace ?? 'none')).length, 2);
});

test('prompt-response-logging: the digest saved is the one shown, unless a person edited the note', () => {
	const digests = (id: string) => [
		valuesOf(drafted(id), 'aicat.note.digest_shown')[0],
		valuesOf(drafted(id), 'aicat.note.digest_saved')[0],
	];
	const [shown, saved] = digests('N-1001');
	assert.ok(shown && shown === saved);
	const [first, edited] = digests('N-1002');
	assert.ok(first && edited && first !== edited);
	assert.deepEqual(valuesOf(drafted('N-1002'), 'aicat.user.action'), ['edited']);
	assert.deepEqual(valuesOf(drafted('N-1002'), 'aicat.note.unsupported_lines'), [1]);
	assert.deepEqual(valuesOf(drafted('N-1004'), 'aicat.note.sensitive_omitted'), [true]);
	assert.deepEqual(valuesOf(drafted('N-1004'), 'aicat.user.action'), ['accepted', 'undone']);
});

test('prompt-response-logging: each line says until when it is kept', () => {
	for (const line of prompts) {
		const { keepUntil, textUntil } = JSON.parse(line);
		assert.deepEqual([keepUntil, textUntil], ['2027-12-25', '2027-05-19']);
	}
});

test('data-loss-prevention: nothing that was planted reaches spans, audit, prompt log or screen', () => {
	for (const value of PLANTED) assert.ok(!standsIn(value, kept), value);
	assert.ok(kept.includes('[PERSON-2]') && kept.includes('[PHONE]'));
});
