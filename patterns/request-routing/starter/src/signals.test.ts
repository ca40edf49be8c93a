import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standsIn } from './audit/stands-in.ts';
import { playExample } from './run/play-example.ts';

const { runs, spans, audit, prompts, kept, unsent } = await playExample();
const spanOf = (item: string) => {
	const traceOf = runs.find((run) => run.item === item)?.trace;
	const own = spans.filter((span) => span.spanContext().traceId === traceOf);
	return own.find(({ name }) => name === 'request-routing')?.attributes;
};

test('prompt-response-logging: every signal of the contract is sent that can occur here', () => {
	assert.deepEqual(unsent('retrieval-source'), []);
});

test('prompt-response-logging: each request says which row or model moved it, and where to', () => {
	const said = (item: string) =>
		['rule', 'queue', 'moved_by'].map((name) => spanOf(item)?.[`aicat.routing.${name}`]);
	assert.deepEqual(said('R-1001'), ['4', 'badge-office', 'rule']);
	assert.deepEqual(said('R-1002'), ['none', 'facilities', 'model']);
	assert.deepEqual(said('R-1007'), ['none', 'front-desk', undefined]);
});

test('prompt-response-logging: one trace joins request, call, ticket and what a person did', () => {
	const found = runs.find(({ item }) => item === 'R-1002')?.trace ?? 'none';
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
	for (const value of ['7946', 'Hartwell', 'person-02']) assert.ok(!standsIn(value, kept), value);
	assert.ok(kept.includes('[NAME]') && kept.includes('[PHONE]'));
});
