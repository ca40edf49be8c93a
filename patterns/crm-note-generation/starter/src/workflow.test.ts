import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AGREED, GOOD, outcome, scripted, staged } from './testing.ts';

const [fact] = GOOD.facts;

for (const [what, answer] of [
	[
		'an invented quote',
		{ ...GOOD, facts: [{ ...fact, quote: 'We order forty units in January.' }] },
	],
	['an opportunity of its own', { ...GOOD, opportunityId: 'OPP-9999' }],
	['no JSON', 'A good call, I think.'],
] as const) {
	test(`output-validation: ${what} is asked for once more with the reason, then there is no draft`, async () => {
		const gateway = scripted([answer]);
		const { draft, notes, crm, services } = await staged({ gateway });
		assert.deepEqual(outcome(await draft()), ['held', 'answer-rejected']);
		assert.deepEqual(
			gateway.calls.map(({ prompt }) => prompt),
			['note-from-interaction', 'note-from-interaction'],
		);
		const again = gateway.calls[1]?.messages[1]?.content ?? '';
		assert.match(again, /<last_problems>\n.{10,}\n<\/last_problems>/);
		assert.deepEqual([notes.look('one'), crm.history], [undefined, []]);
		assert.deepEqual(
			services.held.waiting().map(({ item }) => item),
			['one'],
		);
	});
}

test('output-validation: a second answer that passes is used', async () => {
	const { draft, notes } = await staged({ gateway: scripted(['Hm.', GOOD]) });
	assert.equal((await draft()).reason, undefined);
	assert.equal(notes.look('one')?.note.note_facts.length, 1);
});

test('the prompts get the account and its opportunities, and nothing of an earlier note', async () => {
	const gateway = scripted([GOOD], [AGREED]);
	const { draft, crm, services } = await staged({ gateway });
	await draft();
	assert.match(
		gateway.calls[0]?.messages[1]?.content ?? '',
		/Larkmoor Furnishings[\s\S]*OPP-1: Label printers/,
	);
	const caller = { service: 's', onBehalfOf: 'owner-01', trace: 't' };
	for (const field of Object.keys(services.access.connectors.crm?.write ?? {})) {
		await assert.rejects(crm.read('one', [field], caller), { reason: 'not-granted' });
	}
});

test('an unexpected failure sends the interaction to its owner, and none of its text to the log', async () => {
	const ask = async () => {
		throw new TypeError('We might order forty units.');
	};
	const { draft, lines } = await staged({ gateway: { about: 'broken', ask } });
	assert.deepEqual(outcome(await draft()), ['held', 'failed']);
	assert.doesNotMatch(lines.join('\n'), /forty/);
});
