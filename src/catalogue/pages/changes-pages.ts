/** The events by year and month, in pages that do not grow without bound. */

import { longDay } from '../words/day.ts';
import type { CatalogueEvent } from './event.ts';

/** Events on one page. */
export const PER_PAGE = 200;

export interface Month {
	/** Such as "November 2026". */
	title: string;
	/** Such as "2026-11", for an anchor. */
	id: string;
	events: CatalogueEvent[];
}

export interface ChangesPage {
	path: string;
	year: string;
	/** Number of the page within its year, from 1, and how many there are. */
	page: number;
	pages: number;
	months: Month[];
}

/**
 * The pages in order: the newest year starts at /changes/, an older one at /changes/2025/. Without
 * an event there is one page, which says so.
 */
export function changesPages(events: readonly CatalogueEvent[]): ChangesPage[] {
	const years = [...Map.groupBy(events, ({ date }) => date.slice(0, 4))];
	if (years.length === 0) return [{ path: '/changes/', year: '', page: 1, pages: 1, months: [] }];
	return years.flatMap(([year, inYear], at) => {
		const pages = Math.ceil(inYear.length / PER_PAGE);
		return Array.from({ length: pages }, (_, page) => ({
			path: pathOf(at === 0 && page === 0 ? '' : year, page),
			year,
			page: page + 1,
			pages,
			months: monthsOf(inYear.slice(page * PER_PAGE, (page + 1) * PER_PAGE)),
		}));
	});
}

const pathOf = (year: string, page: number) =>
	`/changes/${year && `${year}/`}${page > 0 ? `${page + 1}/` : ''}`;

function monthsOf(events: readonly CatalogueEvent[]): Month[] {
	return [...Map.groupBy(events, ({ date }) => date.slice(0, 7))].map(([id, inMonth]) => ({
		id,
		title: longDay(`${id}-01`).replace(/^1 /, ''),
		events: inMonth,
	}));
}

/** Pages to go on to: the others of the same year by number, and each other year by its first. */
export function pagesBeside(
	shown: ChangesPage,
	all: readonly ChangesPage[],
): { label: string; path: string }[] {
	return all
		.filter(({ year, page }) => year === shown.year || page === 1)
		.map(({ year, page, pages, path }) => ({
			label: year === shown.year && pages > 1 ? `${year}, page ${page}` : year,
			path,
		}));
}
