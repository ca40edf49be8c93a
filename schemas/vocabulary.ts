/** Closed vocabularies: an enum whose every value carries a label and a meaning. */
import { z } from 'zod';

export interface Term {
	/** How the value reads on a page. */
	label: string;
	/** What it means, in one sentence, for the person who chooses it. */
	meaning: string;
}

/** A value as a list is written: its label, then its meaning. */
export type Said = readonly [label: string, meaning: string];

export interface Vocabulary<Value extends string> {
	name: string;
	/** Where the list comes from: a section of the project brief, a framework, or this catalogue. */
	source: string;
	terms: Record<Value, Term>;
	/** The terms as they were written, for a list that has them and more. */
	said: Readonly<Record<Value, Said>>;
	/** The values in their order of rank, least first where the list is ranked. */
	values: [Value, ...Value[]];
	schema: z.ZodEnum<{ [V in Value]: V }>;
	label: (value: Value) => string;
	/** Its place in the order of rank, from 0. */
	rank: (value: Value) => number;
}

/**
 * Makes a closed list of words with their meanings; the schema carries them, so the editor, the
 * field reference and the messages all show the same text.
 */
export function vocabulary<Value extends string>(
	name: string,
	source: string,
	said: Readonly<Record<Value, Said>>,
): Vocabulary<Value> {
	// An object literal with at least one key: the cast only tells the compiler that it is not empty.
	const values = Object.keys(said) as [Value, ...Value[]];
	const terms = Object.fromEntries(
		values.map((value): [Value, Term] => {
			const [label, meaning] = said[value];
			return [value, { label, meaning }];
		}),
		// Object.fromEntries forgets which keys it was given.
	) as Record<Value, Term>;
	const meanings = values.map((value) => said[value].join(': '));
	const schema = z.enum(values).meta({ vocabulary: name, source, enumDescriptions: meanings });
	return {
		name,
		source,
		terms,
		said,
		values,
		// `z.enum` of a tuple infers the same shape; TypeScript cannot see it through the generic.
		schema: schema as unknown as Vocabulary<Value>['schema'],
		label: (value) => terms[value].label,
		rank: (value) => values.indexOf(value),
	};
}

export type ValueOf<V> = V extends Vocabulary<infer Value> ? Value : never;
