/** Synonyms: the words that people type, and the words of the catalogue that they mean. */
import { z } from 'zod';
import { defineCollection } from './collection.ts';
import { text } from './fields.ts';

const wordList = (about: string) => z.array(text(1, 60)).min(1).max(30).describe(about);

export const synonymsSchema = z.strictObject({
	same: z
		.array(wordList('Words that mean the same here.').min(2))
		.default([])
		.describe('Groups of words that mean the same. A search for one also finds the others.'),
	means: z
		.array(
			z.strictObject({
				typed: wordList('What people type: a word, a phrase or the name of a product.'),
				finds: wordList('Words of the catalogue that search adds to the question.'),
			}),
		)
		.default([])
		.describe(
			'Words that lead to other words, in one direction: a product to its connector, slang to a term.',
		),
	asked: z
		.array(
			z.strictObject({
				page: text(1, 120)
					.regex(/^\/(?:[a-z0-9-]+\/)+$/, {
						error: (issue) =>
							`"${issue.input}" is not the address of a page, such as /guides/risk-tiers/.`,
					})
					.describe('Address of the page that answers: /guides/risk-tiers/.'),
				questions: z
					.array(text(2, 80))
					.min(1)
					.max(30)
					.describe('Questions as people ask them, in words that the page itself does not use.'),
			}),
		)
		.default([])
		.describe('Questions that people ask, with the page that answers them. Only search uses them.'),
});
export type Synonyms = z.output<typeof synonymsSchema>;

export const synonyms = defineCollection({
	file: 'content/synonyms.yaml',
	format: 'yaml',
	schema: synonymsSchema,
	singular: 'list of synonyms',
	plural: 'lists of synonyms',
	about: 'The words that people type, and the words of the catalogue that they mean.',
	pages: false,
	standalone: true,
});
