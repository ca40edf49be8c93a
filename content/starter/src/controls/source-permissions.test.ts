import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AccessPolicy } from './access-control.ts';
import {
	assertOwnRights,
	assertSources,
	openRights,
	type SourcesPolicy,
	sourceProblems,
} from './source-permissions.ts';

const access: AccessPolicy = {
	service: 'worker',
	delegation: { by: 'owner', granted: '2026-11-02', days: 90, covers: [] },
	ceiling: 'internal',
	neverRead: [],
	connectors: {},
	groups: {},
};
const policy: SourcesPolicy = {
	found: 20,
	kept: 8,
	closenessAtLeast: 2,
	maxAgeMonths: 24,
	rightsWithinSeconds: 2,
	spaces: [{ id: 'workplace', class: 'internal', owner: 'Workplace Services' }],
};
const caller = { service: 'worker', onBehalfOf: 'reader-1', trace: 't' };
const never = () => new Promise<never>(() => {});

test('source-permissions: only a plain yes of the source is a right', async () => {
	const checked = openRights(policy, never);
	assert.equal(await checked(async () => true)('one', caller), true);
	assert.equal(await checked(async () => false)('one', caller), false);
	assert.equal(await checked(async () => JSON.parse('"granted"'))('one', caller), false);
	const broken = async () => {
		throw new Error('down');
	};
	assert.equal(await checked(broken)('one', caller), false);
});

test('source-permissions: silence past the time counts as no right', async () => {
	const waits: number[] = [];
	const checked = openRights(policy, async (seconds) => waits.push(seconds));
	assert.equal(await checked(never)('one', caller), false);
	assert.deepEqual(waits, [2]);
});

test('source-permissions: the source is asked again for each person, and nothing is kept', async () => {
	const asked: string[] = [];
	const mayOpen = openRights(
		policy,
		never,
	)(async (id, { onBehalfOf }) => {
		asked.push(`${onBehalfOf} ${id}`);
		return onBehalfOf === 'reader-1';
	});
	assert.equal(await mayOpen('one', caller), true);
	assert.equal(await mayOpen('one', { ...caller, onBehalfOf: 'reader-2' }), false);
	assert.equal(await mayOpen('one', caller), true);
	assert.deepEqual(asked, ['reader-1 one', 'reader-2 one', 'reader-1 one']);
});

test('source-permissions: a search with the rights of the service or of nobody is refused', () => {
	assert.doesNotThrow(() => assertOwnRights(caller, access));
	for (const onBehalfOf of ['', 'worker', 'owner']) {
		assert.throws(() => assertOwnRights({ ...caller, onBehalfOf }, access), {
			reason: 'no-asker',
		});
	}
});

test('data-classification: a space without an owner or above the ceiling stops the start', () => {
	assert.deepEqual(sourceProblems(policy, access), []);
	const spaces = [
		{ id: 'lost', class: 'internal' as const, owner: undefined },
		{ id: 'board', class: 'confidential' as const, owner: 'Board Office' },
	];
	assert.deepEqual(sourceProblems({ ...policy, spaces, maxAgeMonths: 36 }, access), [
		'The space "lost" has no owner.',
		'The space "board" is confidential, above internal.',
		'maxAgeMonths is 36, above 24.',
	]);
	assert.throws(() => assertSources({ ...policy, spaces }, access), /"lost" has no owner/);
});
