/** What the catalogue answers to a copy of a pattern. */
import { z } from 'zod';
import * as words from '../vocabularies.ts';
import { $schema, address, id, listOf, partOf, state, text } from './form.ts';

/** Raised when a field of an answer to a copy changes its meaning or goes away. */
export const COPY_FORM = 1;
const obligation = z.object({ control: text('Id of the control.'), title: text('Its title.') });

/** Read in the teams' own pipelines, for years, by content/starter/src/catalogue/. */
export const copyDocument = partOf('What the catalogue tells a copy of a pattern.', {
	$schema,
	form: z.literal(COPY_FORM).describe('Form of this answer.'),
	pattern: text('Id of the pattern.'),
	title: text('Its title.'),
	page: address('its page'),
	version: z.string().optional().describe('Its version today.'),
	digest: z.string().optional().describe('SHA-256 of the folder of the pattern.'),
	state,
	because: z.string().optional().describe('Why it was withdrawn.'),
	successor: z
		.object({ id, title: z.string(), version: z.string(), page: address('its page') })
		.optional()
		.describe('What to use instead.'),
	changes: listOf('What changed, newest first.', {
		version: z.string(),
		date: z.string(),
		impact: z.string(),
		summary: z.string(),
		action: z.string().optional(),
	}),
	tier: words.tier.schema.optional(),
	reviewDue: z.string().optional().describe('Day of the next review, year-month-day.'),
	policy: z.string().optional().describe('Version of the policy.'),
	obligations: z.array(obligation).describe('Controls that the policy requires.'),
	waivers: z.array(z.object({ what: z.string(), expires: z.string(), compensatedBy: z.string() })),
	files: listOf('The files of the starter as they are today.', {
		path: text('Path within the copy.'),
		digest: text('SHA-256 of the file.'),
		size: z.int().min(0).describe('Bytes.'),
		from: text('Path on the site.'),
	}),
});
export type CopyDocument = z.output<typeof copyDocument>;
