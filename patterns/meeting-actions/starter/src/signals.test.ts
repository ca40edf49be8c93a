import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trace } from '@opentelemetry/api';
import {
	BasicTracerProvider,
	InMemorySpanExporter,
	SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { standsIn } from './audit/stands-in.ts';
import { DROPPED } from './check.ts';
import { fixedClock } from './clock.ts';
import { EXAMPLE_START, openExample } from './example.ts';
import { ROOT } from './root.ts';
import type { Run } from './run/run.ts';
import { openServices } from './services.ts';
import { readContract } from './telemetry/contract.ts';

const exporter = new InMemorySpanExporter();
trace.setGlobalTracerProvider(
	new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
);

const audit: string[] = [];
const prompts: string[] = [];
const services = await openServices({
	root: ROOT,
	clock: fixedClock(EXAMPLE_START),
	writeAudit: (line) => audit.push(line),
	writePrompts: (line) => prompts.push(line),
});
const example = openExample(services);
const runs: Run[] = [];
for (const { act } of example.steps) runs.push(await act());
const spans = exporter.getFinishedSpans();
const sent = new Set(spans.flatMap(({ attributes }) => Object.keys(attributes)));

/** What stands in the example and must never be kept. */
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

/** The pattern retrieves nothing and states no confidence: a person reads every line. */
const ABSENT: ReadonlySet<string> = new Set(['retrieval-source', 'confidence']);

test('the worked example shows every ending, and nothing in it fails', () => {
	assert.deepEqual([...new Set(runs.map(({ ending }) => ending))].sort(), [
		'applied',
		'held',
		'left',
	]);
	assert.deepEqual(
		runs.filter(({ reason }) => reason === 'failed' || reason === 'gateway-unavailable'),
		[],
	);
});

test('prompt-response-logging: every signal of the contract is sent that can occur here', () => {
	const { fields } = readContract(ROOT);
	const wanted = fields
		.filter(({ sensitive, subject = '' }) => !sensitive && !ABSENT.has(subject))
		.map(({ field }) => field);
	assert.deepEqual(
		wanted.filter((field) => !sent.has(field)),
		[],
	);
	for (const field of ['gen_ai.input.messages', 'gen_ai.output.messages']) {
		assert.ok(!sent.has(field));
		assert.ok(prompts.every((line) => line.includes(field)));
	}
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
	const kept = [
		JSON.stringify(spans.map(({ attributes, name, events }) => [attributes, name, events])),
		...audit,
		...prompts,
		JSON.stringify(runs),
		...example.after(),
		JSON.stringify(services.overrides.all()),
	].join('\n');
	for (const value of PLANTED) assert.ok(!standsIn(value, kept), value);
	assert.ok(kept.includes('[PHONE]') && kept.includes('P1'));
});
