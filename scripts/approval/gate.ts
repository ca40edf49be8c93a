/** What stands in the way of an approval: errors, a status that does not claim it, git, a seat. */

import { patternContents } from '#catalogue/judge/approval/digest.ts';
import { approvedDigests, holdsOn, type Standing } from '#catalogue/judge/approval/standing.ts';
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import type { Finding } from '#catalogue/model/finding.ts';
import { isSamePerson } from '#catalogue/rules/separation.ts';
import type { Approval } from '#schemas/approvals.ts';
import { showHidden } from '#schemas/hidden.ts';
import { uncommitted } from '../git.ts';
import { authorsSinceApproval, contentsAt } from '../pattern-history.ts';
import { type Io, UsageError } from '../run.ts';

/** Errors that stand in the way: of the folder and of the policy, but not that approvals are missing. */
export function blocks({ file, severity, rule }: Finding, folder: string): boolean {
	if (severity !== 'error' || rule === 'approval-complete') return false;
	return (
		file.startsWith(folder) || ['content/policy.yaml', 'content/organisation.yaml'].includes(file)
	);
}

/** Status is part of the content: set after the approval, it would undo it. */
export function isClaimed(
	{ id, data, file }: Entry<'patterns'>,
	{ error }: Pick<Io, 'error'>,
): boolean {
	if (data.status === 'approved') return true;
	error(`The status of "${id}" is "${data.status}", and an approval is of exactly what is there.`);
	error(`    Set status: approved in ${file} and commit it; the checks stay red until all agree.`);
	return false;
}

/** What is approved is what others can read: the content of the last commit, to the byte. */
export async function requireCommitted(
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
	root: string,
): Promise<void> {
	const folder = `patterns/${pattern.id}`;
	const record = `${folder}/approvals.yaml`;
	const open = (await uncommitted(root, [folder])).filter((path) => path !== record);
	if (open.length > 0) {
		throw new UsageError(`not committed yet: ${shortened(open)}.`, 'Commit or undo it first.');
	}
	const here = patternContents(pattern, catalogue);
	const there = await contentsAt(root, 'HEAD', pattern.id);
	const paths = [...new Set([...Object.keys(here), ...Object.keys(there)])];
	const other = paths.filter((path) => here[path] !== there[path]);
	if (other.length === 0) return;
	throw new UsageError(
		`${folder} is not what git has committed: ${shortened(other)}.`,
		'Delete what git ignores, or add it with git add --force and commit it.',
	);
}

const shortened = (paths: readonly string[]) =>
	paths.length > 5
		? `${paths.slice(0, 5).join(', ')} and ${paths.length - 5} more`
		: paths.join(', ');

export function requireOpenSeat(
	seat: Approval['seat'],
	by: string,
	{ seats, approvals }: Standing,
	tier: string,
	today: string,
): void {
	if (!seats.includes(seat)) {
		throw new UsageError(
			`the ${tier} tier asks for no approval of the seat "${seat}".`,
			`It asks for: ${seats.join(', ')}.`,
		);
	}
	const earlier = approvals.find((approval) => approval.seat === seat);
	if (earlier && holdsOn(earlier, today)) {
		throw new UsageError(
			`the seat "${seat}" has approved this content: ${earlier.by} on ${earlier.date}.`,
			`It holds until ${earlier.reviewBy}.`,
		);
	}
	const other = approvals.find((one) => one.seat !== seat && isSamePerson(one.by, by));
	if (!other) return;
	throw new UsageError(
		`"${by}" has approved this content in the seat "${other.seat}".`,
		'Ask another person for one of the two seats.',
	);
}

/** Authors of what is new since content of this pattern last stood approved. */
export async function authorsFor(
	{ id }: Entry<'patterns'>,
	catalogue: Catalogue,
	{ seats, digest }: Standing,
	root: string,
): Promise<string[]> {
	const before = catalogue.approvals.get(id)?.data.approvals ?? [];
	const approved = new Set(approvedDigests(before, seats).filter((one) => one !== digest));
	const authors = await authorsSinceApproval(root, id, approved);
	// Git takes any name; the record takes what a reader can see.
	return authors.map(({ name, email }) => showHidden(`${name} <${email}>`, () => '').slice(0, 120));
}
