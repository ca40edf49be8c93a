/** How far the organisation has come. */
import { z } from 'zod';
import { address, count, documentOf, example, samePage, sections, text } from './form.ts';

export const maturityDocument = documentOf(
	'How far the organisation has come: questions, and what the catalogue answers.',
	{
		page: samePage,
		asOf: text('Date of the answers, year-month-day.'),
		example,
		level: count.describe('Level if every question that the reader answers counts as no.'),
		levels: z.array(
			z.object({
				level: count,
				name: z.string(),
				means: z.string(),
				questions: z.array(
					z.object({
						id: z.string(),
						text: text('What must be true.'),
						answeredBy: z.enum(['catalogue', 'reader']),
						yes: z.boolean().describe('The answer of the catalogue.').optional(),
						says: text('What the answer is based on.').optional(),
						source: address('the page to look into it').optional(),
						next: text('What to do next if the answer is no.'),
						who: z.string(),
						effort: z.string(),
					}),
				),
			}),
		),
		sections,
	},
);
export type MaturityDocument = z.output<typeof maturityDocument>;
