/**
 * What the path of a record file says: the pattern or use case it is about, and the kind of its
 * records.
 */
import type { CatalogueRecord } from '#schemas/record.ts';
import { RECORD_ID, type RecordKind, type RecordSubject, records } from '#schemas/record.ts';
import type { Unnamed } from './id.ts';

export interface RecordPlace {
	collection: RecordSubject;
	/** Id of the pattern or use case. */
	subject: string;
	/** Kind of every record in the file; a bundle mixes kinds. */
	kind: RecordKind | 'bundle';
	/** Month of adding, metric, or start of the digest of the bundle. */
	name: string;
}

/** The parts of the id of a record file. */
export function placeOfRecords(id: string): RecordPlace {
	const [, collection, subject = '', kind, name = ''] = RECORD_ID.exec(id) ?? [];
	// The expression only lets these words through; files with other ids are refused before.
	return { collection, subject, kind, name } as RecordPlace;
}

/**
 * The file records go to: one for each month of adding, one for the whole series of a metric.
 *
 * @example
 * recordPath('use-cases', 'desk', 'evidence', '2026-10')
 * // => 'content/records/use-cases/desk/evidence.2026-10.yaml'
 */
export const recordPath = (
	collection: RecordSubject,
	subject: string,
	kind: RecordPlace['kind'],
	name: string,
): string => records.file.replace('{id}', `${collection}/${subject}/${kind}.${name}`);

/** What a file is named after: the metric of a series, else the month in which it was added. */
export function recordFileName(record: CatalogueRecord | Unnamed): string {
	return record.kind === 'measurement' ? record.metric : record.added.on.slice(0, 7);
}
