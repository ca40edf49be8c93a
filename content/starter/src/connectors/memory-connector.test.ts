import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Touch } from './connector.ts';
import { memoryConnector } from './memory-connector.ts';

const caller = { service: 'worker', onBehalfOf: 'owner', trace: 't' };
function opened() {
	const touches: Touch[] = [];
	const desk = memoryConnector({
		name: 'desk',
		records: { one: { text: 'Hello', phone: '1', queue: null } },
		access: {
			service: 'worker',
			delegation: { by: 'owner', granted: '2026-11-02', days: 90, covers: [] },
			ceiling: 'internal',
			neverRead: [],
			connectors: { desk: { read: { text: 'internal' }, write: { queue: 'internal' } } },
			groups: {},
		},
		log: (touch) => touches.push(touch),
	});
	return { desk, touches };
}

test('access-control: a read gives the granted fields and logs who and for whom, without values', async () => {
	const { desk, touches } = opened();
	assert.deepEqual(await desk.read('one', ['text'], caller), { text: 'Hello' });
	await assert.rejects(desk.read('one', ['text', 'phone'], caller), { reason: 'not-granted' });
	assert.deepEqual(touches, [
		{ connector: 'desk', access: 'read', id: 'one', fields: ['text'], caller },
	]);
});

test('access-control: a write outside the granted fields changes nothing', async () => {
	const { desk } = opened();
	await assert.rejects(desk.write('one', { queue: 'a', text: 'Bye' }, caller));
	assert.deepEqual(desk.show('one'), { text: 'Hello', phone: '1', queue: null });
	await desk.write('one', { queue: 'a' }, caller);
	assert.deepEqual(desk.history, [{ id: 'one', before: { queue: null }, after: { queue: 'a' } }]);
});
