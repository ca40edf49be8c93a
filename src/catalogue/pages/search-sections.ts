/** Which fields stand under which heading of a page, so that a result leads to the place itself. */
import type { Entry } from '../model/catalogue.ts';
import { SECTIONS } from '../model/sections.ts';
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
	const prose = new Map(bodyText(entry).map((section) => [section.title, section.text]));
	return SECTIONS.map(({ id, title }) => ({
		id,
		title,
		text: [text(...fieldsOfSection(id)), prose.get(title) ?? ''].join('\n').trim(),
	}));
}

/** Sections of every other page, by the field they show. tests/site/search.test.ts opens each. */
const SECTION_OF = new Map<string, [id: string, title: string]>([
	['demands', ['does', 'What it must do']],
	['byTier', ['by-tier', 'How much, by tier']],
	['implementation', ['implement', 'How to put it in place']],
	['verification', ['test', 'How to test it']],
	['evidence', ['evidence', 'What counts as evidence']],
	['pitfalls', ['pitfalls', 'How teams get it wrong']],
	['causes', ['causes', 'What brings it about']],
	['signs', ['signs', 'How one notices it']],
	['questions', ['questions', 'What a reviewer asks']],
	['formula', ['formula', 'Formula']],
	['measure', ['measure', 'How to measure it']],
	['thresholds', ['thresholds', 'What good looks like']],
	['misread', ['misread', 'How it misleads']],
	['scopes', ['scopes', 'What it may do']],
	['auth', ['auth', 'How it signs in']],
	['logFields', ['log', 'What each call logs']],
	['obtain', ['obtain', 'How to get access']],
	['dataTerms', ['data-terms', 'What happens to the data']],
	['goodFor', ['good-for', 'Approved for']],
	['notFor', ['not-for', 'Not approved for']],
	['learns', ['skill-path', 'Skill path']],
	['judges', ['judges', 'Must be able to judge']],
	['reports', ['reports', 'Reports']],
	['frameworks', ['frameworks', 'Framework mapping']],
	['catalogue.variables', ['fill', 'Fill and preview']],
	['catalogue.knownFailures', ['failures', 'Known failures']],
]);

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

/** The fields of an entry: first those that have no section of their own, then each section. */
export function fieldSections({ data }: Entry, text: FieldText): SearchSection[] {
	const keys = Object.keys(data).filter((key) => !ELSEWHERE.has(key));
	return [
		{ id: '', title: '', text: text(...keys.filter((key) => !SECTION_OF.has(key))) },
		...keys.flatMap((key) => {
			const [id, title] = SECTION_OF.get(key) ?? [];
			return id && title ? [{ id, title, text: text(key) }] : [];
		}),
	];
}
