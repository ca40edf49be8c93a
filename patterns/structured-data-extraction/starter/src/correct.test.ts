import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { Capture, CapturedField } from './capture.ts';
import { weekOf } from './correct.ts';
import { ROOT } from './root.ts';
import { outcome, REVIEWER, staged } from './testing.ts';
import { incompleteTraces } from './trace-report.ts';

async function filed() {
	const stage = await staged();
	await stage.extraction.handle('one');
	const run = await stage.accept('one');
	return { ...stage, run };
}

test('human-override: a record sent back stops the process and reaches everyone who used it', async () => {
	const { extraction, engine, audited, services } = await filed();
	extraction.use('one', 'payments-run');
	extraction.use('one', 'site-access');
	await extraction.sendBack('one', 'payments-run');
	assert.equal(engine.show('one').state, 'stopped');
	assert.throws(() => extraction.use('one', 'supplier-onboarding'), { reason: 'sent-back' });
	assert.deepEqual(
		audited('told').map(({ consumer }) => consumer),
		['payments-run', 'site-access'],
	);
	assert.deepEqual(
		services.held.waiting().map(({ reason }) => reason),
		['sent-back'],
	);
	assert.deepEqual(outcome(await extraction.handle('one')), ['left', 'taken-by-person']);
});

test('human-override: a value is given only to consumers on the list', async () => {
	const { extraction } = await filed();
	assert.throws(() => extraction.use('one', 'some-sheet'), { reason: 'unknown-consumer' });
});

test('human-override: a re-keyed field is written for the person, and the process goes on', async () => {
	const { extraction, engine, services, audited } = await filed();
	await extraction.sendBack('one', REVIEWER);
	const field = ['deductible', '3000.00 GBP', 'misread-character'] as const;
	await assert.rejects(extraction.rekey('one', 'reviewer-99', ...field), { reason: 'not-trained' });
	await extraction.rekey('one', REVIEWER, ...field);
	assert.equal(extraction.use('one', 'payments-run').deductible, '3000.00 GBP');
	assert.match(JSON.stringify(engine.show('one').captured_values), /3000.00 GBP/);
	assert.match(JSON.stringify(engine.history[1]?.before), /2500.00 GBP/);
	assert.equal(services.held.waiting().length, 0);
	assert.equal(audited('touch').at(-1)?.onBehalfOf, REVIEWER);
	assert.deepEqual(
		extraction.changes().map(({ before, after, reason }) => [before, after, reason]),
		[['2500.00 GBP', '3000.00 GBP', 'misread-character']],
	);
});

const KEYED = ['deductible', '3000.00 GBP', 'misread-character'] as const;

test('approval-gate: a filed value is not keyed over before its record was sent back', async () => {
	const { extraction, engine } = await filed();
	await assert.rejects(extraction.rekey('one', REVIEWER, ...KEYED), { reason: 'not-sent-back' });
	assert.equal(engine.history.length, 1);
});

test('access-control: only a member of the group keys a field of its records', async () => {
	const { extraction, engine } = await filed();
	await extraction.sendBack('one', REVIEWER);
	await assert.rejects(extraction.rekey('one', 'reviewer-03', ...KEYED), {
		reason: 'not-in-group',
	});
	assert.equal(engine.history.length, 1);
});

test('human-override: a field that could not be written is given to nobody', async () => {
	const { extraction, engine } = await filed();
	await extraction.sendBack('one', REVIEWER);
	engine.setDown(true);
	await assert.rejects(extraction.rekey('one', REVIEWER, ...KEYED), /does not answer/);
	engine.setDown(false);
	assert.throws(() => extraction.use('one', 'payments-run'), { reason: 'sent-back' });
	await extraction.rekey('one', REVIEWER, 'deductible', '4000.00 GBP', 'misread-character');
	assert.deepEqual(
		extraction.changes().map(({ before, after }) => [before, after]),
		[['2500.00 GBP', '4000.00 GBP']],
	);
});

test('human-override: with the engine down everyone who used a record is still told', async () => {
	const { extraction, engine, audited, services } = await filed();
	extraction.use('one', 'payments-run');
	engine.setDown(true);
	assert.equal((await extraction.sendBack('one', REVIEWER)).ending, 'held');
	assert.equal(audited('told').length, 1);
	assert.throws(() => extraction.use('one', 'payments-run'), { reason: 'sent-back' });
	assert.equal(services.held.waiting().length, 1);
});

test('feedback-channel: a report of the next step has the trace of its record', async () => {
	const { extraction, run, audited } = await filed();
	assert.equal(extraction.report('one', 'payments-run').trace, run.trace);
	assert.deepEqual(
		audited('feedback').map((line) => [line.trace, line.to]),
		[[run.trace, 'Document operations lead']],
	);
});

const captured = (layout: string, ...corrected: string[]) => {
	// Only the names are read.
	const fields = ['fee', 'date'].map((name) => ({ name }) as CapturedField);
	const capture: Pick<Capture, 'layout' | 'fields'> = { layout, fields };
	return { capture, corrected: new Set(corrected) };
};

test('drift-monitoring: the week counts layouts, and corrections by field', () => {
	const week = weekOf([
		captured('form', 'fee'),
		captured('form'),
		captured('letter'),
		captured('unknown'),
	]);
	assert.deepEqual(week, {
		share: { form: 50, letter: 25, unknown: 25 },
		corrected: { fee: 25, date: 0 },
	});
});

test('drift-monitoring: an unknown layout counts from above 5% of a week', () => {
	const week = (unknown: number) =>
		weekOf([
			...Array.from({ length: 100 - unknown }, () => captured('form')),
			...Array.from({ length: unknown }, () => captured('unknown')),
		]).share;
	assert.deepEqual(week(5), { form: 95 });
	assert.deepEqual(week(6), { form: 94, unknown: 6 });
});

test('prompt-response-logging: a filed record whose trace lacks a pass or its acceptance is named', async () => {
	const { run, lines, prompts } = await filed();
	assert.deepEqual(incompleteTraces(lines, prompts), []);
	assert.deepEqual(incompleteTraces(lines, prompts.slice(1)), [run.trace]);
	const unaccepted = lines.filter((line) => !line.includes('"word":"accepted"'));
	assert.deepEqual(incompleteTraces(unaccepted, prompts), [run.trace]);
});

test('incident-playbook: the runbook names the setting that the code reads', () => {
	const runbook = readFileSync(join(ROOT, 'runbooks/incident.md'), 'utf8');
	const { setting } = parse(readFileSync(join(ROOT, 'policy/switch.yaml'), 'utf8'));
	assert.ok(runbook.includes(`${setting} = false`));
});
