/** A tombstone: what stood at an address, why it is gone, and what to take instead. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { date, example, ID, owner, summary, text, title, version } from './fields.ts';

export const withdrawnSchema = z.strictObject({
	title: title.describe('The name that it had.'),
	summary: summary.describe('Its summary before it was withdrawn.'),
	example,
	owner,
	version: version.optional().describe('Last version, if it had one.'),
	withdrawn: date.describe('Day it was withdrawn.'),
	because: text(10, 300).describe('Why it was withdrawn, for a team that still uses it.'),
	successor: z
		.string()
		.regex(ID, {
			error: (issue) => `"${issue.input}" is not an id; write the id of the entry to move to.`,
		})
		.optional()
		.describe('Entry of the same collection to move to.'),
});
export type Withdrawn = z.output<typeof withdrawnSchema>;

export const withdrawn = defineCollection({
	file: 'content/withdrawn/{id}.yaml',
	format: 'yaml',
	idForm: {
		pattern: /^[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*$/,
		is: 'a collection and an id, such as patterns.old-summary',
	},
	schema: withdrawnSchema,
	singular: 'withdrawn entry',
	plural: 'withdrawn entries',
	about: 'What was at an address, why it was withdrawn, and what to use instead.',
	pages: false,
	standalone: true,
});
