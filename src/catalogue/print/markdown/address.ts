/** Where the Markdown of an entry stands, and which address a link in it leads to. */
import { collections } from '#schemas/index.ts';
import { isCollection } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import { twinPath } from '../../model/entry.ts';

export const MARKDOWN_TYPE = 'text/markdown; charset=utf-8';

const ENTRY = /^\/([a-z-]+)\/([a-z0-9-]+)\/(?:#.*)?$/;

/**
 * Full address of a path as a reader of Markdown follows it: the twin of an entry or a tombstone,
 * else the page itself.
 */
export function addressOf(path: string, { catalogue, url }: ExportContext): string {
	const [, collection = '', id = ''] = ENTRY.exec(path) ?? [];
	if (!isCollection(collection) || !collections[collection].pages) return url(path);
	const exists =
		catalogue.all[collection].has(id) || catalogue.withdrawn.has(`${collection}.${id}`);
	return exists ? url(twinPath(`/${collection}/${id}/`)) : url(path);
}
