import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, fixedClock, MINUTE } from './clock.ts';
import { readPolicy } from './policy/read-policy.ts';
import { openReading, reviewShape, seededShortfall } from './reading.ts';
import { ROOT } from './root.ts';
import { CONTRADICTED, GOOD, newInteraction, scripted, staged } from './testing.ts';
import { findRises } from './week.ts';

test('feedback-channel: every changed line is counted, with the reason that was picked or none', async () => {
	const missed = {
		side: 'theirs',
		what: 'call',
		quote: 'I will send you the volume terms by Monday.',
	};
	const gateway = scripted([GOOD], [{ ...CONTRADICTED, missed: [missed, missed] }]);
	const { draft, accept, notes } = await staged({ gateway });
	await draft();
	await accept({
		f1: { word: 'drop', reason: 'too-certain' },
		c1: { word: 'rewrite', text: 'send the terms', reason: 'Kim says so' },
		m1: { word: 'rewrite', text: 'call back' },
		m2: { word: 'drop' },
		outcome: { word: 'rewrite', text: 'unchanged' },
		summary: { word: 'keep' },
	});
	assert.deepEqual(
		notes.edits.all().map(({ line, word, reason }) => [line, word, reason]),
		[
			['outcome', 'rewrite', 'no-reason-given'],
			['f1', 'drop', 'too-certain'],
			['c1', 'rewrite', 'no-reason-given'],
			['m1', 'add', 'no-reason-given'],
		],
	);
});

test('feedback-channel: the second line of one kind in a week opens one ticket, answered in two working days', async () => {
	const interactions = Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, newInteraction()]));
	const clock = fixedClock('2026-11-16T09:00:00Z');
	const { draft, notes, audited } = await staged({ interactions, clock });
	const edited = async (id: string, reason?: string) => {
		const { trace } = await draft(id);
		notes.decide(id, 'owner-01', 'f1', { word: 'drop', ...(reason && { reason }) });
		notes.decide(id, 'owner-01', 'summary', { word: 'keep' });
		await notes.accept(id, 'owner-01', notes.look(id)?.digest ?? '');
		return trace;
	};
	await edited('a', 'too-certain');
	clock.move((8 * DAY) / MINUTE);
	await edited('b', 'too-certain');
	await edited('c');
	assert.equal(notes.edits.tickets().length, 0);
	const trace = await edited('d', 'too-certain');
	assert.deepEqual(
		audited('feedback').map((line) => [line.trace, line.to, line.answerBy]),
		[[trace, 'Customer Operations', '2026-11-26']],
	);
});

const policy = readPolicy(ROOT, 'policy/approval.yaml', reviewShape);

test('approval-gate: notes accepted faster than they can be read are reported for the team, above 5%', () => {
	const reading = openReading(policy);
	const text = 'word '.repeat(40);
	for (let note = 0; note < 20; note += 1) reading.accepted(text, 6);
	assert.deepEqual(reading.notices(), []);
	reading.accepted(text, 5.9);
	assert.deepEqual(reading.notices(), []);
	reading.accepted(text, 1);
	assert.match(reading.notices().join(), /^2 of 22 notes .*\(9%\)/);
});

test('approval-gate: the time of reading runs from the first look, and starts again when it ran out', async () => {
	const clock = fixedClock('2026-11-20T09:00:00Z');
	const { draft, accept, notes } = await staged({ clock });
	await draft();
	clock.move(1);
	notes.decide('one', 'owner-01', 'f1', { word: 'rewrite', text: 'Forty units are open.' });
	await accept({ summary: { word: 'keep' } });
	assert.deepEqual(notes.reading(), []);
	const hasty = await staged();
	await hasty.draft();
	await hasty.accept();
	assert.equal(hasty.notes.reading().length, 1);
});

test('approval-gate: of ten planted drafts nine must be caught', () => {
	const month = (caught: number, of = 10) =>
		Array.from({ length: of }, (_, index) => index < caught);
	assert.equal(seededShortfall(month(9), policy), undefined);
	assert.match(seededShortfall(month(8), policy) ?? '', /8 of 10 planted drafts/);
	assert.match(seededShortfall(month(4, 4), policy) ?? '', /4 drafts were planted/);
});

test('approval-gate: reports of planted drafts are compared with the number in the policy', async () => {
	const { notes } = await staged();
	assert.match(notes.plantedShortfall() ?? '', /^0 drafts were planted this month; 10 are due/);
	for (let draft = 0; draft < 10; draft += 1) notes.planted(draft > 0);
	assert.equal(notes.plantedShortfall(), undefined);
	notes.planted(false);
	assert.match(notes.plantedShortfall() ?? '', /^9 of 11 planted drafts were caught/);
});

test('drift-monitoring: the week counts lines, verdicts and abstentions, of all and by kind', async () => {
	const interactions = { one: newInteraction(), two: newInteraction({ kind: 'mail' }) };
	const abstention = { status: 'abstain', abstainReason: 'unreadable', outcome: 'unclear' };
	const none = { opportunityId: null, facts: [], commitments: [], summary: '' };
	const gateway = scripted([GOOD, { ...GOOD, ...abstention, ...none }], [CONTRADICTED]);
	const { draft, accept, notes } = await staged({ gateway, interactions });
	await draft();
	await accept({
		f1: { word: 'drop' },
		c1: { word: 'rewrite', text: 'send the terms' },
		outcome: { word: 'rewrite', text: 'unchanged' },
		summary: { word: 'keep' },
	});
	await draft('two');
	assert.deepEqual(notes.week(), {
		'edited lines': 100,
		'unsupported lines': 50,
		abstentions: 50,
		'edited lines (call)': 100,
		'unsupported lines (call)': 50,
		'abstentions (call)': 0,
		'edited lines (mail)': 0,
		'unsupported lines (mail)': 0,
		'abstentions (mail)': 100,
	});
	assert.match(notes.drift().join(), /No week is frozen/);
});

test('drift-monitoring: a rise of more than five points is named, one of five is not', () => {
	const policy = { risePoints: 5, frozen: { abstentions: 7, 'edited lines': 20 } };
	assert.deepEqual(findRises({ abstentions: 12, 'edited lines': 3 }, policy), []);
	assert.deepEqual(findRises({ abstentions: 13, 'edited lines': 3 }, policy), [
		'abstentions: 13%, 7% at the last release.',
	]);
});
