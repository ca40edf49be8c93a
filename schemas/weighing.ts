/**
 * What a change asks of teams that already use an entry.
 *
 * Breaking (`major`) is what makes such a team act before it takes the change. An addition (`minor`)
 * can be taken without acting. Everything that no row names is a correction (`patch`). Each
 * collection has its own rows; `npm run report -- --explain` prints them all.
 */
import type { ChangeImpact } from './vocabularies.ts';

export type ChangeKind = 'added' | 'removed' | 'reordered' | 'raised' | 'lowered' | 'changed';

export interface Weighing {
	/** Path of a field; a path to `*` is an item of a list, any other covers what is inside. */
	at: string;
	on: readonly ChangeKind[];
	impact: ChangeImpact;
	/** Why, as a reason for the reader. */
	because: string;
}

export const ANY: readonly ChangeKind[] = ['added', 'removed', 'raised', 'lowered', 'changed'];
export const COMES: readonly ChangeKind[] = ['added', 'removed'];
export const OTHER: readonly ChangeKind[] = ['raised', 'lowered', 'changed'];

/** Reasons that rows of several collections give. */
export const LESS_DATA = 'Some data that teams send now is no longer allowed.';
export const NEXT_RELEASE = 'Teams follow from their next release.';
export const PLACE_RECORDED = 'The catalogue now records where the data is.';
export const REPORTS_BREAK = 'Reports that read the field break.';

/** A row: the change it is about, what it asks of teams, and why. */
export const row = (
	at: string,
	on: ChangeKind | readonly ChangeKind[],
	impact: ChangeImpact,
	because: string,
): Weighing => ({ at, on: typeof on === 'string' ? [on] : on, impact, because });
