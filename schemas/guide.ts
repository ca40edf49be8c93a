/** A guide: how to do something across patterns. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { frameworks, published, text } from './fields.ts';
import * as words from './vocabularies.ts';

const under = text(2, 120).describe('The ## heading that it comes under, word for word.');

export const guideSchema = z.strictObject({
	...published,
	reader: words.guideReader.schema
		.describe('Who it is written for. The list of guides is grouped by reader.')
		.meta({ label: 'Written for' }),
	order: z
		.int()
		.min(1)
		.describe('Position among the guides for this reader.')
		.meta({ label: 'Reading order' }),
	answer: text(20, 300).describe('The main point, in one or two sentences.'),
	figures: z
		.array(
			z.strictObject({
				under,
				show: z.array(words.guideFigure.schema).min(1).describe('Figures, in order.'),
			}),
		)
		.default([])
		.describe('Figures of this catalogue that the page works out, each table under a heading.'),
	template: z
		.strictObject({
			under,
			title: text(3, 80).describe('Title of the issue.'),
			parts: z
				.array(
					z.strictObject({
						head: text(3, 80).describe('Heading of the part.'),
						hint: text(5, 300).describe('What to write there.'),
					}),
				)
				.min(1)
				.describe('What to fill in, in order.'),
		})
		.optional()
		.describe('A text to copy. The page also links to a new issue that contains it.'),
	frameworks: frameworks.default([]),
});
export type Guide = z.output<typeof guideSchema>;

export const guides = defineCollection({
	file: 'content/guides/{id}.mdx',
	format: 'mdx',
	schema: guideSchema,
	singular: 'guide',
	plural: 'guides',
	about: 'How to decide, fund, build, check and run uses of AI, sorted by reader.',
	pages: true,
	nav: { header: 4, footer: 'govern' },
	standalone: true,
});
