/** Replaces status words that nobody writes any more: signatures approve, and owners publish. */
import { type CollectionName, collections } from '#schemas/index.ts';
import { definition, metaOf, unwrap } from '../../model/schema-walk.ts';
import { placeOf, type SourceFile } from '../../read/files.ts';
import type { FileMove } from './move.ts';

const STATUS = /^(status:[ \t]*)(["']?)(\w+)\2([ \t]*(?:#.*)?)$/m;

/** "approved" becomes "proposed" where the council approves, and "published" where the owner does. */
export function renameStatuses(files: readonly SourceFile[]): FileMove[] {
	return files.flatMap(({ path, text }): FileMove[] => {
		const words = wordsFor(placeOf(path)?.collection);
		const [, , , word = ''] = (text && STATUS.exec(text)) || [];
		if (!words || text === undefined || word === '' || words.includes(word)) return [];
		if (!['approved', 'proposed'].includes(word)) return [];
		const next = words.includes('published') ? 'published' : 'proposed';
		return [{ path, text: text.replace(STATUS, `$1${next}$4`), why: `status: ${next}` }];
	});
}

/** The words that can be written as the status of an entry of this collection. */
function wordsFor(collection: CollectionName | undefined): readonly string[] | undefined {
	const { shape } = collection ? definition(unwrap(collections[collection].schema)) : {};
	const { written } = shape?.status ? metaOf(shape.status) : {};
	return written;
}
