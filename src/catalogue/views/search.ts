/** What search knows of each entry: one document with sections, made from the catalogue itself. */
import { collectionNames, collections } from '#schemas/index.ts';
import type { Catalogue, Entry } from '../catalogue.ts';
import { compare } from '../finding.ts';
import { anchorOf } from './anchor.ts';
import { aliasesOf, entryPath, summaryOf, titleOf } from './entry.ts';
import { type Facets, facetsOf } from './facets.ts';
import { bodyText, type FieldText, fieldText } from './search-text.ts';
import { correctable, type SearchNames } from './search-words.ts';
import { SECTIONS } from './sections.ts';

export interface SearchSection {
	/** Id of the heading on the page; empty when the page as a whole is meant. */
	id: string;
	title: string;
	/** Sentences, one per line. */
	text: string;
}

export interface SearchDocument {
	path: string;
	title: string;
	summary: string;
	aliases: readonly string[];
	/** Text under no heading comes first; a section without text is left out. */
	sections: SearchSection[];
	/** The facets, type included; browse and JSON use the same. */
	filters: Facets;
}

/** Every entry that has a page, in a fixed order. */
export function searchDocuments(catalogue: Catalogue): SearchDocument[] {
	return collectionNames
		.filter((name) => collections[name].pages)
		.flatMap((name): Entry[] => [...catalogue.all[name].values()])
		.map((entry) => searchDocument(entry, catalogue))
		.sort((a, b) => compare(a.path, b.path));
}

/** One entry as search knows it. */
export function searchDocument(entry: Entry, catalogue: Catalogue): SearchDocument {
	const text = fieldText(entry, catalogue);
	const sections = isPattern(entry)
		? patternSections(entry, text)
		: [{ id: '', title: '', text: text(...otherKeys(entry)) }, ...itemSections(entry), ...bodyText(entry)];
	return {
		path: entryPath(entry),
		title: titleOf(entry),
		summary: summaryOf(entry),
		aliases: aliasesOf(entry),
		sections: sections.filter((section) => section.text.trim() !== ''),
		filters: facetsOf(entry, catalogue),
	};
}

const isPattern = (entry: Entry): entry is Entry<'patterns'> => entry.collection === 'patterns';

/** The fields that each section of a pattern page shows, where the two names differ. */
const FIELDS = new Map([
	['fit', ['fit', 'useWhen', 'doNotUseWhen']],
	['architecture', ['architecture', 'models']],
	['skilling', ['people']],
	['incident', ['incident', 'decisionRights']],
]);

function patternSections(entry: Entry, text: FieldText): SearchSection[] {
	const prose = new Map(bodyText(entry).map((section) => [section.title, section.text]));
	return SECTIONS.map(({ id, title }) => ({
		id,
		title,
		text: [text(...(FIELDS.get(id) ?? [id])), prose.get(title) ?? ''].join('\n').trim(),
	}));
}

/** Keys that the document holds elsewhere. */
const ELSEWHERE = new Set([
	'title',
	'summary',
	'description',
	'aliases',
	'catalogue.aliases',
	'items',
	// How the list of items was read, not what a reader looks for.
	'sources',
	'url',
]);

const otherKeys = ({ data }: Entry) => Object.keys(data).filter((key) => !ELSEWHERE.has(key));

/** Each item of a framework is a section, so that its id or title leads to its own row. */
function itemSections({ data }: Entry): SearchSection[] {
	if (!('items' in data)) return [];
	return data.items.map(({ id, title, meaning }) => ({
		id: anchorOf(id),
		title: title === id ? id : `${id} ${title}`,
		text: meaning ?? `${id} ${title}`,
	}));
}

/** Names and words for the browser, to put exact names first and to answer a typing error. */
export function searchNames(documents: readonly SearchDocument[]): SearchNames {
	const words = new Set<string>();
	for (const { title, summary, aliases, sections } of documents) {
		const texts = sections.flatMap((section) => [section.title, section.text]);
		for (const word of correctable([title, summary, ...aliases, ...texts].join('\n'))) words.add(word);
	}
	return {
		names: documents.map(({ title, path, aliases }) => [title, path, ...aliases]),
		words: [...words].sort(compare),
	};
}
