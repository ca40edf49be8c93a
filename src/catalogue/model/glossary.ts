/** The terms of the glossary, with their words and names, for whoever prints or finds them. */
import { type GlossaryTerm, wordsOf } from '#schemas/glossary.ts';
import type { Named } from '../words/term-finder.ts';
import type { Catalogue } from './catalogue.ts';
import { keeper } from './keep.ts';

/** Path of the page that explains the terms. */
export const GLOSSARY = '/glossary/';

/** Path of the place that explains a term. */
export const termPath = (id: string): string => `${GLOSSARY}#${id}`;

const keepTerms = keeper<readonly GlossaryTerm[]>('glossary-terms');

/** Every term in the order of its name. */
export const glossaryTerms = ({ glossary }: Catalogue): readonly GlossaryTerm[] =>
	keepTerms(glossary, '', () =>
		[...glossary.values()]
			.flatMap(({ data }) => data.terms.map(wordsOf))
			.sort((a, b) => a.term.localeCompare(b.term, 'en-GB')),
	);

/** Everything a term is called. */
export const namesOf = ({ id, term, otherNames }: GlossaryTerm): Named => ({
	id,
	names: [term, ...otherNames],
});
