import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trace } from '@opentelemetry/api';
import {
	BasicTracerProvider,
	InMemorySpanExporter,
	SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { standsIn } from './audit/stands-in.ts';
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
const PLANTED = ['204817', '7946', 'Hartwell', 'Meadow', '5520193', '5520544'];

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
		.filter(({ sensitive, subject }) => !sensitive && subject !== 'retrieval-source')
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
	const kept = [
		JSON.stringify(spans.map(({ attributes, name, events }) => [attributes, name, events])),
		...audit,
		...prompts,
		JSON.stringify(runs),
		...example.after(),
		JSON.stringify(services.overrides.all()),
	].join('\n');
	for (const value of PLANTED) assert.ok(!standsIn(value, kept), value);
	assert.ok(kept.includes('[ORDER]') && kept.includes('[NAME]'));
});
