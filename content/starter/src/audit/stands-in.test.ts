import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standsIn } from './stands-in.ts';

test('a number counts if it stands alone, not within an id or a measured time', () => {
	for (const text of ['call 7946.', '"7946"', 'LF 7946 0958'])
		assert.ok(standsIn('7946', text), text);
	for (const text of ['3f7946b0', '0.0079461', '12-7946-ab', '17946']) {
		assert.ok(!standsIn('7946', text), text);
	}
});

test('a word counts wherever it occurs', () => {
	assert.ok(standsIn('Hartwell', 'xHartwelly'));
	assert.ok(!standsIn('Hartwell', 'Hart well'));
});
