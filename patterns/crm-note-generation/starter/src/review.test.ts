import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from './clock.ts';
import { CONTRADICTED, GOOD, outcome, scripted, staged } from './testing.ts';

const flagged = () => scripted([GOOD], [CONTRADICTED]);

test('approval-gate: a draft alone saves nothing and makes no appointment', async () => {
	const { draft, crm, calendar } = await staged();
	assert.deepEqual(outcome(await draft()), ['held', undefined]);
	assert.deepEqual([crm.history, calendar.drafts], [[], []]);
});

test('approval-gate: the accepted text is what is saved, in six fields, under the sign-in of its owner', async () => {
	const { draft, accept, crm, notes, audited, calendar } = await staged();
	const { trace } = await draft();
	const shown = notes.look('one');
	const run = await accept();
	assert.deepEqual([...outcome(run), run.trace], ['applied', undefined, trace]);
	assert.deepEqual(
		crm.history.map(({ after }) => after),
		[{ ...shown?.note }],
	);
	assert.deepEqual(shown?.note, {
		note_summary: GOOD.summary,
		note_outcome: 'advanced',
		note_facts: ['The customer might order forty units in January.'],
		note_commitments: ['Ours: send the volume terms, due 2026-11-23.'],
		note_opportunity: 'OPP-1',
		note_trace_id: trace,
	});
	const [saved] = audited('saved');
	assert.deepEqual([saved?.by, saved?.digest, saved?.trace], ['owner-01', shown?.digest, trace]);
	const write = audited('touch').find((touch) => touch.access === 'write');
	assert.deepEqual([write?.onBehalfOf, write?.connector], ['owner-01', 'crm']);
	assert.deepEqual(calendar.drafts, [
		{ title: 'send the volume terms', date: '2026-11-23', account: 'Larkmoor Furnishings' },
	]);
});

for (const [what, by, digest] of [
	['by a colleague who knows the text', 'owner-02', undefined],
	['by a team lead', 'lead-01', undefined],
	['of another text', 'owner-01', 'f'.repeat(64)],
] as const) {
	test(`approval-gate: an acceptance ${what} saves nothing`, async () => {
		const { draft, notes, crm, accept } = await staged();
		await draft();
		const run = await notes.accept('one', by, digest ?? notes.look('one')?.digest ?? '');
		assert.deepEqual(outcome(run), ['held', 'not-approved']);
		assert.equal(crm.history.length, 0);
		assert.equal((await accept()).ending, 'applied');
	});
}

test('approval-gate: an acceptance of the text before an edit saves nothing', async () => {
	const { draft, notes, crm } = await staged();
	await draft();
	const before = notes.look('one')?.digest ?? '';
	notes.decide('one', 'owner-01', 'f1', { word: 'rewrite', text: 'Forty units are open.' });
	assert.equal((await notes.accept('one', 'owner-01', before)).reason, 'not-approved');
	assert.equal(crm.history.length, 0);
});

test('approval-gate: a flagged line stops the acceptance until it is decided', async () => {
	const { draft, accept, crm } = await staged({ gateway: flagged() });
	await draft();
	const run = await accept();
	assert.deepEqual(outcome(run), ['held', 'not-approved']);
	assert.match(run.steps.at(-1)?.says ?? '', /f1 \(contradicted\)/);
	assert.equal(crm.history.length, 0);
	assert.equal((await accept({ f1: { word: 'keep' } })).ending, 'applied');
});

test('approval-gate: a text shown 31 minutes ago is read again before it can be accepted', async () => {
	const clock = fixedClock('2026-11-20T09:00:00Z');
	const { draft, accept, crm, notes } = await staged({ clock });
	await draft();
	clock.move(31);
	assert.equal((await accept()).reason, 'not-approved');
	assert.equal(crm.history.length, 0);
	notes.show('one');
	assert.equal((await accept()).ending, 'applied');
});

test('approval-gate: one acceptance saves once', async () => {
	const { draft, accept, notes, crm } = await staged();
	await draft();
	const digest = notes.look('one')?.digest ?? '';
	await accept();
	assert.equal((await notes.accept('one', 'owner-01', digest)).reason, 'not-approved');
	assert.equal(crm.history.length, 1);
});

test('approval-gate: nobody else decides on a line', async () => {
	const { draft, notes } = await staged();
	await draft();
	assert.throws(() => notes.decide('one', 'lead-01', 'f1', { word: 'drop' }), {
		reason: 'not-approved',
	});
	assert.equal(notes.look('one')?.note.note_facts.length, 1);
});

test('output-validation: a person too can pick only an outcome, an opportunity and a day there is', async () => {
	const { draft, notes } = await staged();
	await draft();
	const typed = (line: string, text: string, due?: string) => () =>
		notes.decide('one', 'owner-01', line, { word: 'rewrite', text, ...(due && { due }) });
	for (const wrong of [
		typed('outcome', 'won'),
		typed('opportunity', 'OPP-9999'),
		typed('c1', 'send it', '2026-11-31'),
	]) {
		assert.throws(wrong, { reason: 'not-in-form' });
	}
	typed('outcome', 'unchanged')();
	typed('opportunity', '')();
	assert.equal(notes.look('one')?.note.note_opportunity, null);
});

test('data-loss-prevention: what the owner types is masked before it is shown for acceptance', async () => {
	const { draft, notes, accept, crm } = await staged();
	await draft();
	const text = 'Dana Whitlock is on +44 20 7946 0958.';
	const shown = notes.decide('one', 'owner-01', 'f1', { word: 'rewrite', text });
	assert.deepEqual(shown.note.note_facts, ['[PERSON-2] is on [PHONE].']);
	assert.equal(shown.key['[PERSON-2]'], 'Dana Whitlock');
	const password = 'The password used to be "Meadow-Gate-42" there.';
	assert.throws(() => notes.decide('one', 'owner-01', 'f1', { word: 'rewrite', text: password }), {
		reason: 'sensitive-data-left',
	});
	await accept({ summary: { word: 'keep' } });
	assert.doesNotMatch(JSON.stringify(crm.history), /Whitlock|7946 0958|Meadow/);
});

for (const [what, statement] of [
	['a number the model made up', 'Call them on +44 20 7946 0958 in January.'],
	['the account of another customer', 'They want the price of BL-3077.'],
] as const) {
	test(`data-loss-prevention: ${what} stops the save, and the text goes back to its owner`, async () => {
		const [fact] = GOOD.facts;
		const gateway = scripted([{ ...GOOD, facts: [{ ...fact, statement }] }]);
		const { draft, accept, crm, notes } = await staged({ gateway });
		await draft();
		assert.deepEqual(outcome(await accept()), ['held', 'sensitive-data-left']);
		assert.equal(crm.history.length, 0);
		const mended = { f1: { word: 'drop' }, summary: { word: 'keep' } } as const;
		assert.equal((await accept(mended)).ending, 'applied');
		assert.equal(notes.look('one'), undefined);
	});
}

test('a CRM that is down keeps the accepted text with its owner', async () => {
	const { draft, accept, crm } = await staged();
	await draft();
	crm.setDown(true);
	assert.deepEqual(outcome(await accept()), ['held', 'crm-down']);
	crm.setDown(false);
	assert.equal((await accept()).ending, 'applied');
	assert.equal(crm.history.length, 1);
});
