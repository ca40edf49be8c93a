/** The way to everything: each list with its size, and the pages that are no lists. */
import { collections, pagedCollections } from '#schemas/index.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { capital } from '../words/phrase.ts';
import { link, type TableBlock, table } from './blocks.ts';
import { furtherPages } from './search/further.ts';

/** Both tables of the page. */
export function collectionsOf({ all }: Catalogue): { lists: TableBlock; pages: TableBlock } {
	return {
		lists: table(
			'Lists of the catalogue',
			['List', { label: 'Entries', num: true }, 'What an entry is'],
			pagedCollections.map((name) => [
				link(capital(collections[name].plural), `/${name}/`),
				String(all[name].size),
				collections[name].about,
			]),
		),
		pages: table(
			'Pages that help you decide',
			['Page', 'What it is for'],
			furtherPages()
				.filter(({ path }) => path !== '/all/')
				.map(({ path, title, summary }) => [link(title, path), summary]),
		),
	};
}
