import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REVIEWER, staged } from './testing.ts';

const OPEN = ['policy_number', 'cover_per_claim', 'valid_until'];

/** A set-up where one record waits for its reviewer. */
async function waiting(options: Parameters<typeof staged>[0] = {}) {
	const stage = await staged(options);
	await stage.extraction.handle('one');
	return stage;
}

test('role-training: only a reviewer on the record takes a record', async () => {
	const { extraction, services } = await waiting();
	assert.throws(() => extraction.take('one', 'reviewer-99'), { reason: 'not-trained' });
	assert.equal(services.held.waiting().length, 1);
});

test('access-control: a reviewer of another desk does not see the record', async () => {
	const { extraction } = await waiting();
	assert.throws(() => extraction.take('one', 'reviewer-03'), { reason: 'not-in-group' });
});

test('human-override: open fields come first, each with quote, page and why it is open', async () => {
	const { shown } = await staged();
	const { fields } = await shown();
	assert.deepEqual(
		fields.map(({ why }) => why.length > 0),
		[true, true, true, false, false, false],
	);
	assert.deepEqual([fields[0]?.page, fields[0]?.quote], [1, 'Policy: LI-4402-9981']);
});

test('human-override: what a reviewer keys has the form of its field, and its old quote is gone', async () => {
	const { extraction, engine } = await waiting();
	extraction.take('one', REVIEWER);
	const keyed = (value: string) =>
		extraction.key('one', REVIEWER, 'deductible', value, 'misread-character');
	assert.throws(() => keyed('2,000'), { reason: 'wrong-form' });
	for (const name of OPEN) extraction.confirm('one', REVIEWER, name);
	const { digest } = keyed('2000.00 GBP');
	await extraction.accept('one', REVIEWER, digest);
	const sources = JSON.stringify(engine.show('one').captured_sources);
	assert.match(sources, /"deductible":null/);
});

test('feedback-channel: a correction carries one of the six reasons', async () => {
	const { extraction } = await waiting();
	extraction.take('one', REVIEWER);
	const keyed = (reason: string) =>
		extraction.key('one', REVIEWER, 'deductible', '2000.00 GBP', reason);
	assert.throws(() => keyed('felt wrong'), { reason: 'unknown-reason' });
	assert.doesNotThrow(() => keyed('neighbouring-field'));
});
