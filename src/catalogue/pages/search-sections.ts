/** Which fields stand under which heading of a page, so that a result leads to the place itself. */
import type { Entry } from '../model/catalogue.ts';
import { sectionAt } from '../model/labels.ts';
import { SECTIONS, sectionOfHeading } from '../model/sections.ts';
import { bodyText, type FieldText } from './search-text.ts';

export interface SearchSection {
	/** Id of the heading's section on the page; empty when the page as a whole is meant. */
	id: string;
	title: string;
	/** Sentences, one per line. */
	text: string;
}

/** The fields that each section of a pattern page shows, where the two names differ. */
const PATTERN_FIELDS = new Map([
	['fit', ['fit', 'useWhen', 'doNotUseWhen']],
	['architecture', ['architecture', 'models']],
	['incident', ['incident', 'decisionRights']],
	['skilling', ['people']],
]);

/** Fields of a pattern that a section of its page shows. */
export const fieldsOfSection = (id: string): readonly string[] => PATTERN_FIELDS.get(id) ?? [id];

/** The numbered sections of a pattern, each with its data and its prose. */
export function patternSections(entry: Entry<'patterns'>, text: FieldText): SearchSection[] {
	const prose = new Map<string, string[]>();
	for (const { title, text: said } of bodyText(entry)) {
		// What comes before the first heading belongs to Fit.
		const home = title ? (sectionOfHeading(title)?.id ?? '') : 'fit';
		prose.set(home, [...(prose.get(home) ?? []), said]);
	}
	const rest = { id: '', title: '', text: (prose.get('') ?? []).join('\n') };
	const sections = SECTIONS.map(({ id, title }) => ({
		id,
		title,
		text: [text(...fieldsOfSection(id)), ...(prose.get(id) ?? [])].join('\n').trim(),
	}));
	return rest.text ? [...sections, rest] : sections;
}

/** Fields that a search document holds elsewhere, or that say how a list was read. */
const ELSEWHERE = new Set([
	'title',
	'summary',
	'description',
	'aliases',
	'catalogue.aliases',
	'items',
	'sources',
	'url',
]);

/** The fields of an entry: first those that share a section, then those with one of their own. */
export function fieldSections({ collection, data }: Entry, text: FieldText): SearchSection[] {
	const keys = Object.keys(data).filter((key) => !ELSEWHERE.has(key));
	const placed = keys.map((key) => ({ key, section: sectionAt(collection, key) }));
	const shared = placed.filter(({ section }) => !section).map(({ key }) => key);
	return [
		{ id: '', title: '', text: text(...shared) },
		...placed.flatMap(({ key, section }) => (section ? [{ ...section, text: text(key) }] : [])),
	];
}
