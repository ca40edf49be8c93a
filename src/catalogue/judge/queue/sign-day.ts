/** The day by which the seats sign a version of an entry. */
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { addDays } from '../../words/calendar.ts';
import { signsFrom } from '../approval/roster.ts';
import { standingOf } from '../approval/standing.ts';

/**
 * The day on which what is to be signed was made. Content that changed under the same version changed
 * after it was approved last.
 */
export function lastMade(entry: Entry, catalogue: Catalogue): string | undefined {
	const { data } = entry;
	const changes = 'changes' in data ? (data.changes ?? []) : [];
	const version = 'version' in data ? data.version : undefined;
	const made =
		changes.find((change) => change.version === version)?.date ??
		('reviewed' in data ? data.reviewed : undefined);
	const approved = standingOf(entry, catalogue).changedSince?.date;
	return [made, approved].filter((day) => day !== undefined).sort((a, b) => compare(b, a))[0];
}

/**
 * Some days after the version was made. Nobody is late before there is a seat that could have signed:
 * what was there before gets the longer time of a new council, and no day while a seat is empty.
 */
export function signDay(entry: Entry, catalogue: Catalogue): string | undefined {
	const { policy, organisation } = catalogue;
	const made = lastMade(entry, catalogue);
	const from = signsFrom(standingOf(entry, catalogue).missing, organisation.council);
	if (made === undefined || from === undefined) return undefined;
	const { signDays, firstSignDays } = policy.queue;
	return made <= from ? addDays(from, firstSignDays) : addDays(made, signDays);
}

/** The same for what is in use already: it must stop without approval, however new the council is. */
export function stopDay(entry: Entry, catalogue: Catalogue): string | undefined {
	const made = lastMade(entry, catalogue);
	return made && addDays(made, catalogue.policy.queue.signDays);
}
