import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Counted, openWeeks, weekOf } from './drift.ts';
import type { ListLine, State } from './follow-up.ts';
import { ROOT } from './root.ts';
import { request, scripted, staged } from './testing.ts';

const line = (state: State, owner?: string): ListLine => {
	const now = { kind: 'action' as const, text: 'Do it', quote: 'I do it', owner };
	return { id: 'L1', drafted: now, now, state };
};
const list = (more: Partial<Counted> = {}): Counted => ({
	organiser: 'user-01',
	kind: 'transcript',
	lines: [line('accepted', 'P1'), line('edited', 'P1'), line('rejected'), line('open', 'P1')],
	dropped: 0,
	openedAt: new Date('2026-11-20T09:00:00Z'),
	acceptedAt: new Date('2026-11-20T09:02:00Z'),
	...more,
});

test('drift-monitoring: the week counts lines by kind of record', () => {
	assert.deepEqual(weekOf([list({ dropped: 1 }), list({ kind: 'notes' })]), {
		share: { 'actions without an owner': 25 },
		corrected: {
			'transcript, by the check': 20,
			'transcript, by the organiser': 50,
			'notes, by the check': 0,
			'notes, by the organiser': 50,
		},
	});
});

test('drift-monitoring: seconds of a line are told for five organisers and never for fewer', () => {
	const weeks = openWeeks({ root: ROOT });
	for (const one of ['1', '2', '3', '4']) weeks.add(list({ organiser: one }));
	weeks.add(list({ organiser: '4' }));
	assert.equal(weeks.secondsPerLine(), undefined);
	weeks.add(list({ organiser: '5' }));
	assert.equal(weeks.secondsPerLine(), 30);
});

/** The starter with weeks frozen at release: a tenth of lines taken out or changed. */
function released(): string {
	const root = mkdtempSync(join(tmpdir(), 'starter-'));
	for (const name of [
		'policy',
		'prompts',
		'telemetry',
		'training',
		'runbooks',
		'catalogue.lock.json',
	])
		cpSync(join(ROOT, name), join(root, name), { recursive: true });
	const file = join(root, 'telemetry/drift.yaml');
	const frozen =
		'frozen: { share: { actions without an owner: 0 }, corrected: { "transcript, by the check": 10 } }';
	writeFileSync(file, readFileSync(file, 'utf8').replace('frozen: null', frozen));
	return root;
}

test('drift-monitoring: a rise of 3 points opens a review, one of 6 stops new drafts', async () => {
	const root = released();
	const lines = Array(17).fill(line('accepted', 'P1'));
	const weeks = openWeeks({ root });
	weeks.add(list({ lines, dropped: 3 }));
	assert.deepEqual(weeks.review(), ['transcript, by the check: 15% corrected, 10% when frozen.']);
	assert.doesNotThrow(weeks.assertNoHold);
	weeks.add(list({ lines, dropped: 5 }));
	assert.throws(weeks.assertNoHold, { reason: 'drift-hold' });
	rmSync(root, { recursive: true });
});

test('drift-monitoring: while the week is that far off, no meeting is drafted', async () => {
	const root = released();
	const twoOut = {
		status: 'list',
		abstainReason: null,
		decisions: [
			{ decision: 'The door stays shut.', quote: 'the door stays shut' },
			{ decision: 'The roof stays shut.', quote: 'the roof stays shut' },
		],
		actions: [],
		openPoints: [],
		more: false,
		sensitiveOmitted: false,
		instructionsInRecord: false,
	};
	const gateway = scripted(twoOut);
	const { followUps } = await staged({ root, gateway });
	assert.equal((await followUps.handle(request)).ending, 'applied');
	const run = await followUps.handle(request);
	assert.deepEqual([run.ending, run.reason], ['left', 'drift-hold']);
	assert.equal(gateway.calls.length, 2);
	rmSync(root, { recursive: true });
});
