/** Writes "approved" where signatures say so. Nobody else can: the schemas refuse the word. */
import type { Catalogue } from '../../model/catalogue.ts';
import type { Entry } from '../../model/entry.ts';
import { approvalsAbout } from './given.ts';
import { standingOf } from './standing.ts';
import { isApproved, nameOf } from './subject.ts';

/**
 * Sets the status of every proposed entry whose seats have all approved it. It runs once, before any
 * rule or page sees the catalogue, so that all of them read one status.
 *
 * @param assumed names of entries to treat as approved, so that a command can say before a signature
 *   what the rules for approved entries find
 */
export function settle(catalogue: Catalogue, assumed: ReadonlySet<string> = new Set()): void {
	for (const map of Object.values(catalogue.all)) {
		for (const entry of map.values()) {
			if (isSettled(entry, catalogue, assumed)) {
				// Entries may come from the cache, so the data is replaced and not changed.
				entry.data = { ...entry.data, status: 'approved' } as Entry['data'];
			}
		}
	}
}

function isSettled(entry: Entry, catalogue: Catalogue, assumed: ReadonlySet<string>): boolean {
	if (!isApproved(entry) || !('status' in entry.data)) return false;
	if (entry.data.status !== 'proposed') return false;
	if (assumed.has(nameOf(entry))) return true;
	if (approvalsAbout(nameOf(entry), catalogue).length === 0) return false;
	const { state } = standingOf(entry, catalogue);
	return state === 'complete' || state === 'expired';
}
