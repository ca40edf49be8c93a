import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Run } from './run/run.ts';
import { ACTION, GOOD, newMeeting, newProcess, request, scripted, staged } from './testing.ts';

const outcome = ({ ending, reason }: Run) => [ending, reason];

test('a sound meeting sets the four variables in marks, completes the own task, and nothing else', async () => {
	const { followUps, engine, mail } = await staged();
	const run = await followUps.handle(request);
	assert.deepEqual(outcome(run), ['applied', undefined]);
	const [change, ...more] = engine.history;
	assert.deepEqual(more, []);
	assert.deepEqual(Object.keys(change?.after ?? {}).sort(), [
		'draft_actions',
		'draft_decisions',
		'draft_open_points',
		'draft_trace_id',
	]);
	assert.equal(change?.after.draft_trace_id, run.trace);
	assert.match(JSON.stringify(change?.after.draft_actions), /"owner":"P2".*"due":"2026-11-23"/);
	const caller = { service: 's', onBehalfOf: 'o', trace: 't' };
	assert.deepEqual(await engine.read('one', ['ownTask'], caller), { ownTask: 'done' });
	assert.deepEqual(mail.history, []);
});

test('notes pasted into the form replace a record that is not there', async () => {
	const meetings = { one: newMeeting({ text: null }) };
	const notes = 'Agreed, the door stays shut.\nBo: I will count the keys by Monday';
	const { followUps } = await staged({ meetings });
	assert.deepEqual(outcome(await followUps.handle(request)), ['held', 'record-unreadable']);
	const again = await followUps.handle({ ...request, kind: 'notes', pasted: notes });
	assert.equal(again.ending, 'applied');
});

for (const [what, answer, reason] of [
	['no JSON', 'Nothing to do.', 'answer-rejected'],
	['another schema', { ...GOOD, mail: 'Dear all' }, 'answer-rejected'],
	[
		'only lines without ground',
		{ ...GOOD, decisions: [], actions: [{ ...ACTION, quote: 'I will buy all the keys' }] },
		'nothing-proven',
	],
] as const) {
	test(`output-validation: ${what} is asked for once more with the reason, then the organiser writes the list`, async () => {
		const gateway = scripted(answer);
		const { followUps, engine } = await staged({ gateway });
		assert.deepEqual(outcome(await followUps.handle(request)), ['held', reason]);
		assert.equal(gateway.calls.length, 2);
		const again = gateway.calls[1]?.messages.find(({ role }) => role === 'user')?.content ?? '';
		assert.match(again, /<last_problems>\n.{10,}\n<\/last_problems>/);
		assert.deepEqual(engine.history, []);
	});
}

test('output-validation: a second answer that passes is used', async () => {
	const { followUps } = await staged({ gateway: scripted('Hm.', GOOD) });
	assert.equal((await followUps.handle(request)).ending, 'applied');
});

test('output-validation: what is unsupported twice is removed, and the rest is drafted', async () => {
	const invented = { ...ACTION, quote: 'Finance will deliver the figures' };
	const gateway = scripted({ ...GOOD, actions: [invented, { ...ACTION, owner: 'P7' }] });
	const { followUps, engine } = await staged({ gateway });
	const run = await followUps.handle(request);
	assert.equal(run.ending, 'applied');
	const [action, ...more] = JSON.parse(JSON.stringify(engine.show('one').draft_actions));
	assert.deepEqual([action.owner, action.ownerGap, more], [undefined, 'absent', []]);
});

test('human-override: an abstention goes to the organiser, and nothing is written', async () => {
	const lists = { decisions: [], actions: [], openPoints: [] };
	const answer = { ...GOOD, ...lists, status: 'abstain', abstainReason: 'too-little' };
	const { followUps, engine, services } = await staged({ gateway: scripted(answer) });
	assert.deepEqual(outcome(await followUps.handle(request)), ['held', 'abstained']);
	assert.deepEqual(engine.history, []);
	followUps.takeHeld('one', 'user-01');
	assert.equal(services.held.waiting().length, 0);
	assert.equal((await followUps.handle(request)).reason, 'taken-by-person');
});

for (const ownTask of ['by-hand', 'done']) {
	test(`human-override: a process whose task is ${ownTask} is left alone`, async () => {
		const gateway = scripted(GOOD);
		const { followUps, engine } = await staged({
			gateway,
			processes: { one: newProcess({ ownTask }) },
		});
		assert.deepEqual(outcome(await followUps.handle(request)), ['left', 'taken-by-person']);
		assert.equal(gateway.calls.length + engine.history.length, 0);
	});
}

test('human-override: a list written by hand while the model answers comes first', async () => {
	const inner = scripted(GOOD);
	const caller = { service: 's', onBehalfOf: 'o', trace: 't' };
	const stage = await staged({
		gateway: {
			about: 'slow',
			ask: async (call) => {
				await stage.engine.completeTask('one', caller);
				return inner.ask(call);
			},
		},
	});
	assert.deepEqual(outcome(await stage.followUps.handle(request)), ['left', 'taken-by-person']);
	assert.deepEqual(stage.engine.history, []);
});

test('abuse-monitoring: instructions the second time in one series tell security, with the traces', async () => {
	const meeting = newMeeting({ series: 'weekly' });
	const meetings = { a: meeting, b: newMeeting({ series: 'other' }), c: meeting };
	const gateway = scripted({ ...GOOD, instructionsInRecord: true });
	const { followUps, audited } = await staged({ gateway, meetings });
	const runs: Run[] = [];
	for (const id of ['a', 'b', 'c']) runs.push(await followUps.handle({ ...request, meeting: id }));
	const [alert, ...more] = audited('alert');
	assert.deepEqual(more, []);
	assert.equal(alert?.tell, 'Security operations');
	assert.deepEqual(alert?.traces, [runs[0]?.trace, runs[2]?.trace]);
});

test('abuse-monitoring: an answer with words of the prompt is not used, and security is told', async () => {
	const gateway = scripted({
		...GOOD,
		decisions: [
			{ decision: 'A promise that nobody made does harm.', quote: 'the door stays shut' },
		],
	});
	const { followUps, audited, engine } = await staged({ gateway });
	assert.deepEqual(outcome(await followUps.handle(request)), ['held', 'prompt-in-answer']);
	assert.deepEqual(engine.history, []);
	assert.equal(audited('alert').length, 1);
});

test('abuse-monitoring: the words that are looked for are in the prompt', async () => {
	const gateway = scripted(GOOD);
	const { followUps } = await staged({ gateway });
	await followUps.handle(request);
	const system = gateway.calls[0]?.messages.find(({ role }) => role === 'system')?.content ?? '';
	for (const words of ['A promise that nobody made does harm', 'Fluency, rank and length']) {
		assert.ok(system.includes(words), words);
	}
});

test('an unexpected failure sends the meeting to its organiser', async () => {
	const ask = async () => {
		throw new TypeError('I will count the keys.');
	};
	const { followUps, lines } = await staged({ gateway: { about: 'broken', ask } });
	assert.deepEqual(outcome(await followUps.handle(request)), ['held', 'failed']);
	assert.doesNotMatch(lines.join('\n'), /count the keys/);
});

test('rate-spend-limits: a retry for an engine that is down does not count as a request of the person', async () => {
	const { followUps, engine, audited } = await staged();
	engine.setDown(true);
	await followUps.handle(request);
	for (let tries = 0; tries < 30; tries += 1) {
		const { runs } = await followUps.retry();
		assert.deepEqual(runs.map(outcome), [['left', 'engine-down']]);
	}
	assert.deepEqual(audited('alert'), []);
	engine.setDown(false);
	assert.deepEqual((await followUps.retry()).runs.map(outcome), [['applied', undefined]]);
});

test('role-training: only a person on the record can take a held meeting', async () => {
	const gateway = scripted({
		...GOOD,
		status: 'abstain',
		abstainReason: 'too-little',
		decisions: [],
		actions: [],
	});
	const { followUps, services } = await staged({ gateway });
	await followUps.handle(request);
	assert.throws(() => followUps.takeHeld('one', 'user-99'), { reason: 'not-trained' });
	assert.equal(services.held.waiting().length, 1);
	followUps.takeHeld('one', 'user-01');
	assert.equal(services.held.waiting().length, 0);
});
