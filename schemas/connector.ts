/** A connector: the approved way into one kind of system. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { changes, frameworks, governed, text } from './fields.ts';
import * as words from './vocabularies.ts';

export const connectorSchema = z.strictObject({
	...governed,
	system: text(5, 120).describe('The system it leads to, by kind, not by product.'),
	systemClass: words.systemClass.schema.describe('Class of that system.'),
	auth: z
		.strictObject({
			model: words.authModel.schema.describe('How a call proves who it is.'),
			how: text(20, 300).describe('How that is set up here.'),
			alternatives: z
				.array(words.authModel.schema)
				.optional()
				.describe('Other ways a pattern may sign in, each one explained in `exceptions`.'),
			exceptions: text(10, 240).optional().describe('When another way is allowed, and by whom.'),
		})
		.describe('Authentication.'),
	scopes: z
		.array(
			z.strictObject({
				access: words.access.schema.describe('Kind of access.'),
				allows: text(10, 240).describe('What it lets a pattern do.'),
				limits: text(5, 240).optional().describe('What it does not let it do.'),
			}),
		)
		.min(1)
		.describe('Access it offers; a pattern may use these and no others.'),
	ceiling: words.ceiling.schema.describe('Highest class of data that may pass through it.'),
	logFields: z.array(text(2, 80)).min(4).describe('What each call writes to the log.'),
	rateLimit: text(5, 200).describe('How many calls, per whom, and what happens beyond.'),
	regions: z.array(text(2, 60)).min(1).describe('Where data may go through it.'),
	obtain: z.array(text(10, 240)).min(2).describe('Steps to get access, in order, with who acts.'),
	whenDown: text(10, 300).describe('What a pattern does when it is unreachable.'),
	frameworks,
	changes: changes.optional(),
});
export type Connector = z.output<typeof connectorSchema>;

export const connectors = defineCollection({
	file: 'content/connectors/{id}.mdx',
	format: 'mdx',
	schema: connectorSchema,
	singular: 'connector',
	plural: 'connectors',
	about: 'The approved way into a system: how it signs in, what it may do, what it logs.',
	pages: true,
});
