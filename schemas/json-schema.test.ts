import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { minimal } from '#tests/support/minimal.ts';
import { collectionNames } from './index.ts';
import { jsonSchemaOf } from './json-schema.ts';

const controls = [
	{ id: 'access-control', meaning: 'Access control' },
	{ id: 'logging', meaning: '' },
];
const withIds = (known: typeof controls) =>
	jsonSchemaOf('policy', {
		ids: (set) => (set === 'controls' ? known : []),
		unknownId: (set) => `not in ${set}`,
	});

function compile(schema: Record<string, unknown>) {
	const ajv = new Ajv({ strict: false });
	addFormats.default(ajv);
	return ajv.compile(schema);
}

const baseline = { type: 'object', properties: { low: { items: {} } } };

/** The schema of one control in the baseline of low tier. */
function itemOfBaseline(schema: Record<string, unknown>): unknown {
	// The shape of a generated schema; a missing step makes the test fail.
	const { properties } = schema as { properties: Record<string, typeof baseline> };
	return properties.baselines?.properties.low.items;
}

test('a reference is a word in the form of an id where the ids are not known', () => {
	expect(itemOfBaseline(jsonSchemaOf('policy'))).toEqual({
		type: 'string',
		pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$',
		ref: 'controls',
	});
});

test('a reference is the list of known ids with their meanings, and says what is wrong', () => {
	expect(itemOfBaseline(withIds(controls))).toEqual({
		type: 'string',
		ref: 'controls',
		enum: ['access-control', 'logging'],
		enumDescriptions: ['Access control', ''],
		errorMessage: 'not in controls',
	});
});

test('a set without ids leaves any id possible', () => {
	expect(itemOfBaseline(withIds([]))).toEqual(itemOfBaseline(jsonSchemaOf('policy')));
});

test('an item of a framework is one of the items of the framework beside it', () => {
	const items = [{ of: 'rules-2026', items: [{ id: 'R1', meaning: 'First rule' }] }];
	const accepts = compile(jsonSchemaOf('risks', { items }));
	const citing = (framework: string, item: string) =>
		accepts({ ...minimal.risks(), frameworks: [{ framework, item, relation: 'same' }] });
	expect(citing('rules-2026', 'R1')).toBe(true);
	expect(citing('rules-2026', 'R2')).toBe(false);
	expect(citing('other-2026', 'R2')).toBe(true);
});

test('the ids of one call do not stay for the next', () => {
	withIds(controls);
	expect(JSON.stringify(jsonSchemaOf('policy'))).not.toContain('access-control');
});

describe.each(collectionNames)('the schema of %s', (name) => {
	test('accepts the minimal data and refuses an unknown key', () => {
		const accepts = compile(jsonSchemaOf(name));
		expect(accepts(minimal[name]()), JSON.stringify(accepts.errors)).toBe(true);
		expect(accepts({ ...minimal[name](), surprise: true })).toBe(false);
	});
});
