/** What must hold of an answer, as assertions of promptfoo that need no code and no model. */
import type { Expectation } from '#schemas/cases.ts';
import { inertJson, literalPattern } from './inert.ts';

export interface Assertion {
	type: 'is-json' | 'contains' | 'not-contains' | 'regex' | 'not-regex' | 'word-count';
	value?: string | { max: number };
}

type Schema = Readonly<Record<string, unknown>>;
type Scalar = string | number | boolean;
type Mappers = {
	[Type in Expectation['type']]: (
		expectation: Extract<Expectation, { type: Type }>,
		output: unknown,
	) => Assertion;
};

/** A demand on one field is a JSON Schema of its own, so that a report tells them apart. */
const demand = (field: string, schema: Schema): Assertion => json(at(field, schema));
const json = (schema: unknown): Assertion => ({ type: 'is-json', value: inertJson(schema) });

const mappers: Mappers = {
	'is-json': (_, output) => (output === undefined ? { type: 'is-json' } : json(output)),
	'field-equals': ({ field, value }) => demand(field, { const: value }),
	'field-one-of': ({ field, values }) => demand(field, { enum: [...new Set(values)] }),
	'field-at-least': ({ field, value }) => demand(field, { type: 'number', minimum: value }),
	'field-at-most': ({ field, value }) => demand(field, { type: 'number', maximum: value }),
	'field-includes': ({ field, value }) => demand(field, holding(value)),
	'field-excludes': ({ field, value }) => json({ not: at(field, holding(value)) }),
	'field-empty': ({ field }) => json({ not: at(field, { not: { enum: [null, '', []] } }) }),
	includes: ({ value }) =>
		isPlain(value) ? { type: 'contains', value } : { type: 'regex', value: literalPattern(value) },
	excludes: ({ value }) =>
		isPlain(value)
			? { type: 'not-contains', value }
			: { type: 'not-regex', value: literalPattern(value) },
	'words-at-most': ({ value }) => ({ type: 'word-count', value: { max: value } }),
};

/**
 * An expectation as an assertion.
 *
 * @param output JSON Schema of the answer, where it has one
 * @example
 * assertionOf({ type: 'excludes', value: 'Dear' }, undefined) // => { type: 'not-contains', value: 'Dear' }
 */
export function assertionOf(expectation: Expectation, output: unknown): Assertion {
	// The table is keyed by type; the compiler cannot see that the entry fits this very expectation.
	const map = mappers[expectation.type] as (one: Expectation, output: unknown) => Assertion;
	return map(expectation, output);
}

/** Promptfoo fills templates in a value and follows `file:` and `package:`. */
const isPlain = (text: string) => !/[{}]|^(?:file|package):/.test(text);

const holding = (value: Scalar): Schema => ({
	anyOf: [
		{ type: 'array', contains: { const: value } },
		{ type: 'string', pattern: literalPattern(String(value)) },
	],
});

/** A schema of what stands at a field; a number leads into a list, as in `items.0.name`. */
function at(field: string, inner: Schema): Schema {
	return field.split('.').reduceRight<Schema>((schema, key) => {
		const record = { type: 'object', required: [key], properties: { [key]: schema } };
		if (!/^(?:0|[1-9]\d?)$/.test(key)) return record;
		const items = [...Array.from({ length: Number(key) }, () => true), schema];
		return { type: 'array', minItems: items.length, items };
	}, inner);
}
