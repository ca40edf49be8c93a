import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../clock.ts';
import { openGate } from './approval-gate.ts';

const clock = fixedClock('2026-11-20T09:00:00Z');
const never = () => assert.fail('it was done');
const opened = () => {
	const gate = openGate<{ note: string }>({ validMinutes: 60 }, clock);
	return { gate, proposal: gate.propose('n1', { note: 'Called.' }, 'agent-7') };
};

test('approval-gate: an accepted action is done once', () => {
	const { gate, proposal } = opened();
	gate.decide('n1', 'agent-7', 'accept', proposal.digest);
	assert.equal(
		gate.perform('n1', ({ note }) => note),
		'Called.',
	);
	assert.throws(() => gate.perform('n1', ({ note }) => note), /no open proposal/);
});

test('approval-gate: nothing is done before, or after a rejection', () => {
	const { gate, proposal } = opened();
	assert.throws(() => gate.perform('n1', never), /Nobody has accepted/);
	gate.decide('n1', 'agent-7', 'reject', proposal.digest);
	assert.throws(() => gate.perform('n1', never), /no open proposal/);
});

test('approval-gate: another person, or another text, is refused', () => {
	const { gate, proposal } = opened();
	assert.throws(
		() => gate.decide('n1', 'agent-8', 'accept', proposal.digest),
		/not for this person/,
	);
	assert.throws(
		() => gate.decide('n1', 'agent-7', 'accept', 'other'),
		/not the text that was shown/,
	);
	assert.throws(() => gate.perform('n1', never), /Nobody has accepted/);
});

test('approval-gate: changing the action after it was shown changes nothing', () => {
	const { gate, proposal } = opened();
	proposal.action.note = 'Paid.';
	gate.decide('n1', 'agent-7', 'accept', proposal.digest);
	assert.equal(
		gate.perform('n1', ({ note }) => note),
		'Called.',
	);
});

test('approval-gate: an acceptance expires', () => {
	const { gate, proposal } = opened();
	gate.decide('n1', 'agent-7', 'accept', proposal.digest);
	clock.move(61);
	assert.throws(() => gate.perform('n1', never), /older than 60 minutes/);
});
