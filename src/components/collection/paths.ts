/** Addresses of the lists and the pages of a collection, for getStaticPaths. */
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { type ListColumn, type ListRow, listRows } from '#catalogue/pages/list.ts';
import { type CollectionName, pagedCollections } from '#schemas/index.ts';
import { cacheKey } from '#site/cache-key.ts';
import { getCatalogue } from '#site/catalogue.ts';
import { specialFolders } from './special-routes.ts';

/** Entries on one page of a list. */
export const PAGE_SIZE = 200;

/** One page for every entry of a collection. */
export async function entryPaths(name: CollectionName) {
	const catalogue = await getCatalogue();
	return entriesOf(name, catalogue).map((entry) => ({
		params: { id: entry.id },
		props: { id: entry.id },
		cacheKey: cacheKey(entry, catalogue),
	}));
}

/** What the page of a list is given. */
export interface ListPage {
	rows: ListRow[];
	total: number;
	/** From 1. */
	page: number;
	pages: number;
}

/** The pages of the list of a collection; an empty collection has one, which says so. */
export async function listPaths<Name extends CollectionName>(
	name: Name,
	columns: readonly ListColumn<Name>[],
) {
	const rows = listRows(name, columns, await getCatalogue());
	const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
	return Array.from({ length: pages }, (_, at) => {
		const list: ListPage = {
			rows: rows.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE),
			total: rows.length,
			page: at + 1,
			pages,
		};
		return { params: { page: at === 0 ? undefined : String(at + 1) }, props: { list } };
	});
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

/** Collections with pages that have no folder of their own under src/pages. */
export const genericCollections = pagedCollections.filter((name) => !specialFolders.has(name));
