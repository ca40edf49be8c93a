import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trace } from '@opentelemetry/api';
import {
	BasicTracerProvider,
	InMemorySpanExporter,
	SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
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
const values = (field: string) =>
	new Set(spans.flatMap(({ attributes }) => attributes[field] ?? []).map(String));

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
	// This pattern answers with sources, not with a confidence.
	const wanted = fields
		.filter(({ sensitive, subject }) => !sensitive && subject !== 'confidence')
		.map(({ field }) => field);
	assert.deepEqual(
		wanted.filter((field) => !sent.has(field)),
		[],
	);
	assert.deepEqual([...values('aicat.summary.decision')].sort(), [
		'abstain',
		'answered',
		'partial',
	]);
	for (const field of ['gen_ai.input.messages', 'gen_ai.output.messages']) {
		assert.ok(!sent.has(field));
		assert.ok(prompts.every((line) => line.includes(field)));
	}
});

test('prompt-response-logging: one trace joins question, passages, both calls and the reader', () => {
	const run = runs.find(({ item }) => item === 'Q-01');
	const names = spans
		.filter((span) => span.spanContext().traceId === run?.trace)
		.map(({ name }) => name);
	for (const name of ['knowledge-summarisation', 'search', 'retrieval', 'release', 'user action']) {
		assert.ok(names.includes(name), name);
	}
	assert.equal(names.filter((name) => name === 'chat').length, 2);
	assert.equal(prompts.filter((line) => line.includes(run?.trace ?? 'none')).length, 2);
});

test('prompt-response-logging: passages are logged by id and never by text', () => {
	const log = prompts.join('\n');
	assert.ok(log.includes('<source id=\\"K-101\\"/>'));
	// Words of a passage that no statement and no quote repeats.
	for (const words of [
		'The device is wiped remotely',
		'compared once a year',
		'Helmets are lent',
	]) {
		assert.ok(!log.includes(words), words);
	}
	assert.ok(log.includes('How long may a laptop be on loan'), 'the question is logged');
	assert.ok(log.includes('supported'), 'the verdicts are logged');
});

test('prompt-response-logging: each line says until when it is kept', () => {
	for (const line of prompts) {
		const { keepUntil, textUntil } = JSON.parse(line);
		assert.deepEqual([keepUntil, textUntil], ['2027-12-25', '2027-05-19']);
	}
});

test('source-permissions: no word of a source the readers may not open is kept anywhere', () => {
	const kept = [
		JSON.stringify(spans.map(({ attributes, name, events }) => [attributes, name, events])),
		...audit,
		...prompts,
		JSON.stringify(runs),
		...example.after(),
	].join('\n');
	for (const words of ['Larkfield', 'Board Office', 'board-papers', 'old rules', 'Parking tips']) {
		assert.ok(!kept.includes(words), words);
	}
	assert.ok(!values('gen_ai.data_source.id').has('D-202'));
	assert.ok(values('gen_ai.data_source.id').has('D-201'));
});

test('source-permissions: the same question gives the outsider nothing, not even a title', () => {
	const [outsider, member] = ['Q-06', 'Q-07'].map((id) => runs.find(({ item }) => item === id));
	assert.deepEqual([outsider?.reason, member?.ending], ['nothing-found', 'applied']);
	assert.doesNotMatch(JSON.stringify(outsider), /K-110|Pay bands/);
});
