/** What the words of the catalogue mean. */
import type { z } from 'zod';
import { address, documentOf, id, listOf, samePage, text, texts } from './form.ts';

export const glossaryDocument = documentOf('What the words of the catalogue mean.', {
	page: samePage,
	terms: listOf('The terms, by name.', {
		id,
		term: text('The term, as inside a sentence.'),
		otherNames: texts('Other words with the same meaning.'),
		definition: text('What it means.'),
		page: address('the page that explains it'),
	}),
});
export type GlossaryDocument = z.output<typeof glossaryDocument>;
