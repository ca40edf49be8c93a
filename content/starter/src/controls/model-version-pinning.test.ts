import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertPinned, pinOf, pinsOf } from './model-version-pinning.ts';

const pins = pinsOf({ models: [{ alias: 'general-chat', pinned: 'general-chat-1' }] });

test('model-version-pinning: an alias that is not listed is refused', () => {
	assert.equal(pinOf('general-chat', pins), 'general-chat-1');
	assert.throws(() => pinOf('other', pins), { reason: 'model-not-listed' });
});

test('model-version-pinning: an answer of another version is refused', () => {
	assert.doesNotThrow(() => assertPinned('general-chat-1', 'general-chat-1'));
	assert.throws(() => assertPinned('general-chat-2', 'general-chat-1'), {
		reason: 'model-changed',
	});
});
