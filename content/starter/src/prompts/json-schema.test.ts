import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsOf } from './json-schema.ts';

const schema = {
	type: 'object',
	properties: {
		queue: { type: ['string', 'null'] },
		priority: { type: 'integer' },
		kind: { enum: ['a', null] },
		parts: { type: 'array', items: { type: 'string' } },
	},
	required: ['priority'],
	additionalProperties: false,
};

test('a value that fits has no problems', () => {
	assert.deepEqual(problemsOf(schema, { queue: null, priority: 2, kind: null, parts: ['x'] }), []);
});

for (const [value, problem] of [
	[{}, 'the answer has no priority.'],
	[{ priority: 1.5 }, 'priority is 1.5, not integer.'],
	[{ priority: 1, queue: 3 }, 'queue is 3, not string or null.'],
	[{ priority: 1, kind: 'b' }, 'kind is "b", not one of "a", null.'],
	[{ priority: 1, parts: [1] }, 'parts.0 is 1, not string.'],
	[{ priority: 1, tool: 'x' }, 'the answer has a field "tool" that nobody asked for.'],
	['text', 'the answer is "text", not object.'],
] as const) {
	test(`${JSON.stringify(value)} does not fit`, () => {
		assert.deepEqual(problemsOf(schema, value), [problem]);
	});
}

test('a keyword that is not checked is reported, not ignored', () => {
	assert.deepEqual(problemsOf(Object.assign({ type: 'string' }, { pattern: 'x' }), 'y', 'name'), [
		'name has "pattern" in its schema, which cannot be checked.',
	]);
});
