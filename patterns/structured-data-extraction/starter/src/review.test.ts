import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from './clock.ts';
import { switchOver } from './controls/kill-switch-rollback.ts';
import { newDocument, newTask, outcome, REVIEWER, scripted, staged } from './testing.ts';

const OPEN = ['policy_number', 'cover_per_claim', 'valid_until'];

/** A set-up where one record waits for its reviewer. */
async function waiting(options: Parameters<typeof staged>[0] = {}) {
	const stage = await staged(options);
	await stage.extraction.handle('one');
	return stage;
}

test('approval-gate: after reading nothing is written, however sure both passes are', async () => {
	const { engine, services } = await waiting();
	assert.equal(engine.history.length, 0);
	assert.deepEqual(
		services.held.waiting().map(({ reason }) => reason),
		['review'],
	);
});

test('approval-gate: what a reviewer accepts is written once, in the six variables alone', async () => {
	const { engine, accept, extraction } = await waiting();
	const run = await accept('one');
	assert.deepEqual(outcome(run), ['applied', undefined]);
	assert.deepEqual(Object.keys(engine.history[0]?.after ?? {}), [
		'captured_values',
		'captured_sources',
		'schema_version',
		'document_version',
		'reviewer_id',
		'trace_id',
	]);
	const { state, reviewer_id: by, trace_id: trace, document_version: version } = engine.show('one');
	assert.deepEqual([state, by, trace, version], ['completed', REVIEWER, run.trace, 'v1']);
	await assert.rejects(extraction.accept('one', REVIEWER, 'any'), { reason: 'not-approved' });
	assert.equal(engine.history.length, 1);
});

test('approval-gate: each critical field is confirmed by itself, or nothing is written', async () => {
	const { engine, extraction } = await waiting();
	const { digest } = extraction.take('one', REVIEWER);
	for (const name of OPEN.slice(1)) extraction.confirm('one', REVIEWER, name);
	const first = await extraction.accept('one', REVIEWER, digest);
	assert.deepEqual(outcome(first), ['held', 'not-confirmed']);
	assert.equal(engine.history.length, 0);
	extraction.confirm('one', REVIEWER, 'policy_number');
	assert.equal((await extraction.accept('one', REVIEWER, digest)).ending, 'applied');
});

test('approval-gate: an acceptance of other values than are shown now writes nothing', async () => {
	const { engine, extraction } = await waiting();
	const { digest } = extraction.take('one', REVIEWER);
	for (const name of OPEN) extraction.confirm('one', REVIEWER, name);
	const now = extraction.key('one', REVIEWER, 'deductible', '2000.00 GBP', 'misread-character');
	assert.notEqual(now.digest, digest);
	assert.deepEqual(outcome(await extraction.accept('one', REVIEWER, digest)), [
		'held',
		'not-approved',
	]);
	assert.equal(engine.history.length, 0);
	assert.equal((await extraction.accept('one', REVIEWER, now.digest)).ending, 'applied');
	assert.match(JSON.stringify(engine.show('one').captured_values), /2000.00 GBP/);
});

test('approval-gate: an acceptance expires, and the record waits to be taken again', async () => {
	const clock = fixedClock('2026-11-20T09:00:00Z');
	const { extraction, engine, services, accept } = await waiting({ clock });
	const { digest } = extraction.take('one', REVIEWER);
	for (const name of OPEN) extraction.confirm('one', REVIEWER, name);
	clock.move(61);
	assert.deepEqual(outcome(await extraction.accept('one', REVIEWER, digest)), [
		'held',
		'not-approved',
	]);
	assert.equal(engine.history.length, 0);
	assert.equal(services.held.waiting().length, 1);
	assert.equal((await accept('one')).ending, 'applied');
	assert.equal(services.held.waiting().length, 0);
});

test('approval-gate: another reviewer cannot accept what one has taken', async () => {
	const { extraction, engine } = await waiting();
	const { digest } = extraction.take('one', REVIEWER);
	await assert.rejects(extraction.accept('one', 'reviewer-05', digest), { reason: 'not-approved' });
	assert.equal(engine.history.length, 0);
});

test('approval-gate: what one reviewer confirmed does not count for the next', async () => {
	const { extraction, engine } = await waiting();
	extraction.take('one', REVIEWER);
	for (const name of OPEN) extraction.confirm('one', REVIEWER, name);
	const { digest } = extraction.take('one', 'reviewer-05');
	const run = await extraction.accept('one', 'reviewer-05', digest);
	assert.deepEqual(outcome(run), ['held', 'not-confirmed']);
	assert.equal(engine.history.length, 0);
});

test('approval-gate: a replaced document is not filed, and is read again', async () => {
	const { extraction, engine, replace, accept } = await waiting();
	replace('doc', 'v2');
	assert.deepEqual(outcome(await accept('one')), ['left', 'document-changed']);
	assert.equal(engine.history.length, 0);
	assert.equal((await extraction.handle('one')).reason, undefined);
	assert.equal((await accept('one')).ending, 'applied');
	assert.equal(engine.show('one').document_version, 'v2');
});

test('approval-gate: a task that a person completed meanwhile is not written', async () => {
	const { engine, accept } = await waiting();
	await engine.complete('one', { service: 's', onBehalfOf: 'o', trace: 't' });
	assert.deepEqual(outcome(await accept('one')), ['left', 'task-closed']);
	assert.equal(engine.history.length, 0);
});

for (const [what, keyed, says] of [
	['missed', undefined, /planted error, missed/],
	['caught', '2026-12-31', /planted error, caught/],
] as const) {
	test(`approval-gate: a seeded record is never written when it is ${what}`, async () => {
		const { extraction, engine } = await waiting();
		extraction.plantSeed('one', 'valid_until', '2026-12-13');
		let { digest } = extraction.take('one', REVIEWER);
		for (const name of OPEN) extraction.confirm('one', REVIEWER, name);
		if (keyed)
			({ digest } = extraction.key('one', REVIEWER, 'valid_until', keyed, 'misread-character'));
		const run = await extraction.accept('one', REVIEWER, digest);
		assert.deepEqual(outcome(run), ['left', 'planted-record']);
		assert.match(run.steps.at(-1)?.says ?? '', says);
		assert.equal(engine.history.length, 0);
		assert.match(extraction.seedReport()[0] ?? '', keyed ? /^1 of 1/ : /^0 of 1/);
	});
}

test('approval-gate: a second missed error of ten says what to do', async () => {
	const { extraction, accept } = await staged({
		tasks: { a: newTask({ documentId: 'a' }), b: newTask({ documentId: 'b' }) },
		documents: { a: newDocument({ digest: 'a' }), b: newDocument({ digest: 'b' }) },
	});
	for (const item of ['a', 'b']) {
		assert.equal(extraction.seedReport().length, 1);
		await extraction.handle(item);
		extraction.plantSeed(item, 'valid_until', '2026-12-13');
		await accept(item);
	}
	assert.match(extraction.seedReport()[1] ?? '', /slow the queue/);
});

test('incident-playbook: the switch stops a write that was accepted, and the record is kept', async () => {
	let on = true;
	const { engine, accept, services } = await waiting({ killSwitch: switchOver(() => on) });
	on = false;
	assert.deepEqual(outcome(await accept('one')), ['left', 'switched-off']);
	assert.equal(engine.history.length, 0);
	assert.equal(services.held.waiting().length, 1);
	on = true;
	assert.equal((await accept('one')).ending, 'applied');
});

test('human-override: a refused document is left to people from then on', async () => {
	const { extraction, engine } = await waiting();
	const { digest } = extraction.take('one', REVIEWER);
	assert.equal(extraction.refuse('one', REVIEWER, digest).ending, 'left');
	assert.deepEqual(outcome(await extraction.handle('one')), ['left', 'taken-by-person']);
	assert.equal(engine.history.length, 0);
});

test('human-override: a person who decides elsewhere during the review comes first', async () => {
	const { accept, engine, services } = await waiting();
	const about = { item: 'one', trace: 't', by: 'reviewer-05', before: {}, after: {} };
	services.overrides.record({ ...about, word: 'taken-over' });
	assert.deepEqual(outcome(await accept('one')), ['left', 'taken-by-person']);
	assert.equal(engine.history.length, 0);
});

test('abuse-monitoring: more than 60 acceptances in an hour by one reviewer tell security', async () => {
	const ids = Array.from({ length: 61 }, (_, index) => `c${index}`);
	// Time moves, so that the calls of a minute are no limit here.
	const clock = fixedClock('2026-11-20T09:00:00Z');
	const { extraction, accept, audited } = await staged({
		clock,
		gateway: scripted(),
		tasks: Object.fromEntries(ids.map((id) => [id, newTask({ documentId: id })])),
		documents: Object.fromEntries(ids.map((id) => [id, newDocument({ digest: id })])),
	});
	for (const [index, id] of ids.entries()) {
		if (index % 20 === 0) clock.move(2);
		await extraction.handle(id);
		assert.equal(audited('alert').length, 0);
		assert.equal((await accept(id)).ending, 'applied');
	}
	assert.match(String(audited('alert')[0]?.says), /More than 60 times "accepted"/);
});
