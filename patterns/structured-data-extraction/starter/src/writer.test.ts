import assert from 'node:assert/strict';
import { test } from 'node:test';
import { variablesOf } from './writer.ts';

test('output-validation: a name that is a formula is written with an apostrophe before it', () => {
	const record = { item: 'i', document: 'd', documentVersion: 'v', schemaVersion: 's' };
	const { captured_values: values, captured_sources: sources } = variablesOf(
		{
			...record,
			values: { name: '=cmd()', less: '-5.00 EUR', none: null },
			sources: { name: { page: 1, quote: '@shop' }, none: null },
		},
		'r',
		't',
	);
	assert.deepEqual(values, { name: "'=cmd()", less: '-5.00 EUR', none: null });
	assert.deepEqual(sources, { name: { page: 1, quote: "'@shop" }, none: null });
});
