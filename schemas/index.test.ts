import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { definition, metaOf, unwrap } from '#catalogue/model/schema-walk.ts';
import { minimal } from '#tests/support/minimal.ts';
import { collectionNames, collections } from './index.ts';
import * as words from './vocabularies.ts';

describe.each(collectionNames)('%s', (name) => {
	const { schema, file, about } = collections[name];

	test('accepts its minimal data as it is', () => {
		expect(schema.parse(minimal[name]())).toEqual(minimal[name]());
	});

	test('refuses a key it does not know', () => {
		const result = schema.safeParse({ ...minimal[name](), surprise: true });
		expect(result.error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['surprise'] }]);
	});

	test('documents every field for the editor and the field reference', () => {
		const shape = definition(unwrap(schema)).shape ?? {};
		const silent = Object.entries<z.ZodType>(shape).filter(
			([, field]) => !metaOf(field).description,
		);
		expect(silent.map(([key]) => key)).toEqual([]);
	});

	test('says where its files stand and what they are', () => {
		expect(file).toMatch(/^(?:content|patterns)\/.*\.(?:mdx|yaml|prompt)$/);
		expect(about).toMatch(/^[A-Z].*\.$/);
	});
});

describe.each(Object.values(words))(
	'the vocabulary "$name"',
	({ terms, values, schema, label }) => {
		test('gives each value a label and a meaning', () => {
			for (const value of values) {
				const { meaning } = Object(terms)[value];
				expect(meaning).toMatch(/^[A-Z].*[.?]$/);
				expect(Object(label).call(undefined, value)).not.toBe('');
				expect(schema.safeParse(value).success).toBe(true);
			}
			expect(schema.safeParse('constructor').success).toBe(false);
		});
	},
);
