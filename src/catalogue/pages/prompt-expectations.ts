/** What must hold of an answer, in sentences. */

import type { Expectation } from '#schemas/cases.ts';
import { countOf } from '../words/count.ts';

type Scalar = string | number | boolean;
type Sentences = {
	[Type in Expectation['type']]: (expectation: Extract<Expectation, { type: Type }>) => string;
};

const quoted = (value: Scalar) => (typeof value === 'string' ? `"${value}"` : String(value));

const sentences: Sentences = {
	'is-json': () => 'The answer is JSON in the defined format.',
	'field-equals': ({ field, value }) => `${field} is ${quoted(value)}.`,
	'field-one-of': ({ field, values }) =>
		values.length > 1
			? `${field} is one of ${values.map(quoted).join(', ')}.`
			: `${field} is ${values.map(quoted).join('')}.`,
	'field-at-least': ({ field, value }) => `${field} is at least ${value}.`,
	'field-at-most': ({ field, value }) => `${field} is at most ${value}.`,
	'field-includes': ({ field, value }) => `${field} contains ${quoted(value)}.`,
	'field-excludes': ({ field, value }) => `${field} does not contain ${quoted(value)}.`,
	'field-empty': ({ field }) => `${field} is null, empty or absent.`,
	includes: ({ value }) => `The answer contains ${quoted(value)}.`,
	excludes: ({ value }) => `The answer does not contain ${quoted(value)}.`,
	'words-at-most': ({ value }) => `The answer has at most ${countOf(value, 'word')}.`,
};

/**
 * An expectation as a sentence.
 *
 * @example
 * expectationWords({ type: 'field-equals', field: 'queue', value: 'billing' }) // => 'queue is "billing".'
 */
export function expectationWords(expectation: Expectation): string {
	// The table is keyed by type; the compiler cannot see that the entry fits this very expectation.
	const sentence = sentences[expectation.type] as (expectation: Expectation) => string;
	return sentence(expectation);
}
