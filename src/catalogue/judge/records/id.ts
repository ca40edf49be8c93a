/** The id of a record is the start of the digest of what it says, so an edit shows. */
import type { CatalogueRecord } from '#schemas/record.ts';
import { fileDigest } from '../../model/digest.ts';
import { canonicalJson } from '../../words/canonical-json.ts';

/** A record before it has its id. */
export type Unnamed<One extends CatalogueRecord = CatalogueRecord> = One extends unknown
	? Omit<One, 'id'>
	: never;

/** The id of a record, from everything it says but the id itself. */
export function recordIdOf(record: Unnamed): string {
	const { id: _, ...said } = { id: '', ...record };
	return fileDigest(canonicalJson(said)).slice(0, 16);
}

/** The record with its id. */
export function named<One extends Unnamed>(record: One): One & { id: string } {
	return { ...record, id: recordIdOf(record) };
}
