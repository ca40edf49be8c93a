/** Writes the index of the search into a site, or takes it over from the site before. */
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { note, Reads, readAs } from '#catalogue/model/reads.ts';
import type { KeptSite } from './kept-site.ts';
import { indexCatalogue, SEARCH_FOLDER, searchedText } from './search-index.ts';

const UNIT = 'index of the search';

/**
 * Gives how many files were made: none, where the index is as it was.
 *
 * @param given called when Pagefind has every page, and works on by itself
 */
export async function writeIndex(
	catalogue: Catalogue,
	kept: KeptSite,
	given: () => void,
): Promise<number> {
	if (kept.carry(UNIT, '')) return 0;
	const reads = new Reads();
	const files = await readAs({ reads }, () =>
		indexCatalogue(catalogue, keptText(catalogue, kept), given),
	);
	const paths: string[] = [];
	for (const [name, content] of files) {
		const path = `${SEARCH_FOLDER}/${name}`;
		kept.write(path, content);
		paths.push(path);
	}
	kept.made(UNIT, '', [reads], paths);
	return files.size;
}

/** Gives `searchedText` of an entry: it takes longer to make than to keep. */
export const keptText = (catalogue: Catalogue, kept: KeptSite) => (entry: Entry) =>
	kept.recall(`search of ${entry.collection}/${entry.id}`, async () => {
		// The entry comes from the list of all, and is read here.
		note('entry', entry.collection, entry.id);
		return searchedText(entry, catalogue);
	});
