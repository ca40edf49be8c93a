/**
 * What is wrong with an approval. One with a fault counts for nothing, and the rule `approval-sound`
 * says why, at its place in the file.
 *
 * Everything here follows from the files alone: signature, key, member, seat, digest, dates. Who wrote
 * the content and when the approval reached the main branch is known to git only; the commands ask it.
 */
import type { ApprovalFile, Statement } from '#schemas/approvals.ts';
import type { MemberKey } from '#schemas/organisation.ts';
import { councilSeat } from '#schemas/vocabularies.ts';
import { type Catalogue, isCollection } from '../../model/catalogue.ts';
import type { Entry } from '../../model/entry.ts';
import { keeper } from '../../model/keep.ts';
import { dayFromToday } from '../../model/noted.ts';
import type { Path } from '../../model/schema-walk.ts';
import { tombstoneOf } from '../../model/withdrawn.ts';
import { isExampleKey } from '../signature/example-keys.ts';
import { isSignedBy, readSignature, type Signature } from '../signature/verify.ts';
import { atLeast } from '../tier.ts';
import { digestOfContents } from './digest.ts';
import { approvalsAbout, lastDayOf } from './given.ts';
import { isSamePerson } from './person.ts';
import { kindOf, reliedDigest, reliesOn } from './relies-on.ts';
import { keyBehind, keyTrouble, memberOf, membersOf } from './roster.ts';
import { NAMESPACE, signedText } from './statement.ts';
import { type Subject, subjectNamed } from './subject.ts';

/** What helps where one person signed for two seats. */
export const TWO_SEATS_FIX = 'Ask another person to sign in one of the two seats.';

export interface Fault {
	path: Path;
	message: string;
	fix: string;
}

type Approval = Entry<'approvals'>;

const keepFaults = keeper<readonly Fault[]>('approval-faults');

/** Every fault of an approval today; none for one that counts, or did in its time. */
export function faultsOf(approval: Approval, catalogue: Catalogue): readonly Fault[] {
	return keepFaults(catalogue, approval.id, () => [...check(approval, catalogue)]);
}

function* check(approval: Approval, catalogue: Catalogue): Generator<Fault> {
	const { statement, before, files } = approval.data;
	const subject = subjectNamed(statement.subject, catalogue);
	const misplaced = [...placeOf(approval, subject, catalogue)];
	yield* misplaced;
	// In another place it is of nothing, so nothing else of it is weighed.
	if (misplaced.length > 0) return;
	if (subject) yield* versionOf(statement, subject);
	if (Object.keys(files).length > 0 && digestOfContents(files) !== statement.digest) {
		const message = 'the files do not match the digest.';
		yield { path: ['files'], message, fix: RESTORE };
	}
	// Older approvals were not signed: they are history, and nothing rests on them.
	if (before) return;
	yield* datesOf(statement, subject, catalogue);
	yield* signerOf(approval.data, subject, catalogue);
	yield* separationOf(approval, catalogue);
	if (subject) yield* reliedOf(statement, subject, catalogue);
}

const RESTORE = 'Restore the file from git, or sign again: npm run approve';

/** The id that the file of a statement has in its place. */
const idFor = ({ subject, version, seat }: Statement) => `${subject}/${version}.${seat}`;

function* placeOf(
	{ id, data: { statement } }: Approval,
	subject: Subject | undefined,
	catalogue: Catalogue,
): Generator<Fault> {
	const { subject: name, version, seat } = statement;
	if (id !== idFor(statement)) {
		yield {
			path: ['statement', 'subject'],
			message: `the statement is about ${name} ${version} in the seat ${seat}, but the file is somewhere else.`,
			fix: 'You cannot move an approval to another folder or entry. Put the file back, or delete it and sign again.',
		};
		return;
	}
	const [collection = '', entry = ''] = name.split('/');
	if (subject || catalogue.knows(collection, entry)) return;
	if (isCollection(collection) && tombstoneOf(collection, entry, catalogue)) return;
	yield {
		path: ['statement', 'subject'],
		message: `there is no ${name}.`,
		fix: 'If you renamed it, the approval no longer applies: rename it back, or withdraw the old id (npm run withdraw).',
	};
}

function* versionOf({ version }: Statement, { entry }: Subject): Generator<Fault> {
	const log = 'changes' in entry.data ? entry.data.changes : undefined;
	const versions = (log ?? []).map((change) => change.version);
	if (versions.length === 0 || versions.includes(version)) return;
	yield {
		path: ['statement', 'version'],
		message: `version ${version} is not in the change log.`,
		fix: `Versions: ${versions.join(', ')}. ${RESTORE}`,
	};
}

function* datesOf(
	statement: Statement,
	subject: Subject | undefined,
	catalogue: Catalogue,
): Generator<Fault> {
	const { date, reviewBy, reliesOn: relied } = statement;
	if (dayFromToday(date, catalogue) > 0) {
		yield {
			path: ['statement', 'date'],
			message: `the approval is dated ${date}, and today is ${catalogue.today}.`,
			fix: 'Check the clock of the computer, then sign again: npm run approve',
		};
	}
	const last = lastDayOf(statement, subject, catalogue);
	// Under an older policy another cadence was right; such an approval only ends sooner now.
	const isNow = relied.policy === reliedDigest('policy', undefined, catalogue);
	if (reviewBy > date && (reviewBy <= last || !isNow)) return;
	yield {
		path: ['statement', 'reviewBy'],
		message: `the approval of ${date} ends on ${reviewBy}; ${last} is the last day the policy allows.`,
		fix: 'Sign again with npm run approve, which sets the date.',
	};
}

/** Whether an approval of this subject counts only with a signature. */
export function needsSignature(
	{ tier }: Pick<Subject, 'tier'>,
	{ policy }: Pick<Catalogue, 'policy'>,
): boolean {
	return tier === undefined || atLeast(tier, policy.approval.signedFrom);
}

function* signerOf(
	{ statement, signature }: ApprovalFile,
	subject: Subject | undefined,
	catalogue: Catalogue,
): Generator<Fault> {
	const { seat, member: email, name, tier } = statement;
	const { council } = catalogue.organisation;
	const member = memberOf(council, seat, email);
	const label = councilSeat.label(seat);
	if (!council.seats.some((one) => one.seat === seat)) {
		const message = `the council has no seat "${seat}".`;
		yield { path: ['statement', 'seat'], message, fix: 'Seats are in content/organisation.yaml.' };
		return;
	}
	if (signature === undefined) {
		if (!needsSignature({ tier: subject?.tier ?? tier }, catalogue)) return;
		const message = 'the approval is not signed, and the policy requires a signature here.';
		yield { path: ['statement', 'member'], message, fix: 'Sign it: npm run approve' };
		return;
	}
	if (!member || !isSamePerson(member.name, name)) {
		const other = membersOf(council).find((one) => isSamePerson(one.email, email));
		yield {
			path: ['statement', member ? 'name' : 'member'],
			message: `${name} <${email}> is not a member of the seat ${label}${other ? `; the roster has ${other.name} in another seat or under another name` : ''}.`,
			fix: 'Members and their keys are in content/organisation.yaml. Keep a member who left, with `until` on the keys.',
		};
		return;
	}
	yield* keyFault(statement, signature, member.keys, catalogue);
}

function* keyFault(
	statement: Statement,
	armoured: string,
	listed: readonly MemberKey[],
	{ organisation }: Catalogue,
): Generator<Fault> {
	const path = ['signature'];
	const signature = readSignature(armoured);
	if (!signature) {
		yield { path, message: 'the signature is cut short or mistyped.', fix: RESTORE };
		return;
	}
	const line = listed.find((one) => keyBehind(one)?.blob.equals(signature.blob));
	const key = line && keyBehind(line);
	if (!line || !key) {
		yield {
			path,
			message: `the key that signed is not listed for ${statement.name}.`,
			fix: 'Sign with a key in content/organisation.yaml, or have the new key added there first: the council signs that change.',
		};
		return;
	}
	if (isExampleKey(key) && !organisation.example) {
		yield {
			path,
			message: 'the key that signed is one of the example organisation: anyone can sign with it.',
			fix: 'A member must sign with their own key: npm run approve',
		};
		return;
	}
	if (!isSignedBy(key, signature, signedText(statement), NAMESPACE)) {
		yield { path, message: reasonFor(signature), fix: RESTORE };
		return;
	}
	const trouble = keyTrouble(line, statement.date);
	if (!trouble) return;
	yield {
		path: ['statement', 'date'],
		message: `the approval is dated ${statement.date}, and the key that signed ${trouble}.`,
		fix: 'Another member of the seat, or the same member with another key, must sign again: npm run approve',
	};
}

const reasonFor = ({ namespace }: Signature) =>
	namespace === NAMESPACE
		? 'the signature does not match this statement, which changed after it was signed.'
		: `the signature was made for another purpose ("${namespace.slice(0, 60)}").`;

/** Nobody approves what they wrote, and one person is one voice, whatever seats they fill. */
function* separationOf(
	{ id, data: { statement, signature } }: Approval,
	catalogue: Catalogue,
): Generator<Fault> {
	const { name, member, authors, subject, digest, version } = statement;
	const signer = `${name} <${member}>`;
	if (authors.length === 0) {
		const message = 'the approval does not name an author of the content.';
		yield {
			path: ['statement', 'authors'],
			message,
			fix: 'Sign again with npm run approve, which asks git.',
		};
	}
	if (authors.some((author) => isSamePerson(author, signer))) {
		yield {
			path: ['statement', 'member'],
			message: `${name} wrote part of what is approved.`,
			fix: 'Ask a member who wrote none of it to sign in this seat.',
		};
	}
	const key = signature ? readSignature(signature)?.blob : undefined;
	for (const other of approvalsAbout(subject, catalogue)) {
		const theirs = other.data.statement;
		// A copy in another place counts for nothing, so it takes nothing away either.
		if (other.id === id || other.id !== idFor(theirs) || theirs.digest !== digest) continue;
		if (theirs.version !== version || other.data.before) continue;
		const blob = other.data.signature ? readSignature(other.data.signature)?.blob : undefined;
		const sameKey = key !== undefined && blob !== undefined && key.equals(blob);
		if (!sameKey && !isSamePerson(signer, `${theirs.name} <${theirs.member}>`)) continue;
		yield {
			path: ['statement', 'member'],
			message: `${name} ${sameKey ? 'and' : 'is also'} ${theirs.name} in the seat ${councilSeat.label(theirs.seat)}${sameKey ? ' signed with one key' : ''}.`,
			fix: TWO_SEATS_FIX,
		};
	}
}

/** What a statement leaves out could change unseen, so it must name all that the content cites. */
function* reliedOf(statement: Statement, subject: Subject, catalogue: Catalogue): Generator<Fault> {
	const path = ['statement', 'reliesOn'];
	const unknown = Object.keys(statement.reliesOn).find((name) => !kindOf(name));
	if (unknown)
		yield {
			path: [...path, unknown],
			message: `"${unknown.slice(0, 60)}" is not something that an approval can rely on.`,
			fix: RESTORE,
		};
	if (statement.digest !== subject.digest) return;
	const tier = statement.tier ?? subject.tier;
	const names = Object.keys(reliesOn({ ...subject, tier }, catalogue));
	const missing = names.filter((name) => !Object.hasOwn(statement.reliesOn, name));
	if (missing.length === 0) return;
	yield {
		path,
		message: `the statement does not name ${missing.slice(0, 3).join(', ')}, which the content relies on.`,
		fix: 'Sign again: npm run approve',
	};
}
