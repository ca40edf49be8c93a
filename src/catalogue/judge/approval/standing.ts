/** Where a pattern stands with its approvals: what the rules, the commands and the pages say of it. */
import type { Approval } from '#schemas/approvals.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { dayFromToday } from '../../model/noted.ts';
import { tierOf } from '../tier.ts';
import { digestOfContents, patternContents } from './digest.ts';

export interface ChangedFile {
	/** Path within the pattern folder. */
	path: string;
	change: 'changed' | 'added' | 'removed';
}

export interface Standing {
	/**
	 * - `none`: nobody has approved anything yet.
	 * - `changed`: there are approvals, and all are of other content than there is now.
	 * - `partial`: this content is approved, but not by every seat of its tier.
	 * - `expired`: every seat approved this content, and the day of one approval is over.
	 * - `complete`: every seat approved this content, and every approval holds today.
	 */
	state: 'none' | 'changed' | 'partial' | 'expired' | 'complete';
	/** Digest of the content there is now. */
	digest: string;
	/** Seats that the policy demands at the tier of the pattern. */
	seats: readonly CouncilSeat[];
	/** Approvals of this content: the newest of each seat. */
	approvals: readonly Approval[];
	/** Demanded seats that have not approved this content. */
	missing: readonly CouncilSeat[];
	/** Demanded seats whose approval of this content is over. */
	expired: readonly CouncilSeat[];
	/** The first day on which one of the demanded approvals ends. */
	reviewBy: string | undefined;
	/** What is different from the content that was approved last; empty while approvals are of this. */
	changedFiles: readonly ChangedFile[];
	/** The approval whose content is compared, where there are changed files. */
	changedSince: Approval | undefined;
	/** What the approvals of this content ask for, with the seat that asks. */
	conditions: readonly { seat: CouncilSeat; text: string }[];
}

/**
 * The standing of a pattern today.
 *
 * `approved` in the frontmatter is a claim; this is the proof (rules/approval-complete.ts).
 *
 * @example
 * standingOf(pattern, catalogue).state // => 'partial'
 */
export function standingOf(pattern: Entry<'patterns'>, catalogue: Catalogue): Standing {
	const { policy } = catalogue;
	const record = catalogue.approvals.get(pattern.id)?.data;
	const all = record?.approvals ?? [];
	const contents = patternContents(pattern, catalogue);
	const digest = digestOfContents(contents);
	const seats = policy.approval.seats[tierOf(pattern.data, policy)];
	const approvals = newestPerSeat(all, digest, pattern.data.version);
	const demanded = approvals.filter(({ seat }) => seats.includes(seat));
	const missing = seats.filter((seat) => !demanded.some((approval) => approval.seat === seat));
	const expired = demanded.filter((approval) => dayFromToday(approval.reviewBy, catalogue) < 0);
	const last = approvals.length === 0 ? all.at(-1) : undefined;
	return {
		state: stateOf(all, approvals, missing, expired),
		digest,
		seats,
		approvals,
		missing,
		expired: expired.map(({ seat }) => seat),
		reviewBy: demanded.map(({ reviewBy }) => reviewBy).sort(compare)[0],
		changedFiles: last ? changedFiles(record?.contents[last.digest] ?? {}, contents) : [],
		changedSince: last,
		conditions: approvals.flatMap(({ seat, conditions }) =>
			conditions.map((text) => ({ seat, text })),
		),
	};
}

function stateOf(
	all: readonly Approval[],
	current: readonly Approval[],
	missing: readonly CouncilSeat[],
	expired: readonly Approval[],
): Standing['state'] {
	if (all.length === 0) return 'none';
	if (current.length === 0) return 'changed';
	if (missing.length > 0) return 'partial';
	return expired.length > 0 ? 'expired' : 'complete';
}

/** An approval holds through the day it names. */
export function holdsOn({ reviewBy }: Approval, today: string): boolean {
	return today <= reviewBy;
}

/** A later approval of the same content by the same seat takes the place of the earlier one. */
function newestPerSeat(all: readonly Approval[], digest: string, version: string): Approval[] {
	const current = all.filter((one) => one.digest === digest && one.version === version);
	return [...new Map(current.map((approval) => [approval.seat, approval])).values()];
}

/** What became of the files that were approved, in order of path. */
export function changedFiles(
	approved: Readonly<Record<string, string>>,
	now: Readonly<Record<string, string>>,
): ChangedFile[] {
	const before = new Map(Object.entries(approved));
	const after = new Map(Object.entries(now));
	return [...new Set([...before.keys(), ...after.keys()])].sort(compare).flatMap((path) => {
		if (before.get(path) === after.get(path)) return [];
		const change = !before.has(path) ? 'added' : after.has(path) ? 'changed' : 'removed';
		return { path, change } as const;
	});
}

/**
 * Digests for which every one of these seats has approved: content that stood approved once.
 * The authors who count for a new approval are those who wrote after it.
 */
export function approvedDigests(
	approvals: readonly Approval[],
	seats: readonly CouncilSeat[],
): string[] {
	const digests = [...new Set(approvals.map(({ digest }) => digest))];
	return digests.filter((digest) =>
		seats.every((seat) => approvals.some((one) => one.digest === digest && one.seat === seat)),
	);
}
