import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { fixedClock } from './clock.ts';
import { switchOver } from './controls/kill-switch-rollback.ts';
import { ROOT } from './root.ts';
import { GOOD, NOW, newMeeting, request, type Stage, scripted, staged } from './testing.ts';

const points = [{ point: 'The door of Bo is open.', quote: 'the door stays shut' }];

/** A drafted list of three lines: a decision, an action of P2, an open point. */
async function drafted(stage: Stage = {}) {
	const clock = fixedClock(NOW);
	const gateway = scripted({ ...GOOD, openPoints: points });
	const opened = await staged({ gateway, clock, ...stage });
	const run = await opened.followUps.handle(request);
	const digestOf = (id: string, { lines }: ReturnType<typeof opened.followUps.review>) =>
		lines.find((line) => line.id === id)?.digest ?? '';
	return { ...opened, clock, run, digestOf };
}

/** The list with its first two lines accepted and the third dropped. */
async function accepted(stage: Stage = {}) {
	const opened = await drafted(stage);
	const review = opened.followUps.review('one', 'user-01');
	for (const id of ['L1', 'L2']) await review.accept(id, opened.digestOf(id, review));
	await review.drop('L3');
	return { ...opened, review };
}

test('human-override: no email before the last line is decided, and then one without recipients', async () => {
	const { followUps, mail, digestOf } = await drafted();
	const review = followUps.review('one', 'user-01');
	await review.accept('L1', digestOf('L1', review));
	await review.drop('L3');
	assert.deepEqual(mail.history, []);
	await review.accept('L2', digestOf('L2', review));
	assert.deepEqual(
		mail.history.map(({ after }) => Object.keys(after)),
		[['draftSubject', 'draftBody']],
	);
	const { draftSubject, draftBody } = mail.show('one');
	assert.equal(draftSubject, 'Follow-up: Keys of Ada Quillby');
	assert.match(String(draftBody), /- Count the keys\. Bo Tarrowby, 2026-11-23\./);
	assert.doesNotMatch(String(draftBody), /is open|\bP\d/);
	assert.deepEqual(review.email()?.saved, true);
});

test('human-override: the organiser reads marks next to quotes, with a legend', async () => {
	const { followUps } = await drafted();
	const { lines, legend } = followUps.review('one', 'user-01');
	assert.deepEqual(
		lines.map(({ line }) => line.quote),
		['the door stays shut', 'I will count the keys by Monday', 'the door stays shut'],
	);
	assert.deepEqual(legend, [['P2', 'Bo Tarrowby']]);
});

test('human-override: nobody but the organiser decides, and only on the text that was shown', async () => {
	const { followUps, mail } = await drafted();
	assert.throws(() => followUps.review('one', 'user-02'), { reason: 'not-decided' });
	assert.throws(() => followUps.review('two', 'user-01'), { reason: 'not-decided' });
	const review = followUps.review('one', 'user-01');
	await assert.rejects(review.accept('L1', 'another digest'), { reason: 'not-approved' });
	await assert.rejects(review.accept('L9', ''), { reason: 'not-decided' });
	assert.deepEqual(mail.history, []);
});

test('human-override: a line that was shown too long ago must be shown again', async () => {
	const { followUps, clock, digestOf } = await drafted();
	const review = followUps.review('one', 'user-01');
	clock.move(4321);
	await assert.rejects(review.accept('L1', digestOf('L1', review)), { reason: 'not-approved' });
});

test('human-override: a changed line needs no reason, one call, and is the organiser\u2019s own', async () => {
	const { followUps, mail } = await drafted();
	const review = followUps.review('one', 'user-01');
	await review.drop('L1');
	await review.drop('L3');
	await review.change('L2', { owner: 'P1', due: undefined, dueWords: undefined });
	assert.match(String(mail.show('one').draftBody), /Count the keys\. Ada Quillby, no day\./);
});

test('human-override: a line that was missing is added and is in the email', async () => {
	const { review, mail } = await accepted();
	await review.add({ kind: 'action', text: 'Order badges', quote: '', owner: 'P1' });
	assert.match(String(mail.show('one').draftBody), /Order badges\. Ada Quillby/);
});

test('human-override: a person named in a line refuses it, and it is removed from the email at once', async () => {
	const { followUps, mail } = await accepted();
	const run = await followUps.refuseLine('one', 'L2', 'user-02');
	assert.equal(run.ending, 'applied');
	assert.doesNotMatch(String(mail.show('one').draftBody), /Count the keys/);
});

test('human-override: nobody refuses a line of others, one not accepted, or one of last week', async () => {
	const { followUps, clock } = await accepted();
	for (const [line, person] of [
		['L1', 'user-02'],
		['L2', 'user-01'],
		['L2', 'user-09'],
		['L3', 'user-02'],
	] as const) {
		await assert.rejects(followUps.refuseLine('one', line, person), { reason: 'not-refused' });
	}
	clock.move(8 * 24 * 60);
	await assert.rejects(followUps.refuseLine('one', 'L2', 'user-02'), { reason: 'not-refused' });
});

test('human-override: a line can still be refused on the fifth working day', async () => {
	const { followUps, clock } = await accepted();
	clock.move(7 * 24 * 60);
	assert.equal((await followUps.refuseLine('one', 'L2', 'user-02')).ending, 'applied');
});

test('human-override: after a review the pattern does not draft again', async () => {
	const { followUps, engine } = await accepted();
	assert.equal((await followUps.handle(request)).reason, 'taken-by-person');
	assert.equal(engine.history.length, 1);
});

for (const [what, stop] of [
	['the mail system is down', ({ mail }) => mail.setDown(true)],
	['the grant has ended', ({ clock }) => clock.move(71 * 60)],
] as [string, (stage: Awaited<ReturnType<typeof drafted>>) => void][]) {
	test(`access-control: when ${what} the mail is shown for copying and not kept`, async () => {
		const stage = await drafted();
		stop(stage);
		const review = stage.followUps.review('one', 'user-01');
		for (const id of ['L1', 'L2', 'L3']) await review.accept(id, stage.digestOf(id, review));
		assert.equal(review.email()?.saved, false);
		assert.match(review.email()?.copy.draftBody ?? '', /Bo Tarrowby/);
		assert.deepEqual(stage.mail.history, []);
		assert.doesNotMatch(stage.lines.join('\n'), /Tarrowby/);
	});
}

test('incident-playbook: with the switch off an accepted list is shown and not written', async () => {
	let on = true;
	const stage = await drafted({ killSwitch: switchOver(() => on) });
	on = false;
	const review = stage.followUps.review('one', 'user-01');
	for (const id of ['L1', 'L2', 'L3']) await review.drop(id);
	assert.equal(review.email()?.saved, false);
	assert.deepEqual(stage.mail.history, []);
});

test('incident-playbook: the runbook names the setting that the code reads', () => {
	const runbook = readFileSync(join(ROOT, 'runbooks/incident.md'), 'utf8');
	const { setting } = parse(readFileSync(join(ROOT, 'policy/switch.yaml'), 'utf8'));
	assert.ok(runbook.includes(`${setting} = false`));
});

test('data-loss-prevention: corrections and what people did are kept in marks', async () => {
	const { followUps, services, lines } = await drafted();
	const review = followUps.review('one', 'user-01');
	await review.change('L2', { text: 'Ada counts with Bo Tarrowby' });
	await review.drop('L1');
	assert.deepEqual(
		followUps.corrections().map(({ state, before, after }) => [state, before, after]),
		[
			['rejected', 'The door stays shut.', 'dropped'],
			['edited', 'Count the keys. P2, 2026-11-23.', 'P1 counts with P2. P2, 2026-11-23.'],
		],
	);
	const kept = JSON.stringify(services.overrides.all()) + lines.join('\n');
	assert.doesNotMatch(kept, /Tarrowby/);
});

test('feedback-channel: a report has the trace of the list it is about', async () => {
	const { followUps, run, audited } = await accepted();
	assert.equal(followUps.report('one', 'user-02')?.trace, run.trace);
	assert.deepEqual(
		audited('feedback').map((line) => [line.trace, line.to, line.answerBy]),
		[[run.trace, 'Service quality lead', '2026-12-04']],
	);
});

test('the organiser is reminded of a draft after two days, and not of a decided one', async () => {
	const open = await drafted();
	const done = await accepted();
	for (const { clock } of [open, done]) clock.move(2 * 24 * 60);
	assert.deepEqual([open.followUps.reminders(), done.followUps.reminders()], [['one'], []]);
});

test('a list without lines asks nobody for anything', async () => {
	const gateway = scripted({ ...GOOD, decisions: [], actions: [] });
	const { followUps } = await staged({ gateway, meetings: { one: newMeeting() } });
	assert.equal((await followUps.handle(request)).ending, 'applied');
	assert.deepEqual(followUps.undecided(), []);
});
