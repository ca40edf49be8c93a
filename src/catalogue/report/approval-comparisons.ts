/**
 * What can only be said of approvals by holding a proposal against its base: who may change the
 * roster and the policy, which approvals are new, and that none of the old ones is gone.
 */

import { faultsOf } from '../judge/approval/faults.ts';
import { approvalsAbout } from '../judge/approval/given.ts';
import {
	isExampleRoster,
	keyBehind,
	keyTrouble,
	memberOf,
	membersOf,
} from '../judge/approval/roster.ts';
import { POLICY, ROSTER, subjectNamed } from '../judge/approval/subject.ts';
import { readSignature } from '../judge/signature/verify.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Entry } from '../model/entry.ts';
import type { Finding } from '../model/finding.ts';
import type { Path } from '../model/schema-walk.ts';
import { locate } from '../read/parse/entry.ts';
import { daysBetween } from '../words/calendar.ts';
import { countOf } from '../words/count.ts';

export interface ApprovalSides {
	base: Catalogue;
	/** The proposal under the policy and the roster of the base. */
	proposal: Catalogue;
	/** The proposal under its own. */
	own: Catalogue;
}

/** A change of the roster or the policy counts when a quorum of the roster before it signed it. */
export function* councilChanges({ base, proposal, own }: ApprovalSides): Generator<Finding> {
	for (const [name, path] of [
		[ROSTER, ['council', 'version']],
		[POLICY, ['version']],
	] as const) {
		const [before, after] = [subjectNamed(name, base), subjectNamed(name, own)];
		if (!before || !after || before.digest === after.digest) continue;
		const { council } = base.organisation;
		// With nobody on the roster there is nobody to ask: the first one is trusted on first use. Nor
		// with members for whom anyone can sign, as in the example organisation.
		if (membersOf(council).length === 0 || isExampleRoster(council)) continue;
		const quorum = base.policy.approval.quorum;
		const signed = approvalsAbout(name, proposal).filter(
			(approval) =>
				approval.data.statement.digest === after.digest &&
				approval.data.statement.version === after.version &&
				approval.data.signature !== undefined &&
				faultsOf(approval, proposal).length === 0,
		);
		const people = new Set(signed.map(({ data }) => data.statement.member.toLowerCase()));
		if (people.size >= quorum) continue;
		yield at(
			after.entry,
			path,
			'council-approved',
			`${after.title.toLowerCase()} ${after.version} differs from the base, and ${people.size} of the ${quorum} members needed from the roster of the base have signed it.`,
			`Members of the old roster must sign it, each in a different seat: npm run approve -- ${name} --seat SEAT`,
		);
	}
}

/** Approvals that a proposal adds or replaces. */
export function newApprovals({ base, proposal }: Pick<ApprovalSides, 'base' | 'proposal'>) {
	return [...proposal.approvals.values()].filter(
		({ id, source }) => base.approvals.get(id)?.source !== source,
	);
}

/** A new approval is of these days, by a key that counts today: so nobody dates one back. */
export function* freshApprovals(sides: ApprovalSides): Generator<Finding> {
	const { base, proposal } = sides;
	for (const approval of newApprovals(sides)) {
		const { statement, signature, before } = approval.data;
		if (before || isInvented(approval, base)) continue;
		const { date, seat, member: email } = statement;
		const age = daysBetween(date, proposal.today);
		const { landingDays } = proposal.policy.approval;
		if (age > landingDays) {
			const message = `the approval is dated ${date}, ${countOf(age, 'day')} ago. The limit is ${landingDays}.`;
			yield at(
				approval,
				['statement', 'date'],
				'approval-sound',
				message,
				'Sign again: npm run approve',
			);
		}
		const member = memberOf(proposal.organisation.council, seat, email);
		const blob = signature ? readSignature(signature)?.blob : undefined;
		const line = member?.keys.find((one) => blob && keyBehind(one)?.blob.equals(blob));
		const trouble = line && keyTrouble(line, proposal.today);
		if (trouble && faultsOf(approval, proposal).length === 0) {
			const message = `the approval is new, and the key that signed ${trouble}.`;
			yield at(
				approval,
				['signature'],
				'approval-sound',
				message,
				'A member with a key that counts today must sign.',
			);
		}
		if (signature === undefined && base.approvals.get(approval.id)?.data.signature !== undefined) {
			const message = 'a signed approval is replaced by one without a signature.';
			yield at(
				approval,
				['statement', 'member'],
				'approval-sound',
				message,
				'Restore the file from git.',
			);
		}
	}
}

/** Approvals are kept: who approved what must be known later, also of what was withdrawn since. */
export function* keptApprovals({ base, proposal }: ApprovalSides): Generator<Finding> {
	for (const approval of base.approvals.values()) {
		if (proposal.knows('approvals', approval.id) || isInvented(approval, base)) continue;
		yield {
			file: approval.file,
			line: 1,
			column: 1,
			severity: 'error',
			rule: 'removed',
			message: 'the approval is removed.',
			fix: 'Restore the file from git. An approval of an older version stays as history.',
		};
	}
}

/** Example data of the example organisation is made anew at will, with days that are invented. */
export const isInvented = ({ data }: Entry, { organisation }: Catalogue): boolean =>
	organisation.example === true && 'example' in data && data.example === true;

function at(entry: Entry, path: Path, rule: string, message: string, fix: string): Finding {
	return { file: entry.file, ...locate(entry, path), severity: 'error', rule, message, fix };
}
