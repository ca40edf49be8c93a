/** The pages that search knows: every entry that has a page, and the pages that are no entries. */
import { collections, type DataOf, pagedCollections } from '#schemas/index.ts';
import * as words from '#schemas/vocabularies.ts';
import { isExampleState } from '../../judge/approval/state.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { isOf } from '../../model/is-of.ts';
import { capital } from '../../words/phrase.ts';
import { searchFacts, searchSections } from '../search.ts';
import { hasText } from './files.ts';
import type { CardedPage } from './format.ts';
import { unspacedIn } from './terms.ts';

/**
 * Characters of text in the index, shared out among the pages, so that the first search stays small
 * however much is written. The full text has an index of its own.
 */
const ALL_TEXT = 250_000;
const LEAST_TEXT = 400;

/** Every entry that has a page, with the further pages, in a fixed order. */
export function searchPages(
	catalogue: Catalogue,
	further: readonly CardedPage[] = [],
): CardedPage[] {
	const entries = pagedCollections.flatMap((name): Entry[] => [...catalogue.all[name].values()]);
	const room = hasText(entries.length + further.length)
		? Math.max(LEAST_TEXT, Math.floor(ALL_TEXT / Math.max(1, entries.length)))
		: undefined;
	const asked = questionsByPage(catalogue);
	return [...entries.map((entry) => pageOf(entry, catalogue, room)), ...further]
		.map((page) => ({ ...page, asked: asked.get(page.path) ?? [] }))
		.sort((a, b) => compare(a.path, b.path));
}

/** The questions that people ask, by the address of the page that answers. */
function questionsByPage({ synonyms }: Catalogue): ReadonlyMap<string, readonly string[]> {
	const byPage = new Map<string, readonly string[]>();
	for (const { page, questions } of [...synonyms.values()].flatMap(({ data }) => data.asked)) {
		byPage.set(page, [...(byPage.get(page) ?? []), ...questions]);
	}
	return byPage;
}

/** @param room characters of its text; undefined where the index has room for none */
function pageOf(entry: Entry, catalogue: Catalogue, room: number | undefined): CardedPage {
	const { path, title, aliases, summary, filters } = searchFacts(entry, catalogue);
	return {
		path,
		kind: collections[entry.collection].singular,
		title,
		aliases,
		summary,
		task: isOf('patterns', entry) ? taskOf(entry.data) : '',
		text: room === undefined ? '' : textOf(entry, catalogue, room),
		use: isOf('patterns', entry) ? entry.data.useWhen[0] : undefined,
		tier: filters.tier?.[0],
		state: filters.status?.[0],
		data: dataOf(entry, catalogue),
	};
}

function textOf(entry: Entry, catalogue: Catalogue, room: number): string {
	const sections = searchSections(entry, catalogue);
	const text = sections.flatMap((section) => [section.title, section.text]).join('\n');
	return `${text.slice(0, room)}\n${unspacedIn(text.slice(room))}`.trim();
}

/** What a result says of data: the class a pattern is for, and what of the entry is invented. */
function dataOf(entry: Entry, catalogue: Catalogue): string | undefined {
	const said = [
		...(isOf('patterns', entry) ? [`${words.dataClass.label(entry.data.exposure.data)} data`] : []),
		...('example' in entry.data && entry.data.example ? ['example data'] : []),
		...(!('example' in entry.data) && isExampleState(entry, catalogue) ? ['example approval'] : []),
	];
	return said.length > 0 ? capital(said.join(', ')) : undefined;
}

/** What a pattern is for. When not to use it is left out: it names the work of other patterns. */
function taskOf(data: DataOf<'patterns'>): string {
	return [
		data.fit,
		...data.useWhen,
		words.problem.label(data.problem),
		...data.techniques.map((technique) => words.technique.label(technique)),
	].join('\n');
}
