import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { weekOf } from './people.ts';
import { ROOT } from './root.ts';
import { newCase, scripted, staged } from './testing.ts';

const delivery = { queue: 'delivery', category: 'delivery', priority: 2 };

test('human-override: a correction keeps label before, label after and redacted text', async () => {
	const message = 'I was charged twice. Regards, Robin Hartwell';
	const { triage } = await staged({ cases: { one: newCase({ message }) } });
	await triage.handle('one');
	await triage.correct('one', 'agent-07', delivery);
	const [correction] = triage.corrections();
	assert.deepEqual(correction?.before, { queue: 'billing', category: 'billing', priority: 3 });
	assert.deepEqual(correction?.after, delivery);
	assert.match(correction?.text ?? '', /Regards, \[NAME\]$/);
});

test('human-override: a label that could not be changed is not kept as changed', async () => {
	const { triage, desk, services } = await staged();
	await triage.handle('one');
	desk.setDown(true);
	await assert.rejects(triage.correct('one', 'agent-07', delivery), /does not answer/);
	assert.deepEqual([services.overrides.all(), triage.corrections()], [[], []]);
});

test('role-training: only an agent on the record takes a held case', async () => {
	const { triage, services } = await staged({ gateway: scripted('Hm.') });
	await triage.handle('one');
	assert.throws(() => triage.takeHeld('one', 'agent-99'), { reason: 'not-trained' });
	assert.equal(services.held.waiting().length, 1);
	triage.takeHeld('one', 'agent-07');
	assert.equal(services.held.waiting().length, 0);
	assert.equal((await triage.handle('one')).reason, 'taken-by-person');
});

test('feedback-channel: a report has the trace of the label it is about', async () => {
	const { triage, audited } = await staged();
	const { trace } = await triage.handle('one');
	assert.equal(triage.report('one', 'agent-07')?.trace, trace);
	assert.deepEqual(
		audited('feedback').map((line) => [line.trace, line.to]),
		[[trace, 'Quality lead']],
	);
});

test('drift-monitoring: the week counts labels and corrections by queue', () => {
	const billing = { queue: 'billing', category: 'billing', priority: 3 };
	const week = weekOf([
		{ label: billing, corrected: true },
		{ label: billing, corrected: false },
		{ label: delivery, corrected: false },
		{ label: delivery, corrected: false },
	]);
	assert.deepEqual(week, {
		share: { billing: 50, delivery: 50 },
		corrected: { billing: 50, delivery: 0 },
	});
});

test('incident-playbook: the runbook names the setting that the code reads', () => {
	const runbook = readFileSync(join(ROOT, 'runbooks/incident.md'), 'utf8');
	const { setting } = parse(readFileSync(join(ROOT, 'policy/switch.yaml'), 'utf8'));
	assert.ok(runbook.includes(`${setting} = false`));
	assert.match(runbook, /\| sev|\| 1 \|/i);
});
