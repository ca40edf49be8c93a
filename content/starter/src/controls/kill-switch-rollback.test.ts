import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileSwitch, switchOver } from './kill-switch-rollback.ts';

test('kill-switch-rollback: it is read each time', () => {
	let on = true;
	const killSwitch = switchOver(() => on);
	assert.doesNotThrow(killSwitch.assertOn);
	on = false;
	assert.throws(killSwitch.assertOn, { reason: 'switched-off' });
});

test('kill-switch-rollback: a setting that cannot be read counts as off', () => {
	assert.equal(fileSwitch('/no/such/folder').isOn(), false);
});
