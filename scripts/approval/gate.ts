/** What stands in the way of an approval: errors, a draft, git, the seat, the member, the clock. */
import { patternContents } from '#catalogue/judge/approval/digest.ts';
import { TWO_SEATS_FIX } from '#catalogue/judge/approval/faults.ts';
import { isSamePerson } from '#catalogue/judge/approval/person.ts';
import { memberOf } from '#catalogue/judge/approval/roster.ts';
import { type Approval, holdsOn, renewableFrom } from '#catalogue/judge/approval/standing.ts';
import type { Subject } from '#catalogue/judge/approval/subject.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import type { Finding } from '#catalogue/model/finding.ts';
import { isOf } from '#catalogue/model/is-of.ts';
import { collections } from '#schemas/index.ts';
import type { Member } from '#schemas/organisation.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import { councilSeat } from '#schemas/vocabularies.ts';
import { uncommitted } from '../git.ts';
import { read } from '../git-process.ts';
import { UsageError } from '../run.ts';
import { contentsAt, NOT_AUTHOR_FIX, placesOf } from './history.ts';

/** Errors that stand in the way: of the subject, of its approvals, of the policy and the roster. */
export function blocks({ file, severity, rule }: Finding, { name, entry }: Subject): boolean {
	// The roster and the policy are not signed yet while their members sign them.
	if (severity !== 'error' || rule === 'council-approved') return false;
	const { path } = placesOf({ entry });
	return (
		file === path ||
		file.startsWith(`${path}/`) ||
		file.startsWith(`content/approvals/${name}/`) ||
		[collections.policy.file, collections.organisation.file].includes(file)
	);
}

/** A draft is not up for approval, and what is deprecated takes no new use. */
export function requireProposed({ entry, name }: Subject): void {
	const status = 'status' in entry.data ? entry.data.status : undefined;
	if (status === undefined || ['proposed', 'approved'].includes(status)) return;
	throw new UsageError(
		`${name} is ${status}, so it cannot be approved yet.`,
		status === 'deprecated'
			? 'Nobody has to sign it, because approvals are for new use. To use it again, set `status: proposed`.'
			: `Set status: proposed in ${entry.beside?.file ?? entry.file} and commit it.`,
	);
}

/** What is approved is what others can read: the content of the last commit, to the byte. */
export async function requireCommitted(
	subject: Subject,
	catalogue: Catalogue,
	root: string,
): Promise<void> {
	const { path } = placesOf(subject);
	const open = (await uncommitted(root, [path, 'content'])).filter(
		(file) => !file.startsWith('content/approvals/'),
	);
	if (open.length > 0) {
		throw new UsageError(`not committed yet: ${shortened(open)}.`, 'Commit or undo it first.');
	}
	const { entry } = subject;
	if (!isOf('patterns', entry)) return;
	const here = patternContents(entry, catalogue);
	const there = await contentsAt(root, 'HEAD', entry.id);
	const paths = [...new Set([...Object.keys(here), ...Object.keys(there)])];
	const other = paths.filter((file) => here[file] !== there[file]);
	if (other.length === 0) return;
	throw new UsageError(
		`${path} differs from what git has committed: ${shortened(other)}.`,
		'Delete what git ignores, or add it with git add --force and commit it.',
	);
}

const shortened = (paths: readonly string[]) =>
	paths.length > 5
		? `${paths.slice(0, 5).join(', ')} and ${paths.length - 5} more`
		: paths.join(', ');

/** The seat must be asked for, and still open. */
export function requireOpenSeat(
	seat: CouncilSeat,
	{ seats, tier, name }: Subject,
	approvals: readonly Approval[],
	catalogue: Catalogue,
): void {
	if (!seats.includes(seat)) {
		throw new UsageError(
			`${tier ? `at ${tier} tier ` : ''}${name} needs no approval in the seat "${seat}".`,
			`It needs: ${seats.join(', ')}.`,
		);
	}
	const earlier = approvals.find((approval) => approval.seat === seat);
	if (!earlier || !holdsOn(earlier, catalogue)) return;
	const again = renewableFrom(earlier.reviewBy);
	if (again <= catalogue.today) return;
	throw new UsageError(
		`the seat "${seat}" has approved this content: ${earlier.by} on ${earlier.date}.`,
		`That approval is valid until ${earlier.reviewBy}. Review it and sign it again from ${again}.`,
	);
}

/** The member who signs: on the roster in this seat, no author, and in no other seat here. */
export function requireMember(
	seat: CouncilSeat,
	email: string,
	{ organisation }: Catalogue,
): Member {
	const member = memberOf(organisation.council, seat, email);
	if (member) return member;
	const listed = organisation.council.seats.find((one) => one.seat === seat)?.members ?? [];
	throw new UsageError(
		`${email || 'Nobody'} is not a member of the seat ${councilSeat.label(seat)}.`,
		listed.length > 0
			? `Members: ${listed.map((one) => one.email).join(', ')}. If you are one of them: --member EMAIL`
			: `The roster in ${collections.organisation.file} has no member for it. Add members with their keys first.`,
	);
}

/** One voice each: not an author, and not in two seats. */
export function requireSeparate(
	signer: string,
	authors: readonly string[],
	approvals: readonly Approval[],
	seat: CouncilSeat,
): void {
	const author = authors.find((one) => isSamePerson(one, signer));
	if (author) {
		throw new UsageError(
			`${author} wrote part of what is approved, so ${signer} cannot approve it.`,
			NOT_AUTHOR_FIX,
		);
	}
	const other = approvals.find(
		(one) => one.seat !== seat && isSamePerson(`${one.by} <${one.member}>`, signer),
	);
	if (!other) return;
	throw new UsageError(
		`${signer} has approved this content in the seat "${other.seat}".`,
		TWO_SEATS_FIX,
	);
}

/** A signature dated before what it signs would be refused later, so a wrong clock is said now. */
export async function requireClock(
	subject: Subject,
	today: string,
	root: string,
	head: string,
): Promise<void> {
	const { path } = placesOf(subject);
	const seconds = (await read(root, ['log', '-1', '--format=%ct', head, '--', path])).trim();
	const day = new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
	if (day <= today) return;
	throw new UsageError(
		`the clock says ${today}, but what you approve was committed on ${day}.`,
		'Set the clock of this computer, then run it again.',
	);
}
