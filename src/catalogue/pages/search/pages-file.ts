/**
 * What all terms of the index share, as columns: the pages, what each is and how long its fields
 * are. At ten thousand entries, a name for every value would be most of what a browser loads.
 */
import type { IndexData } from './find.ts';

export type Common = Omit<IndexData, 'index'>;

/** The form in the file. */
export interface PagesFile {
	head: Omit<Common, 'documentIds' | 'fieldLength' | 'storedFields'>;
	/** Paths of the pages, a line each, by the number of the page. */
	paths: string;
	/** Length of each field, a column for a field; empty where a page has not got it. */
	lengths: string[];
	/** Kind of each page. */
	kinds: string;
}

/** Pages are numbered as they were added, and none is taken out again. */
export function writePages({ documentIds, fieldLength, storedFields, ...head }: Common): PagesFile {
	const numbers = [...Array(head.documentCount).keys()];
	return {
		head,
		paths: numbers.map((page) => String(documentIds[page])).join('\n'),
		lengths: Object.values(head.fieldIds).map((field) =>
			numbers.map((page) => fieldLength[page]?.[field] ?? '').join(','),
		),
		kinds: numbers.map((page) => String(storedFields[page]?.kind)).join(','),
	};
}

export function readPages({ head, paths, lengths, kinds }: PagesFile): Common {
	const pages = head.documentCount === 0 ? [] : paths.split('\n');
	const columns = lengths.map((column) => column.split(','));
	const kindOf = kinds.split(',');
	const byPage = <Value>(made: (page: number) => Value) =>
		Object.fromEntries(pages.map((_, page) => [page, made(page)]));
	return {
		...head,
		documentIds: byPage((page) => pages[page]),
		storedFields: byPage((page) => ({ kind: kindOf[page] })),
		fieldLength: byPage((page) => lengthsOf(columns, Object.values(head.fieldIds), page)),
	};
}

/** A list by field, as the library has it: a field without a length is left out. */
function lengthsOf(
	columns: readonly string[][],
	fields: readonly number[],
	page: number,
): number[] {
	const lengths: number[] = [];
	for (const [at, field] of fields.entries()) {
		const length = columns[at]?.[page];
		if (length) lengths[field] = Number(length);
	}
	return lengths;
}
