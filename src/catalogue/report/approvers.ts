/** Who must agree to a change: owners of what it touches, and the seats a pattern needs. */
import { councilSeat } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { titleOf } from '../model/entry.ts';
import type { Finding } from '../model/finding.ts';
import type { Approver, EntryReport } from './report.ts';
import { needsApproval, seatsToSign } from './signatures.ts';

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

/** Owners first, then the seats that have not signed, each once with all the entries they must agree to. */
export function approversOf(
	entries: readonly EntryReport[],
	base: Catalogue,
	head: Catalogue,
	appeared: readonly Finding[],
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
	for (const hit of hitByWithdrawal(entries, head, appeared)) {
		const within = head.patterns.get(hit.parent ?? '')?.data.title;
		for (const owner of ownersOf([undefined, hit], base, head)) {
			add('Owner who must act', owner, within ?? titleOf(hit));
		}
	}
	for (const pattern of head.patterns.values()) {
		if (!needsApproval(pattern, base, head)) continue;
		for (const seat of seatsToSign(pattern, head)) {
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

/** Entries that the change does not touch, and that have findings since it takes something away. */
function hitByWithdrawal(
	entries: readonly EntryReport[],
	{ all }: Catalogue,
	appeared: readonly Finding[],
): Entry[] {
	if (!entries.some(({ kind }) => kind === 'withdrawn' || kind === 'removed')) return [];
	const touched = new Set(entries.map(({ file }) => file));
	const hit = new Set(appeared.map(({ file }) => file).filter((file) => !touched.has(file)));
	return Object.values(all).flatMap((map): Entry[] =>
		[...map.values()].filter(({ file }) => hit.has(file)),
	);
}
