/** What every entry has, whatever its collection: an address, a title, a summary. */
import type { CollectionName } from '#schemas/index.ts';
import type { Entry } from '../model/catalogue.ts';

/** Path of the page of an entry, from the root of the site. */
export function entryPath({ collection, id }: { collection: CollectionName; id: string }): string {
	return `/${collection}/${id}/`;
}

/** Title on pages and in lists; a prompt goes by its id. */
export function titleOf(entry: Entry): string {
	return 'title' in entry.data ? entry.data.title : entry.id;
}

/** One or two sentences on what it is, or an empty text. */
export function summaryOf(entry: Entry): string {
	if ('summary' in entry.data) return entry.data.summary;
	return 'description' in entry.data ? entry.data.description : '';
}

/** Other names people search for. */
export function aliasesOf({ data }: Entry): readonly string[] {
	if ('aliases' in data) return data.aliases;
	return 'catalogue.aliases' in data ? data['catalogue.aliases'] : [];
}
