import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../clock.ts';
import { type AccessPolicy, assertDelegated, assertGranted } from './access-control.ts';
import { assertMayBeRead, fieldsAbove, variablesAbove } from './data-classification.ts';

const policy: AccessPolicy = {
	service: 'worker',
	delegation: { by: 'owner', granted: '2026-11-02', days: 90, covers: ['all'] },
	ceiling: 'confidential',
	neverRead: ['special-category'],
	connectors: { desk: { read: { text: 'confidential' }, write: { queue: 'internal' } } },
	groups: {},
};

test('access-control: the delegation is valid for its days and not a day longer', () => {
	assert.doesNotThrow(() => assertDelegated(policy, fixedClock('2027-01-30T23:00:00Z')));
	for (const day of ['2027-01-31', '2026-11-01']) {
		assert.throws(() => assertDelegated(policy, fixedClock(`${day}T00:00:00Z`)), {
			reason: 'delegation-ended',
		});
	}
});

test('access-control: a field, an access or a connector that is not granted is refused', () => {
	assert.doesNotThrow(() => assertGranted(policy, 'desk', 'read', ['text']));
	for (const [connector, access, field] of [
		['desk', 'read', 'phone'],
		['desk', 'write', 'text'],
		['crm', 'read', 'text'],
		['toString', 'read', 'text'],
	] as const) {
		assert.throws(() => assertGranted(policy, connector, access, [field]), {
			reason: 'not-granted',
		});
	}
});

test('data-classification: a field above the ceiling is named', () => {
	assert.deepEqual(fieldsAbove(policy), []);
	assert.deepEqual(fieldsAbove({ ...policy, ceiling: 'internal' }), [
		'desk.text is confidential, above internal.',
	]);
});

test('data-classification: a variable above the ceiling is named, and an unknown class stops', () => {
	const prompt = (dataClass: string) => {
		const about = { label: 'Text', maxLength: 10, maxItems: undefined, untrusted: undefined };
		const more = { personalData: undefined, source: undefined, dataClass };
		return [{ name: 'ask', variables: { text: { ...about, ...more } } }];
	};
	assert.deepEqual(variablesAbove(prompt('confidential'), 'confidential'), []);
	assert.deepEqual(variablesAbove(prompt('restricted'), 'confidential'), [
		'ask.text is restricted, above confidential.',
	]);
	assert.throws(() => variablesAbove(prompt('secret'), 'confidential'), /ask.text is "secret"/);
});

test('data-classification: an item with a forbidden tag is not read', () => {
	assert.doesNotThrow(() => assertMayBeRead(['vip'], policy));
	assert.throws(() => assertMayBeRead(['special-category'], policy), { reason: 'never-read' });
});
