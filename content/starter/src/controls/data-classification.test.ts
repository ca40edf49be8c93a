import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertLabelWithin } from './data-classification.ts';

const policy = {
	service: 'worker',
	delegation: { by: 'owner', granted: '2026-11-02', days: 90, covers: [] },
	ceiling: 'internal' as const,
	neverRead: [],
	connectors: {},
	groups: {},
};

for (const label of ['public', 'internal']) {
	test(`data-classification: what is labelled ${label} is read under the ceiling internal`, () => {
		assert.doesNotThrow(() => assertLabelWithin(label, policy));
	});
}

for (const label of ['confidential', 'restricted', 'Internal', '', undefined, null, 1]) {
	test(`data-classification: what is labelled ${JSON.stringify(label)} is refused`, () => {
		assert.throws(() => assertLabelWithin(label, policy), { reason: 'label-above' });
	});
}
