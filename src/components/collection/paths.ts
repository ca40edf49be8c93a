/** Addresses of the lists and the pages of a collection, for getStaticPaths. */
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { browseIndex, browsePages } from '#catalogue/pages/browse/list.ts';
import type { BrowseIndex, BrowseLine } from '#catalogue/pages/browse/state.ts';
import { type CollectionName, pagedCollections } from '#schemas/index.ts';
import { getCatalogue } from '#site/catalogue.ts';

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

/** One page for every pattern, below its own. */
export async function patternPaths() {
	const { patterns } = await getCatalogue();
	return [...patterns.keys()].map((id) => ({ params: { id }, props: { id } }));
}

/** What the page of a list is given: the whole index, and the lines that this page shows. */
export interface ListPage {
	index: BrowseIndex;
	lines: readonly BrowseLine[];
	/** From 1. */
	page: number;
	pages: number;
}

/** The pages of the list of every collection; an empty collection has one, which says so. */
export async function listPaths() {
	const catalogue = await getCatalogue();
	return pagedCollections.flatMap((name) => {
		const index = browseIndex(name, catalogue);
		const pages = browsePages(index.lines);
		return pages.map((lines, at) => {
			const list: ListPage = { index, lines, page: at + 1, pages: pages.length };
			const page = at === 0 ? undefined : `page/${at + 1}`;
			return { params: { collection: name, page }, props: { list } };
		});
	});
}

/** The entries of a collection that is only known at run time. */
function entriesOf(name: CollectionName, { all }: Catalogue): Entry[] {
	return [...all[name].values()];
}

/** An entry that getStaticPaths has listed; its absence is a mistake of the build. */
export function entryAt<Found>(map: ReadonlyMap<string, Found>, id: string): Found {
	const entry = map.get(id);
	if (!entry) throw new Error(`The page of "${id}" is built, but the catalogue has no such entry.`);
	return entry;
}
