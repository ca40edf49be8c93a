import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { DAY, fixedClock, MINUTE } from './clock.ts';
import { switchOver } from './controls/kill-switch-rollback.ts';
import { ROOT } from './root.ts';
import { GOOD, newInteraction, outcome, scripted, staged } from './testing.ts';

const empty = {
	note_summary: null,
	note_outcome: null,
	note_facts: null,
	note_commitments: null,
	note_opportunity: null,
	note_trace_id: null,
};

for (const [who, by] of [
	['the owner', 'owner-01'],
	['a team lead', 'lead-01'],
] as const) {
	test(`human-override: ${who} brings the version before back, without a reason and with the switch off`, async () => {
		let on = true;
		const stage = await staged({ killSwitch: switchOver(() => on) });
		const { trace } = await stage.draft();
		await stage.accept();
		on = false;
		const run = await stage.notes.undo('one', by);
		assert.deepEqual([run.reason, run.trace], [undefined, trace]);
		assert.deepEqual(stage.crm.show('one'), empty);
		assert.deepEqual(
			stage.audited('person').map((line) => line.word),
			['accepted', 'undone'],
		);
		const [, write] = stage.audited('touch').filter(({ access, connector }) => {
			return access === 'write' && connector === 'crm';
		});
		assert.equal(write?.onBehalfOf, by);
	});
}

test('human-override: with the CRM down nothing is undone, the owner is told, and it can be tried again', async () => {
	const { draft, accept, crm, notes } = await staged();
	await draft();
	await accept();
	crm.setDown(true);
	assert.deepEqual(outcome(await notes.undo('one', 'owner-01')), ['left', 'crm-down']);
	crm.setDown(false);
	assert.equal((await notes.undo('one', 'owner-01')).ending, 'applied');
	assert.deepEqual(crm.show('one'), empty);
});

test('human-override: a second note undone leaves the first', async () => {
	const { draft, accept, crm, notes } = await staged();
	await draft();
	await accept();
	const first = crm.show('one');
	await draft();
	await accept();
	assert.notDeepEqual(crm.show('one'), first);
	await notes.undo('one', 'owner-01');
	assert.deepEqual(crm.show('one'), first);
});

test('human-override: a colleague cannot undo a note, and after 30 days nobody can', async () => {
	const clock = fixedClock('2026-11-20T09:00:00Z');
	const { draft, accept, crm, notes } = await staged({ clock });
	await draft();
	await accept();
	assert.equal((await notes.undo('one', 'owner-02')).reason, 'not-theirs');
	clock.move((30 * DAY) / MINUTE + 1);
	assert.equal((await notes.undo('one', 'owner-01')).reason, 'too-late');
	assert.equal(crm.history.length, 1);
});

test('human-override: after undoing, rejecting or editing, the pattern leaves the interaction alone', async () => {
	for (const act of ['undo', 'reject', 'edit'] as const) {
		const gateway = scripted();
		const { draft, accept, notes, crm } = await staged({ gateway });
		await draft();
		if (act === 'undo') await accept().then(() => notes.undo('one', 'owner-01'));
		if (act === 'reject') notes.reject('one', 'owner-01');
		if (act === 'edit') await accept({ f1: { word: 'drop' }, summary: { word: 'keep' } });
		const writes = crm.history.length;
		assert.deepEqual(outcome(await draft()), ['left', 'taken-by-person']);
		assert.deepEqual([gateway.calls.length, crm.history.length], [2, writes]);
	}
});

test('human-override: only its owner rejects a draft, and nothing is saved', async () => {
	const { draft, notes, crm, audited } = await staged();
	await draft();
	assert.equal(notes.reject('one', 'owner-02').reason, 'not-approved');
	assert.notEqual(notes.look('one'), undefined);
	assert.deepEqual(outcome(notes.reject('one', 'owner-01')), ['left', undefined]);
	assert.deepEqual([notes.look('one'), crm.history], [undefined, []]);
	assert.equal(audited('person').at(-1)?.word, 'rejected');
});

test('human-override: an abstention goes to the owner, who writes by hand', async () => {
	const abstention = {
		...GOOD,
		status: 'abstain',
		abstainReason: 'two-accounts',
		outcome: 'unclear',
	};
	const none = { opportunityId: null, facts: [], commitments: [], summary: '' };
	const gateway = scripted([{ ...abstention, ...none }]);
	const { draft, notes, services } = await staged({ gateway });
	assert.deepEqual(outcome(await draft()), ['held', 'abstained']);
	assert.equal(notes.look('one'), undefined);
	notes.takeHeld('one', 'owner-01');
	assert.equal(services.held.waiting().length, 0);
	assert.equal((await draft()).reason, 'taken-by-person');
});

test('role-training: somebody who is not on the record gets no draft and no held text', async () => {
	const gateway = scripted(['Hm.']);
	const participants = [
		{ id: 'owner-01', name: 'Kim Aldous' },
		{ id: 'owner-09', name: 'Lee Marlowe' },
	];
	const interactions = { one: newInteraction({ participants }) };
	const { draft, notes, services, audited } = await staged({ gateway, interactions });
	assert.deepEqual(outcome(await draft('one', 'owner-09')), ['left', 'not-trained']);
	assert.deepEqual([gateway.calls.length, audited('touch').length], [0, 0]);
	await draft();
	assert.throws(() => notes.takeHeld('one', 'owner-09'), { reason: 'not-trained' });
	assert.equal(services.held.waiting().length, 1);
});

test('incident-playbook: the runbook names the setting that the code reads', () => {
	const runbook = readFileSync(join(ROOT, 'runbooks/incident.md'), 'utf8');
	const { setting } = parse(readFileSync(join(ROOT, 'policy/switch.yaml'), 'utf8'));
	assert.ok(runbook.includes(`${setting} = false`));
	assert.match(runbook, /Customer Operations duty lead/);
});
