import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from './clock.ts';
import { switchOver } from './controls/kill-switch-rollback.ts';
import type { Run } from './run/run.ts';
import { GOOD, NOW, newMeeting, request, scripted, staged } from './testing.ts';

const outcome = ({ ending, reason }: Run) => [ending, reason];
const many = (count: number, more: Readonly<Record<string, unknown>> = {}) =>
	Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${index}`, newMeeting(more)]));

for (const [what, more, by, reason] of [
	['by someone who did not run it', {}, 'user-02', 'not-organiser'],
	['without a grant', { grantedBy: null, grantedAt: null }, 'user-01', 'no-grant'],
	['with the grant of another', { grantedBy: 'user-02' }, 'user-01', 'no-grant'],
	['with a grant of four days ago', { grantedAt: '2026-11-16T15:00:00Z' }, 'user-01', 'no-grant'],
	['with guests from outside', { guests: true }, 'user-01', 'not-internal'],
	['without the notice on its invitation', { notice: false }, 'user-01', 'no-notice'],
] as const) {
	test(`access-control: a meeting asked for ${what} is left, its record unread`, async () => {
		const gateway = scripted(GOOD);
		const { followUps, audited } = await staged({ gateway, meetings: { one: newMeeting(more) } });
		assert.deepEqual(outcome(await followUps.handle({ ...request, by })), ['left', reason]);
		assert.equal(gateway.calls.length, 0);
		assert.doesNotMatch(JSON.stringify(audited('touch')), /text|attended|title/);
	});
}

test('access-control: a grant that ends while the model answers stops the draft', async () => {
	const clock = fixedClock(NOW);
	const inner = scripted(GOOD);
	const ask: typeof inner.ask = (call) => {
		clock.move(72 * 60);
		return inner.ask(call);
	};
	const { followUps, engine } = await staged({ gateway: { about: 'slow', ask }, clock });
	assert.deepEqual(outcome(await followUps.handle(request)), ['left', 'no-grant']);
	assert.deepEqual(engine.history, []);
});

test('access-control: when the groups were not confirmed in time nothing is read', async () => {
	const { followUps, audited } = await staged({ clock: fixedClock('2027-06-01T09:00:00Z') });
	assert.deepEqual(outcome(await followUps.handle(request)), ['left', 'delegation-ended']);
	assert.deepEqual(audited('touch'), []);
});

test('access-control: every read or write names the service, the organiser and the trace, and no value', async () => {
	const { followUps, audited } = await staged();
	const { trace } = await followUps.handle(request);
	const touches = audited('touch');
	assert.ok(touches.length >= 6);
	for (const touch of touches) {
		assert.deepEqual(
			[touch.service, touch.onBehalfOf, touch.trace],
			['meeting-actions-worker', 'user-01', trace],
		);
	}
	assert.doesNotMatch(JSON.stringify(touches), /keys|door/);
});

test('access-control: no variable but the four can be set, and no recipient', async () => {
	const { mail, engine } = await staged();
	const caller = { service: 's', onBehalfOf: 'o', trace: 't' };
	for (const writing of [
		() => mail.write('one', { to: 'a@mail.example' }, caller),
		() => mail.write('one', { notice: true }, caller),
		() => engine.write('one', { present: [] }, caller),
	]) {
		await assert.rejects(writing, { reason: 'not-granted' });
	}
});

for (const tag of ['restricted', 'human-resources']) {
	test(`data-classification: the record of a meeting tagged ${tag} is never read`, async () => {
		const { followUps, audited } = await staged({ meetings: { one: newMeeting({ tags: [tag] }) } });
		assert.deepEqual(outcome(await followUps.handle(request)), ['left', 'never-read']);
		assert.doesNotMatch(JSON.stringify(audited('touch')), /text|attended|title/);
	});
}

test('role-training: an organiser who is not on the record gets no list', async () => {
	const one = newMeeting({ organiser: 'user-99', grantedBy: 'user-99' });
	const { followUps, audited } = await staged({ meetings: { one } });
	const run = await followUps.handle({ ...request, by: 'user-99' });
	assert.deepEqual(outcome(run), ['left', 'not-trained']);
	assert.deepEqual(audited('touch'), []);
});

test('abuse-monitoring: a request for the meeting of somebody else tells security at once', async () => {
	const { followUps, audited } = await staged();
	const { trace } = await followUps.handle({ ...request, by: 'user-02' });
	assert.deepEqual(
		audited('alert').map(({ tell, traces }) => [tell, traces]),
		[['Security operations', [trace]]],
	);
});

test('rate-spend-limits: after 25 meetings of a person in a day no more, and security is told', async () => {
	const clock = fixedClock('2026-11-20T09:00:00Z');
	const { followUps, audited } = await staged({ meetings: many(27), clock });
	const runs: Run[] = [];
	for (let index = 0; index < 26; index += 1) {
		clock.move(1);
		runs.push(await followUps.handle({ ...request, meeting: `m${index}` }));
	}
	assert.deepEqual(runs.slice(24).map(outcome), [
		['applied', undefined],
		['left', 'person-limit'],
	]);
	assert.equal(audited('alert').length, 1);
	clock.move(24 * 60);
	const next = await followUps.handle({ ...request, meeting: 'm26' });
	assert.equal(next.ending, 'applied');
});

test('rate-spend-limits: after 20 calls in a minute notes are typed by hand', async () => {
	const gateway = scripted(GOOD);
	const { followUps } = await staged({ gateway, meetings: many(21) });
	for (let index = 0; index < 20; index += 1) {
		await followUps.handle({ ...request, meeting: `m${index}` });
	}
	const last = await followUps.handle({ ...request, meeting: 'm20' });
	assert.deepEqual(outcome(last), ['left', 'call-limit']);
	assert.equal(gateway.calls.length, 20);
});

test('rate-spend-limits: at 80% of the budget series wait and single meetings continue', async () => {
	const meetings = { ...many(2), weekly: newMeeting({ series: 'weekly' }) };
	const { followUps, services } = await staged({ meetings });
	services.limits.spend({ inputTokens: 19_500_000, outputTokens: 0 });
	const weekly = await followUps.handle({ ...request, meeting: 'weekly' });
	assert.deepEqual(outcome(weekly), ['left', 'series-paused']);
	assert.equal((await followUps.handle({ ...request, meeting: 'm0' })).ending, 'applied');
	services.limits.spend({ inputTokens: 19_500_000, outputTokens: 0 });
	const last = await followUps.handle({ ...request, meeting: 'm1' });
	assert.deepEqual(outcome(last), ['left', 'spend-limit']);
});

test('incident-playbook: with the switch off nothing is read, sent or written', async () => {
	const gateway = scripted(GOOD);
	const { followUps, engine, audited } = await staged({
		gateway,
		killSwitch: switchOver(() => false),
	});
	assert.deepEqual(outcome(await followUps.handle(request)), ['left', 'switched-off']);
	assert.equal(audited('touch').length + gateway.calls.length + engine.history.length, 0);
});

test('incident-playbook: the switch stops a meeting that has started, before call and before draft', async () => {
	for (const answersBefore of [0, 1]) {
		const gateway = scripted(GOOD);
		let reads = 0;
		// On at the start; off from the call on, or from the draft on.
		const killSwitch = switchOver(() => reads++ <= answersBefore);
		const { followUps, engine } = await staged({ gateway, killSwitch });
		assert.deepEqual(outcome(await followUps.handle(request)), ['left', 'switched-off']);
		assert.equal(gateway.calls.length, answersBefore);
		assert.deepEqual(engine.history, []);
	}
});

test('model-version-pinning: a list of another version is not used', async () => {
	const inner = scripted(GOOD);
	const ask: typeof inner.ask = async (call) => ({ ...(await inner.ask(call)), model: 'newer' });
	const { followUps, engine } = await staged({ gateway: { about: 'moved', ask } });
	assert.deepEqual(outcome(await followUps.handle(request)), ['held', 'model-changed']);
	assert.deepEqual(engine.history, []);
});

test('a request waits while the engine is down, and is dropped after a day', async () => {
	const clock = fixedClock('2026-11-20T09:00:00Z');
	const { followUps, engine } = await staged({ clock, meetings: many(2) });
	engine.setDown(true);
	const down = await followUps.handle({ ...request, meeting: 'm0' });
	assert.deepEqual(outcome(down), ['left', 'engine-down']);
	clock.move(23 * 60);
	await followUps.handle({ ...request, meeting: 'm1' });
	clock.move(60);
	engine.setDown(false);
	const { runs, dropped } = await followUps.retry();
	assert.deepEqual(dropped, ['m0']);
	assert.deepEqual(runs.map(outcome), [['applied', undefined]]);
	assert.deepEqual(await followUps.retry(), { runs: [], dropped: [] });
});

test('with the mail system down the organiser is asked for notes', async () => {
	const { followUps, mail } = await staged();
	mail.setDown(true);
	assert.deepEqual(outcome(await followUps.handle(request)), ['held', 'record-unreadable']);
});
