/** What search knows of each entry: one document with sections, made from the catalogue itself. */
import { pagedCollections } from '#schemas/index.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { aliasesOf, entryPath, summaryOf, titleOf } from '../model/entry.ts';
import { compare } from '../model/finding.ts';
import { isOf } from '../model/is-of.ts';
import { anchorOf } from '../words/anchor.ts';
import { type Facets, facetsOf } from './facets.ts';
import { fieldSections, patternSections, type SearchSection } from './search-sections.ts';
import { bodyText, fieldText } from './search-text.ts';

/** What search knows of an entry without reading its text. */
export interface SearchFacts {
	path: string;
	title: string;
	summary: string;
	aliases: readonly string[];
	/** The facets, type included; browse and JSON use the same. */
	filters: Facets;
}

export interface SearchDocument extends SearchFacts {
	/** Text under no heading comes first; a section without text is left out. */
	sections: SearchSection[];
}

/** Every entry that has a page, in a fixed order. */
export const searchedEntries = (catalogue: Catalogue): Entry[] =>
	pagedCollections
		.flatMap((name): Entry[] => [...catalogue.all[name].values()])
		.sort((a, b) => compare(entryPath(a), entryPath(b)));

/** One entry as search knows it. */
export const searchDocument = (entry: Entry, catalogue: Catalogue): SearchDocument => ({
	...searchFacts(entry, catalogue),
	sections: searchSections(entry, catalogue),
});

export const searchFacts = (entry: Entry, catalogue: Catalogue): SearchFacts => ({
	path: entryPath(entry),
	title: titleOf(entry),
	summary: summaryOf(entry),
	aliases: aliasesOf(entry),
	filters: facetsOf(entry, catalogue),
});

export function searchSections(entry: Entry, catalogue: Catalogue): SearchSection[] {
	const text = fieldText(entry, catalogue);
	const sections = isOf('patterns', entry)
		? patternSections(entry, text)
		: [...fieldSections(entry, text), ...itemSections(entry), ...bodyText(entry)];
	return sections.filter((section) => section.text.trim() !== '');
}

/** Each item of a framework is a section, so that its id or title leads to its own row. */
function itemSections({ data }: Entry): SearchSection[] {
	if (!('items' in data)) return [];
	return data.items.map(({ id, title, meaning }) => ({
		id: anchorOf(id),
		title: title === id ? id : `${id} ${title}`,
		text: meaning ?? `${id} ${title}`,
	}));
}
