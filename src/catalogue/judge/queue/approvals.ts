/** What is to be signed, reviewed again or met, for every entry that the council approves. */
import { collectionNames, collections } from '#schemas/index.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { digestOf } from '../../model/digest.ts';
import { compare } from '../../model/finding.ts';
import { isOf } from '../../model/is-of.ts';
import { conditionsOf } from '../approval/conditions.ts';
import { standingOf } from '../approval/standing.ts';
import { type EntryState, stateOf } from '../approval/state.ts';
import { isApproved, tierOfSubject } from '../approval/subject.ts';
import { reviewDueOf } from '../portfolio/flags.ts';
import { nextReview } from '../tier.ts';
import { isDeclared, isInUse } from '../use/live.ts';
import { type RawItem, raw } from './item.ts';
import { signDay, stopDay } from './sign-day.ts';

/** Every entry that the council approves and somebody has proposed. */
export function* governedEntries(catalogue: Catalogue): Generator<Entry> {
	for (const name of collectionNames) {
		if (!collections[name].approval) continue;
		for (const entry of catalogue.all[name].values() as Iterable<Entry>) {
			if (!isApproved(entry)) continue;
			if (isOf('use-cases', entry) && !isDeclared(entry)) continue;
			if (GOVERNED.has(stateOf(entry, catalogue))) yield entry;
		}
	}
}

/** A draft asks nobody for anything yet, and what is deprecated is not approved again. */
const GOVERNED: ReadonlySet<EntryState | undefined> = new Set([
	'proposed',
	'approved',
	'changed',
	'overdue',
]);

export function* approvalItems(entry: Entry, catalogue: Catalogue): Generator<RawItem> {
	const review = reviewItem(entry, catalogue);
	const signature = signatureItem(entry, catalogue);
	if (review) yield review;
	if (signature) yield signature;
	for (const { seat, text, due, decided } of conditionsOf(entry, catalogue)) {
		if (due === undefined || decided?.decided === 'met') continue;
		const doers = { teams: ownerOf(entry), seats: [seat] };
		yield raw(entry, due, { kind: 'condition', text }, doers, digestOf(text).slice(0, 12));
	}
}

/** One item for the review by its owner and the approval that the seats give again after it. */
function reviewItem(entry: Entry, catalogue: Catalogue): RawItem | undefined {
	const { reviewBy, seats, state } = standingOf(entry, catalogue);
	const approved = state === 'complete' || state === 'expired';
	const review = reviewDayOf(entry, approved, catalogue);
	const approval = approved ? reviewBy : undefined;
	const due = [review, approval].filter((day) => day !== undefined).sort(compare)[0];
	if (due === undefined) return undefined;
	const tier = tierOfSubject(entry, catalogue);
	const again: readonly CouncilSeat[] = approved ? seats : [];
	const doers = { teams: ownerOf(entry), seats: again };
	return raw(entry, due, { kind: 'review', tier, review, approval }, doers);
}

/** A use is reviewed from the day it is declared, a pattern once it is approved. */
function reviewDayOf(entry: Entry, approved: boolean, catalogue: Catalogue): string | undefined {
	if (isOf('use-cases', entry)) return reviewDueOf(entry, catalogue);
	if (!isOf('patterns', entry) || !approved) return undefined;
	return nextReview(entry, catalogue);
}

/** Seats that have not signed this content; a live use that lacks them runs without approval. */
function signatureItem(entry: Entry, catalogue: Catalogue): RawItem | undefined {
	const { state, missing, approvals } = standingOf(entry, catalogue);
	if (missing.length === 0) return undefined;
	if (isOf('use-cases', entry) && isInUse(entry, catalogue.today)) {
		const teams = [entry.data.owner, entry.data.decisionRights.approvesUseCase];
		const detail = { kind: 'unapproved', state: stateOf(entry, catalogue) } as const;
		return raw(entry, stopDay(entry, catalogue), detail, { teams, seats: missing });
	}
	const signed = [...new Set(approvals.map(({ seat }) => seat))];
	return raw(
		entry,
		signDay(entry, catalogue),
		{ kind: 'signature', signed, changed: state === 'changed' },
		{ seats: missing },
	);
}

export const ownerOf = ({ data }: Entry): string[] =>
	'owner' in data && data.owner ? [data.owner] : [];
