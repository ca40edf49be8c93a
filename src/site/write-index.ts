/** Writes the index of the search into a site, or takes it over from the site before. */
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { Reads, readAs } from '#catalogue/model/reads.ts';
import type { KeptSite } from './kept-site.ts';
import { indexCatalogue, SEARCH_FOLDER } from './search-index.ts';

const UNIT = 'index of the search';

/** Gives how many files were made: none, where the index is as it was. */
export async function writeIndex(catalogue: Catalogue, kept: KeptSite): Promise<number> {
	if (kept.carry(UNIT, '')) return 0;
	const reads = new Reads();
	const files = await readAs({ reads }, () => indexCatalogue(catalogue));
	const paths: string[] = [];
	for (const [name, content] of files) {
		const path = `${SEARCH_FOLDER}/${name}`;
		kept.write(path, content);
		paths.push(path);
	}
	kept.made(UNIT, '', [reads], paths);
	return files.size;
}
