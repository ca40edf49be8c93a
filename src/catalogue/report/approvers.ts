/** Who must agree to a change: owners of what it touches, and the seats a pattern needs. */
import { councilSeat } from '#schemas/vocabularies.ts';
import { patternDigest } from '../approval/digest.ts';
import type { Catalogue, Entry } from '../catalogue.ts';
import { tierOf } from '../tier.ts';
import type { Approver, EntryReport } from './report.ts';

/** Ids of the teams that own an entry on either side; the council where none is named. */
export function ownersOf(
	entries: readonly (Entry | undefined)[],
	base: Catalogue,
	head: Catalogue,
): string[] {
	const owners = entries.flatMap((entry, index) => {
		if (!entry) return [];
		if ('owner' in entry.data) return [entry.data.owner];
		const catalogue = index === 0 ? base : head;
		const pattern = catalogue.patterns.get(entry.parent ?? '');
		return [pattern?.data.owner ?? catalogue.organisation.council.team];
	});
	return [...new Set(owners)];
}

/** Owners first, then the seats, each once with all the entries they must agree to. */
export function approversOf(
	entries: readonly EntryReport[],
	base: Catalogue,
	head: Catalogue,
): Approver[] {
	const found = new Map<string, { role: string; id: string; entries: Set<string> }>();
	const add = (role: string, id: string, title: string) => {
		const known = found.get(`${role}\0${id}`) ?? { role, id, entries: new Set() };
		known.entries.add(title);
		found.set(`${role}\0${id}`, known);
	};
	for (const { owners, title, within } of entries) {
		for (const owner of owners) add('Owner', owner, within ?? title);
	}
	for (const pattern of head.patterns.values()) {
		if (!needsApproval(pattern, base, head)) continue;
		const tier = tierOf(pattern.data, head.policy);
		for (const seat of head.policy.approval.seats[tier]) {
			const filled = head.organisation.council.seats.find((one) => one.seat === seat);
			const team = filled?.team ?? head.organisation.council.team;
			add(`Seat ${councilSeat.label(seat)}`, team, pattern.data.title);
		}
	}
	return [...found.values()].map(({ role, id, entries: titles }) => {
		const teams = [...head.organisation.teams, ...base.organisation.teams];
		const team = teams.find((one) => one.id === id);
		const contact = team?.contact ?? head.organisation.contact;
		return { role, team: team?.name ?? id, contact, entries: [...titles] };
	});
}

/** A draft is not up for approval; anything else is as soon as a byte of its folder changed. */
function needsApproval(pattern: Entry<'patterns'>, base: Catalogue, head: Catalogue): boolean {
	if (pattern.data.status === 'draft') return false;
	const before = base.patterns.get(pattern.id);
	return !before || patternDigest(before, base) !== patternDigest(pattern, head);
}
