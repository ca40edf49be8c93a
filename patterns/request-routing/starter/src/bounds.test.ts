import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from './clock.ts';
import { switchOver } from './controls/kill-switch-rollback.ts';
import { GOOD, newRequest, outcome, scripted, staged } from './testing.ts';

test('incident-playbook: with the switch off the rules continue and the rest goes to the front desk', async () => {
	const gateway = scripted(GOOD);
	const { routing, desk } = await staged({
		gateway,
		killSwitch: switchOver(() => false),
		requests: { row: newRequest({ topic: 'badge' }), rest: newRequest() },
	});
	assert.equal((await routing.handle('row')).ending, 'applied');
	const rest = await routing.handle('rest');
	assert.deepEqual(outcome(rest), ['held', 'switched-off']);
	assert.equal(rest.steps.find(({ kind }) => kind === 'refused')?.control, 'incident-playbook');
	assert.deepEqual(
		[desk.show('row').queue, desk.show('rest').queue],
		['badge-office', 'front-desk'],
	);
	assert.equal(gateway.calls.length, 0);
});

test('incident-playbook: turned off while the model answers, its answer is not used', async () => {
	const inner = scripted(GOOD);
	let on = true;
	const ask: typeof inner.ask = (call) => {
		on = false;
		return inner.ask(call);
	};
	const { routing, desk } = await staged({
		gateway: { about: 'slow', ask },
		killSwitch: switchOver(() => on),
	});
	assert.deepEqual(outcome(await routing.handle('one')), ['held', 'switched-off']);
	assert.equal(desk.show('one').queue, 'front-desk');
});

test('model-version-pinning: a choice of another version is not used', async () => {
	const inner = scripted(GOOD);
	const ask: typeof inner.ask = async (call) => ({ ...(await inner.ask(call)), model: 'newer' });
	const { routing, desk } = await staged({ gateway: { about: 'moved', ask } });
	assert.deepEqual(outcome(await routing.handle('one')), ['held', 'model-changed']);
	assert.equal(desk.show('one').queue, 'front-desk');
});

test('rate-spend-limits: after 30 calls in a minute the front desk gets what no row matches', async () => {
	const ids = Array.from({ length: 31 }, (_, index) => `r${index}`);
	const requests = Object.fromEntries(ids.map((id) => [id, newRequest()]));
	const { routing } = await staged({ requests });
	const runs = [];
	for (const id of ids) runs.push(outcome(await routing.handle(id)));
	assert.deepEqual(runs.slice(-2), [
		['applied', undefined],
		['held', 'call-limit'],
	]);
});

test('access-control: when the delegation has ended nothing is read or written', async () => {
	const { routing, audited } = await staged({ clock: fixedClock('2027-03-01T09:00:00Z') });
	assert.deepEqual(outcome(await routing.handle('one')), ['left', 'delegation-ended']);
	assert.deepEqual(audited('touch'), []);
});

test('access-control: the requester is never read, and every read or write names service, owner and trace', async () => {
	const { routing, engine, audited } = await staged();
	const { trace } = await routing.handle('one');
	const touches = audited('touch');
	assert.ok(touches.length >= 5);
	for (const touch of touches) {
		assert.deepEqual(
			[touch.service, touch.onBehalfOf, touch.trace],
			['routing-worker', 'Queue owners', trace],
		);
	}
	assert.doesNotMatch(JSON.stringify(touches), /requester|chair/);
	const caller = { service: 's', onBehalfOf: 'o', trace: 't' };
	await assert.rejects(engine.read('one', ['requester'], caller), { reason: 'not-granted' });
});

test('data-classification: a form that is not connected is left, its text unread', async () => {
	const requests = { one: newRequest({ form: 'people-matters' }) };
	const { routing, desk, audited } = await staged({ requests });
	assert.deepEqual(outcome(await routing.handle('one')), ['left', 'form-not-connected']);
	assert.equal(desk.history.length, 0);
	assert.doesNotMatch(JSON.stringify(audited('touch')), /title|text/);
});

test('prompt-response-logging: without a trace id no queue is written', async () => {
	const { routing, desk } = await staged({
		change: (services) => {
			const { telemetry } = services;
			const start: typeof telemetry.start = (name) => ({ ...telemetry.start(name), trace: '' });
			return { ...services, telemetry: { ...telemetry, start } };
		},
	});
	assert.deepEqual(outcome(await routing.handle('one')), ['left', 'no-trace']);
	assert.equal(desk.history.length, 0);
});

test('prompt-response-logging: when the log cannot be written no queue is either', async () => {
	const writeAudit = () => {
		throw new Error('The disk is full.');
	};
	const { routing, desk } = await staged({ writeAudit });
	await assert.rejects(routing.handle('one'), /disk is full/);
	assert.equal(desk.history.length, 0);
});

test('an unexpected failure goes to the front desk, and its text is not logged', async () => {
	const ask = async () => {
		throw new TypeError('My desk chair is broken.');
	};
	const { routing, desk, lines } = await staged({ gateway: { about: 'broken', ask } });
	assert.deepEqual(outcome(await routing.handle('one')), ['held', 'failed']);
	assert.equal(desk.show('one').queue, 'front-desk');
	assert.doesNotMatch(lines.join('\n'), /chair/);
});

test('when the service desk does not answer, the request waits where it arrived', async () => {
	const stage = await staged({
		gateway: {
			about: 'slow',
			ask: async () => {
				stage.desk.setDown(true);
				return { text: '{}', model: 'x', inputTokens: 0, outputTokens: 0 };
			},
		},
	});
	const { steps } = await stage.routing.handle('one');
	assert.equal(steps.at(-1)?.says, 'Nothing is written. service-desk does not answer.');
	assert.equal(stage.services.held.waiting().length, 1);
});

test('data-loss-prevention: a password in the text goes to the front desk before the model', async () => {
	const gateway = scripted(GOOD);
	const text = 'Your colleague changed my password to "Meadow-Gate-42", my desk chair is broken.';
	const { routing, lines } = await staged({ gateway, requests: { one: newRequest({ text }) } });
	assert.deepEqual(outcome(await routing.handle('one')), ['held', 'sensitive-data-left']);
	assert.equal(gateway.calls.length, 0);
	assert.doesNotMatch(lines.join('\n'), /Meadow/);
});
