/** The list of all prompts, in pages. */
import type { DataClass } from '#schemas/vocabularies.ts';
import { type EntryState, stateOf } from '../judge/approval/state.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { caseCounts, casesOf, exposureOf, patternOf } from './prompt-page.ts';

export interface PromptRow {
	id: string;
	description: string;
	version: string;
	/** Labels of its variables. */
	takes: string[];
	dataClass: DataClass;
	/** Whether any variable is written outside. */
	untrusted: boolean;
	cases: string;
	pattern: { id: string; title: string; status: EntryState } | undefined;
}

export const PER_PAGE = 200;

export interface ListPage<Item> {
	items: Item[];
	/** Number of this page, from 1. */
	page: number;
	pages: number;
	/** Position of the first item, from 1; 0 when there is none. */
	from: number;
	total: number;
}

/** Every prompt by name. */
export function promptRows(catalogue: Catalogue): PromptRow[] {
	return [...catalogue.prompts.values()]
		.sort((a, b) => (a.id < b.id ? -1 : 1))
		.map((entry) => {
			const { id, data } = entry;
			const pattern = patternOf(entry, catalogue);
			const { dataClass, untrusted } = exposureOf(entry);
			return {
				id,
				description: data.description,
				version: data.version,
				takes: Object.values(data['catalogue.variables']).map(({ label }) => label),
				dataClass,
				untrusted: untrusted.length > 0,
				cases: caseCounts(casesOf(entry, catalogue)),
				pattern: pattern && {
					id: pattern.id,
					title: pattern.data.title,
					status: stateOf(pattern, catalogue),
				},
			};
		});
}

/** One page of a list. */
export function pageOf<Item>(
	items: readonly Item[],
	page: number,
	perPage = PER_PAGE,
): ListPage<Item> {
	const start = (page - 1) * perPage;
	const shown = items.slice(start, start + perPage);
	return {
		items: shown,
		page,
		pages: pageCount(items.length, perPage),
		from: shown.length > 0 ? start + 1 : 0,
		total: items.length,
	};
}

/** How many pages a list has; an empty list has one. */
export function pageCount(total: number, perPage = PER_PAGE): number {
	return Math.max(1, Math.ceil(total / perPage));
}

/** Path of a page of the prompt list. */
export function listPath(page: number): string {
	return page === 1 ? '/prompts/' : `/prompts/page/${page}/`;
}
