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
const runs = new Map<string, Run>();
for (const { title, act } of example.steps) runs.set(title, await act());
const spans = exporter.getFinishedSpans();
const sent = new Set(spans.flatMap(({ attributes }) => Object.keys(attributes)));
const spanOf = (item: string) => {
	const traceOf = [...runs.values()].find((run) => run.item === item)?.trace;
	const own = spans.filter((span) => span.spanContext().traceId === traceOf);
	return own.find(({ name }) => name === 'request-routing')?.attributes;
};

test('the worked example shows every ending, and nothing in it fails', () => {
	const all = [...runs.values()];
	const endings = new Set(all.map(({ ending }) => ending));
	assert.deepEqual([...endings].sort(), ['applied', 'held', 'left']);
	const failed = all.filter(
		({ reason }) => reason === 'failed' || reason === 'gateway-unavailable',
	);
	assert.deepEqual(failed, []);
});

test('prompt-response-logging: every signal of the contract is sent that can occur here', () => {
	const missing = readContract(ROOT)
		.fields.filter(({ sensitive, subject }) => !sensitive && subject !== 'retrieval-source')
		.map(({ field }) => field)
		.filter((field) => !sent.has(field));
	assert.deepEqual(missing, []);
	for (const field of ['gen_ai.input.messages', 'gen_ai.output.messages']) {
		assert.ok(!sent.has(field));
		assert.ok(prompts.every((line) => line.includes(field)));
	}
});

test('prompt-response-logging: each request says which row or model moved it, and where to', () => {
	const said = (item: string) =>
		['rule', 'queue', 'moved_by'].map((name) => spanOf(item)?.[`aicat.routing.${name}`]);
	assert.deepEqual(said('R-1001'), ['4', 'badge-office', 'rule']);
	assert.deepEqual(said('R-1002'), ['none', 'facilities', 'model']);
	assert.deepEqual(said('R-1007'), ['none', 'front-desk', undefined]);
});

test('prompt-response-logging: one trace joins request, call, ticket and what a person did', () => {
	const found = [...runs.values()].find(({ item }) => item === 'R-1002')?.trace ?? 'none';
	const own = spans.filter((span) => span.spanContext().traceId === found);
	for (const name of ['request-routing', 'chat', 'check', 'user action']) {
		assert.ok(
			own.some((span) => span.name === name),
			name,
		);
	}
	const person = own.find(({ name }) => name === 'user action')?.attributes;
	assert.deepEqual(
		[person?.['aicat.routing.moved_by'], person?.['aicat.routing.queue']],
		['person', 'equipment'],
	);
	assert.ok(audit.filter((line) => line.includes(found)).length > 10);
	assert.ok(prompts.some((line) => line.includes(found)));
});

test('prompt-response-logging: a queue the model made up stays off spans', () => {
	const values = spans.flatMap(({ attributes }) => Object.values(attributes));
	assert.ok(values.includes('not-in-list'));
	assert.ok(!values.includes('print-shop'));
});

test('prompt-response-logging: each line says until when it is kept', () => {
	for (const line of prompts) {
		const { keepUntil, textUntil } = JSON.parse(line);
		assert.deepEqual([keepUntil, textUntil], ['2027-12-25', '2027-05-19']);
	}
});

test('no name or number of a request reaches spans, audit, prompt log, screen or ticket', () => {
	const kept = [
		JSON.stringify(spans.map(({ attributes, name, events }) => [attributes, name, events])),
		...audit,
		...prompts,
		JSON.stringify([...runs.values()]),
		...example.after(),
	].join('\n');
	for (const value of ['7946', 'Hartwell', 'person-02']) assert.ok(!standsIn(value, kept), value);
	assert.ok(kept.includes('[NAME]') && kept.includes('[PHONE]'));
});
