/** An outcome: what the organisation wants to change, and the uses that are to change it. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { aliases, example, owner, ref, reviewed, summary, text, title } from './fields.ts';
import { targetSchema } from './measure.ts';
import * as words from './vocabularies.ts';

export const outcomeSchema = z.strictObject({
	title,
	summary,
	aliases,
	example,
	owner,
	reviewed,
	category: words.outcome.schema.describe('Which of the four outcomes it belongs to.'),
	accountable: text(3, 80).describe('Role that is responsible for the outcome.'),
	metric: ref('metrics').describe('Metric that shows it.'),
	baseline: z.number().describe('Value before any of its uses went live.'),
	target: targetSchema.describe('What the organisation wants to reach.'),
	combine: z
		.discriminatedUnion('how', [
			z.strictObject({ how: z.literal('sum').describe('The values of the uses are added up.') }),
			z.strictObject({
				how: z.literal('mean').describe('The mean of the values of the uses, weighted by a count.'),
				weightedBy: text(3, 60).describe(
					'What is counted, such as contacts. It is the n of each measurement.',
				),
			}),
		])
		.describe('How the values of its uses are combined into one.'),
});
export type Outcome = z.output<typeof outcomeSchema>;

export const outcomes = defineCollection({
	file: 'content/outcomes/{id}.yaml',
	format: 'yaml',
	schema: outcomeSchema,
	singular: 'outcome',
	plural: 'outcomes',
	about:
		'What the organisation wants to change with AI: who is responsible, and from which value to which.',
	pages: true,
	nav: { footer: 'govern' },
	standalone: true,
});
