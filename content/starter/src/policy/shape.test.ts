import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fields, list, number, text } from './shape.ts';

const shape = fields({ calls: number, names: list(text) });

test('a policy in the right form is read', () => {
	assert.deepEqual(shape({ calls: 50, names: ['a'] }, 'limits'), { calls: 50, names: ['a'] });
});

test('a misspelt key is refused, with the keys that are known', () => {
	assert.throws(() => shape({ calls: 50, names: [], call: 5 }, 'limits'), {
		message: 'limits.call is not known. Known there: calls, names.',
	});
});

test('a limit that is missing is refused and does not mean that there is no limit', () => {
	assert.throws(() => shape({ names: [] }, 'limits'), {
		message: 'limits.calls is missing. It must be a number from 0.',
	});
});
