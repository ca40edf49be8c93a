/** Where an entry stands with its approvals: what the rules, the commands and the pages say of it. */
import type { Statement } from '#schemas/approvals.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import type { Entry } from '../../model/entry.ts';
import { compare } from '../../model/finding.ts';
import { isOf } from '../../model/is-of.ts';
import { keeper } from '../../model/keep.ts';
import { dayFromToday } from '../../model/noted.ts';
import { addDays } from '../../words/calendar.ts';
import { versionToday } from '../records/binding.ts';
import { isLookBack } from '../records/kept.ts';
import { readSignature } from '../signature/verify.ts';
import { atLeast } from '../tier.ts';
import { patternContents } from './digest.ts';
import { faultsOf } from './faults.ts';
import { approvalsAbout, lastDayOf } from './given.ts';
import { type Moved, movedSince } from './relies-on.ts';
import { keyBehind, memberOf } from './roster.ts';
import { nameOf, type Subject, subjectOf } from './subject.ts';

/** An approval that counts, as the pages and commands read it. */
export interface Approval extends Omit<Statement, 'format' | 'subject' | 'name' | 'reviewBy'> {
	/** Who approved, by name. */
	by: string;
	/** The day it ends: the one that was signed, or sooner where the policy has become stricter. */
	reviewBy: string;
	/** `before`: recorded before approvals were signed; it is history and counts for nothing. */
	proof: 'signed' | 'unsigned' | 'before';
	/** The key that signed, as `ssh-keygen -l` prints it. */
	fingerprint: string | undefined;
	/** Each approved file with its digest, where the subject is a folder. */
	files: Readonly<Record<string, string>>;
	/** What it relies on and is no longer what it was. */
	moved: readonly Moved[];
	/** The file it is in. */
	file: string;
	/** Whether it is invented, as its file says. */
	example: boolean;
}

export interface ChangedFile {
	/** Path within the pattern folder. */
	path: string;
	change: 'changed' | 'added' | 'removed';
}

export interface Standing {
	/**
	 * - `none`: nobody has approved anything yet.
	 * - `changed`: there are approvals, and all are of other content, or of parts that changed since.
	 * - `partial`: this content is approved, but not by every seat of its tier.
	 * - `expired`: every seat approved this content, and the day of one approval is over.
	 * - `complete`: every seat approved this content, and every approval holds today.
	 */
	state: 'none' | 'changed' | 'partial' | 'expired' | 'complete';
	/** Digest of the content there is now. */
	digest: string;
	/** Seats that the policy requires. */
	seats: readonly CouncilSeat[];
	/** Approvals of this content that hold: the newest of each seat. */
	approvals: readonly Approval[];
	/** Required seats that have not approved this content. */
	missing: readonly CouncilSeat[];
	/** Required seats whose approval of this content is over. */
	expired: readonly CouncilSeat[];
	/** The first day on which one of the required approvals ends. */
	reviewBy: string | undefined;
	/** What is different from the content that was approved last; empty while approvals are of this. */
	changedFiles: readonly ChangedFile[];
	/** The approval whose content is compared, where there are changed files or parts. */
	changedSince: Approval | undefined;
	/** What the approvals rely on and is not what it was; some of it may void them. */
	moved: readonly Moved[];
	/** What the approvals of this content ask for, with the seat that asks. */
	conditions: readonly { seat: CouncilSeat; text: string; due?: string | undefined }[];
	/** Whether every approval of this content is signed. */
	signed: boolean;
}

/** Every approval of an entry that has no fault, oldest first; older unsigned ones included. */
export function approvalsOf(entry: Entry, catalogue: Catalogue): Approval[] {
	const subject = subjectOf(entry, catalogue);
	return subject ? soundFor(subject, catalogue) : [];
}

/** The same for any subject, such as the roster. */
export function soundFor(subject: Subject, catalogue: Catalogue): Approval[] {
	return approvalsAbout(subject.name, catalogue)
		.filter((approval) => faultsOf(approval, catalogue).length === 0)
		.map((approval) => viewOf(approval, subject, catalogue));
}

function viewOf(
	{ file, data: { statement, signature, before, files, example } }: Entry<'approvals'>,
	subject: Subject,
	catalogue: Catalogue,
): Approval {
	const { format: _, subject: __, name, ...said } = statement;
	const last = lastDayOf(statement, subject, catalogue);
	const blob = signature ? readSignature(signature)?.blob : undefined;
	const member = memberOf(catalogue.organisation.council, said.seat, said.member);
	const key = member?.keys.find((one) => blob && keyBehind(one)?.blob.equals(blob));
	return {
		...said,
		by: name,
		reviewBy: compare(said.reviewBy, last) < 0 ? said.reviewBy : last,
		proof: before ? 'before' : signature ? 'signed' : 'unsigned',
		fingerprint: key && keyBehind(key)?.fingerprint,
		files,
		// What it relies on was then what it said.
		moved: before || isLookBack(catalogue) ? [] : movedSince(said.reliesOn, said.tier, catalogue),
		file,
		example: example === true,
	};
}

/**
 * The standing of an entry today; it decides whether the entry is approved (`settle.ts`).
 *
 * @example
 * standingOf(pattern, catalogue).state // => 'partial'
 */
export function standingOf(entry: Entry, catalogue: Catalogue): Standing {
	return keepStanding(catalogue, nameOf(entry), () => workOut(entry, catalogue));
}

/** Working it out reads the digests of a folder; rules and lists ask for it many times. */
const keepStanding = keeper<Standing>('standing');

function workOut(entry: Entry, catalogue: Catalogue): Standing {
	const subject = subjectOf(entry, catalogue);
	if (!subject) return NOTHING;
	const { digest, seats, tier } = subject;
	const all = soundFor(subject, catalogue);
	const current = all.filter(
		(one) =>
			one.proof !== 'before' &&
			isOfContent(one, subject, catalogue) &&
			// An approval for a lower tier was given by fewer seats, for less.
			(tier === undefined || atLeast(one.tier ?? 'low', tier)),
	);
	const approvals = current.filter(({ moved }) => !moved.some(({ voids }) => voids));
	const required = approvals.filter(({ seat }) => seats.includes(seat));
	const missing = seats.filter((seat) => !required.some((approval) => approval.seat === seat));
	const expired = required.filter((approval) => !holdsOn(approval, catalogue));
	const last = approvals.length === 0 ? (current.at(-1) ?? all.at(-1)) : undefined;
	return {
		state: stateOf(
			all.filter(({ proof }) => proof !== 'before'),
			approvals,
			missing,
			expired,
		),
		digest,
		seats,
		approvals,
		missing,
		expired: expired.map(({ seat }) => seat),
		reviewBy: required.map(({ reviewBy }) => reviewBy).sort(compare)[0],
		changedFiles:
			last && isOf('patterns', entry)
				? changedFiles(last.files, patternContents(entry, catalogue))
				: [],
		changedSince: last,
		moved: movedOf(approvals.length > 0 ? approvals : last ? [last] : []),
		conditions: approvals.flatMap(({ seat, conditions }) =>
			conditions.map((condition) => ({ seat, ...condition })),
		),
		signed: approvals.length > 0 && approvals.every(({ proof }) => proof === 'signed'),
	};
}

/** Whether an approval is of the content there is; on an earlier day, of the version of that day. */
function isOfContent(one: Approval, subject: Subject, catalogue: Catalogue): boolean {
	const { entry, digest, version } = subject;
	if (isLookBack(catalogue) && (isOf('patterns', entry) || isOf('use-cases', entry))) {
		const then = versionToday(entry, catalogue);
		if (then !== version) return one.version === then;
	}
	return one.digest === digest && one.version === version;
}

const NOTHING: Standing = {
	state: 'none',
	digest: '',
	seats: [],
	approvals: [],
	missing: [],
	expired: [],
	reviewBy: undefined,
	changedFiles: [],
	changedSince: undefined,
	moved: [],
	conditions: [],
	signed: false,
};

const movedOf = (approvals: readonly Approval[]): Moved[] => [
	...new Map(approvals.flatMap(({ moved }) => moved).map((one) => [one.name, one])).values(),
];

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
export function holdsOn(
	{ reviewBy }: Pick<Approval, 'reviewBy'>,
	catalogue: Pick<Catalogue, 'today'>,
): boolean {
	return dayFromToday(reviewBy, catalogue) >= 0;
}

/** Days before an approval ends in which its seat can give it again, so that it never lapses. */
const RENEWAL_DAYS = 30;

/** The first day on which the seat can give the approval again. */
export const renewableFrom = (reviewBy: string): string => addDays(reviewBy, -RENEWAL_DAYS);

/** What became of the files that were approved, in order of path. */
export function changedFiles(
	approved: Readonly<Record<string, string>>,
	now: Readonly<Record<string, string>>,
): ChangedFile[] {
	if (Object.keys(approved).length === 0) return [];
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
	approvals: readonly Pick<Approval, 'digest' | 'seat'>[],
	seats: readonly CouncilSeat[],
): string[] {
	const digests = [...new Set(approvals.map(({ digest }) => digest))];
	return digests.filter((digest) =>
		seats.every((seat) => approvals.some((one) => one.digest === digest && one.seat === seat)),
	);
}
