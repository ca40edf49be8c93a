/** Test cases of a prompt: inputs and what must hold of the answer. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { text } from './fields.ts';
import * as words from './vocabularies.ts';

const field = z
	.string()
	.regex(/^[A-Za-z_]\w*(?:\.(?:\w+))*$/, {
		error: (issue) =>
			`"${issue.input}" is not a field; write a name such as category, or items.0.name.`,
	})
	.describe('Field of the JSON answer. Use a dot for a field inside another: result.queue.');
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const check = <Name extends string, Shape extends z.ZodRawShape>(
	type: Name,
	about: string,
	shape: Shape,
) => z.strictObject({ type: z.literal(type).describe(about), ...shape });

/** What must hold of an answer. Each maps to an assertion of common test tools. */
export const expectationSchema = z.discriminatedUnion('type', [
	check('is-json', 'The answer is JSON that matches the output schema.', {}),
	check('field-equals', 'The field has this value.', { field, value: scalar }),
	check('field-one-of', 'The field has one of these values.', {
		field,
		values: z.array(scalar).min(1),
	}),
	check('field-at-least', 'The number is at least this.', { field, value: z.number() }),
	check('field-at-most', 'The number is at most this.', { field, value: z.number() }),
	check('field-includes', 'The text or list contains this.', { field, value: scalar }),
	check('field-excludes', 'The text or list does not contain this.', { field, value: scalar }),
	check('field-empty', 'The field is null, empty or absent.', { field }),
	check('includes', 'The answer contains this text.', { value: z.string().min(1) }),
	check('excludes', 'The answer does not contain this text.', { value: z.string().min(1) }),
	check('words-at-most', 'The answer has at most this many words.', { value: z.int().min(1) }),
]);
export type Expectation = z.output<typeof expectationSchema>;

export const casesSchema = z.strictObject({
	cases: z
		.array(
			z.strictObject({
				name: text(5, 80).describe('What is special about it, in a few words. Unique in the file.'),
				kind: words.caseKind.schema.describe('Golden, edge or injection.'),
				input: z.record(z.string(), z.unknown()).describe('Value of each variable.'),
				expect: z.array(expectationSchema).min(1).describe('What must be true of the answer.'),
				why: text(10, 200).optional().describe('Why the expected answer is the right one.'),
			}),
		)
		.min(1)
		.describe('At least one golden and one edge case; injection cases for untrusted input.'),
});
export type Cases = z.output<typeof casesSchema>;

export const cases = defineCollection({
	file: 'patterns/{parent}/prompts/{id}.cases.yaml',
	format: 'yaml',
	schema: casesSchema,
	singular: 'case file',
	plural: 'case files',
	about: 'The test cases of one prompt. The file has the name of the prompt.',
	pages: false,
	standalone: true,
});
