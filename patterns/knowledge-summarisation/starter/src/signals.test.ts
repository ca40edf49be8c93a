import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playExample } from './run/play-example.ts';

const { runs, spans, prompts, kept, unsent } = await playExample();
const values = (field: string) =>
	new Set(spans.flatMap(({ attributes }) => attributes[field] ?? []).map(String));

test('prompt-response-logging: every signal of the contract is sent that can occur here', () => {
	assert.deepEqual(unsent('confidence'), []);
	assert.deepEqual([...values('aicat.summary.decision')].sort(), [
		'abstain',
		'answered',
		'partial',
	]);
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
	assert.ok(log.includes('How long can I keep a laptop on loan'), 'the question is logged');
	assert.ok(log.includes('supported'), 'the verdicts are logged');
});

test('prompt-response-logging: each line says until when it is kept', () => {
	for (const line of prompts) {
		const { keepUntil, textUntil } = JSON.parse(line);
		assert.deepEqual([keepUntil, textUntil], ['2027-12-25', '2027-05-19']);
	}
});

test('source-permissions: no word of a source the readers may not open is kept anywhere', () => {
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
