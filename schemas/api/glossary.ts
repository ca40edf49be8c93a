/** What the words of the catalogue mean. */
import type { z } from 'zod';
import { address, documentOf, id, listOf, text, texts } from './form.ts';

export const glossaryDocument = documentOf('What the words of the catalogue mean.', {
	page: address('the same as a page'),
	terms: listOf('The terms, by name.', {
		id,
		term: text('The term, as inside a sentence.'),
		otherNames: texts('Other words for the same.'),
		definition: text('What it means.'),
		page: address('the place that explains it'),
	}),
});
export type GlossaryDocument = z.output<typeof glossaryDocument>;
