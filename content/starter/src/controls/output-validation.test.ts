import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isQuoteOf, validateOutput } from './output-validation.ts';

const schema = {
	type: 'object',
	properties: { queue: { type: 'string' } },
	required: ['queue'],
	additionalProperties: false,
};

test('output-validation: an answer that fits the schema is accepted', () => {
	assert.deepEqual(validateOutput('{"queue":"billing"}', schema), {
		value: { queue: 'billing' },
		problems: [],
	});
});

for (const answer of [
	'',
	'I think billing.',
	'```json\n{"queue":"billing"}\n```',
	'{"queue":"billing"} Anything else?',
	'["billing"]',
	'null',
	'{}',
	'{"queue":1}',
	'{"queue":"billing","run":"rm"}',
]) {
	test(`output-validation: ${JSON.stringify(answer)} is not taken`, () => {
		const { problems } = validateOutput(answer, schema);
		assert.ok(problems.length > 0);
	});
}

test('output-validation: without a schema no answer is accepted', () => {
	assert.equal(validateOutput('{}', undefined).problems.length, 1);
});

test('output-validation: a quote is in the text word for word', () => {
	assert.equal(isQuoteOf('charged twice', 'I was charged\ntwice.'), true);
	assert.equal(isQuoteOf('Charged twice', 'I was charged twice.'), false);
	assert.equal(isQuoteOf(' ', 'I was charged twice.'), false);
});
