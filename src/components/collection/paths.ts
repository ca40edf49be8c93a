/** Addresses of the lists and the pages of a collection, for getStaticPaths. */
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { listColumns } from '#catalogue/pages/index.ts';
import { type ListRow, listRows } from '#catalogue/pages/list.ts';
import { type CollectionName, collections, pagedCollections } from '#schemas/index.ts';
import { getCatalogue } from '#site/catalogue.ts';

/** Entries on one page of a list. */
const PAGE_SIZE = 200;

/** Collections with a list like any other. */
const listed = pagedCollections.filter((name) => !collections[name].ownList);

/** One page for every entry. */
export async function entryPaths() {
	const catalogue = await getCatalogue();
	return pagedCollections.flatMap((name) =>
		entriesOf(name, catalogue).map((entry) => ({
			params: { collection: name, id: entry.id },
			props: { id: entry.id, name },
		})),
	);
}

/** What the page of a list is given. */
export interface ListPage {
	rows: ListRow[];
	total: number;
	/** From 1. */
	page: number;
	pages: number;
}

/** The pages of the list of every collection; an empty collection has one, which says so. */
export async function listPaths() {
	const catalogue = await getCatalogue();
	return listed.flatMap((name) =>
		pagesOf(listRows(name, listColumns(name), catalogue)).map((list) => ({
			params: { collection: name, page: list.page === 1 ? undefined : String(list.page) },
			props: { name, list },
		})),
	);
}

function pagesOf(rows: readonly ListRow[]): ListPage[] {
	const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
	return Array.from({ length: pages }, (_, at) => ({
		rows: rows.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE),
		total: rows.length,
		page: at + 1,
		pages,
	}));
}

/** The entries of a collection that is only known at run time. */
export function entriesOf(name: CollectionName, { all }: Catalogue): Entry[] {
	return [...all[name].values()];
}

/** An entry that getStaticPaths has listed; its absence is a mistake of the build. */
export function entryAt<Found>(map: ReadonlyMap<string, Found>, id: string): Found {
	const entry = map.get(id);
	if (!entry) throw new Error(`The page of "${id}" is built, but the catalogue has no such entry.`);
	return entry;
}
