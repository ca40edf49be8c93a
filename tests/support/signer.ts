/** Members of a council with keys of their own, who sign as `ssh-keygen -Y sign` does. */
import { patternContents } from '#catalogue/judge/approval/digest.ts';
import { reliesOn } from '#catalogue/judge/approval/relies-on.ts';
import {
	approvalPath,
	approvalText,
	NAMESPACE,
	signedText,
} from '#catalogue/judge/approval/statement.ts';
import { type Subject, subjectNamed } from '#catalogue/judge/approval/subject.ts';
import { keyFromSeed } from '#catalogue/judge/signature/sign.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import type { Entry } from '#catalogue/model/entry.ts';
import { addMonths } from '#catalogue/words/calendar.ts';
import type { ApprovalFile, Statement } from '#schemas/approvals.ts';
import type { Member } from '#schemas/organisation.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import { entry } from './build.ts';

export interface Signer {
	member: Member;
	sign: (message: string, namespace?: string) => string;
}

/** A member whose key follows from the name, so that tests repeat. */
export function signer(name: string, keys: Partial<Member['keys'][number]> = {}): Signer {
	const email = `${name.toLowerCase().replace(/\W+/g, '.')}@example.com`;
	const key = keyFromSeed(`a test, and no secret: ${name}`, email);
	return {
		member: { name, email, keys: [{ key: key.line, from: '2026-01-01', ...keys }] },
		sign: (message, namespace = NAMESPACE) => key.sign(message, namespace),
	};
}

/** What an approval says, unless a test says otherwise. */
export function statementFor(
	name: string,
	seat: CouncilSeat,
	{ member }: Signer,
	catalogue: Catalogue,
	changed: Partial<Statement> = {},
): Statement {
	const subject = subjectNamed(name, catalogue);
	if (!subject) throw new Error(`There is no ${name}.`);
	const date = changed.date ?? catalogue.today;
	return {
		format: 1,
		subject: name,
		version: subject.version,
		digest: subject.digest,
		...(subject.tier && { tier: subject.tier }),
		reliesOn: reliesOn(subject, catalogue),
		seat,
		member: member.email,
		name: member.name,
		date,
		reviewBy: addMonths(date, catalogue.policy.reviewMonths[subject.tier ?? 'low']),
		conditions: [],
		authors: ['Ada Writer <ada@example.com>'],
		...changed,
	};
}

/** The approval of a seat, signed, as the command writes it. */
export function approvalBy(
	by: Signer,
	seat: CouncilSeat,
	name: string,
	catalogue: Catalogue,
	changed: Partial<Statement> = {},
): { path: string; text: string; data: ApprovalFile } {
	const statement = statementFor(name, seat, by, catalogue, changed);
	const data: ApprovalFile = {
		statement,
		signature: by.sign(signedText(statement)),
		files: filesOf(subjectNamed(name, catalogue), catalogue),
	};
	return { path: approvalPath(statement), text: approvalText(data), data };
}

function filesOf(subject: Subject | undefined, catalogue: Catalogue): Record<string, string> {
	if (subject?.entry.collection !== 'patterns') return {};
	return patternContents(subject.entry, catalogue);
}

/** The same as an entry, for catalogues in memory. */
export function approvalEntry(
	by: Signer,
	seat: CouncilSeat,
	name: string,
	catalogue: Catalogue,
	changed: Partial<Statement> = {},
): Entry<'approvals'> {
	const { data } = approvalBy(by, seat, name, catalogue, changed);
	const { subject, version } = data.statement;
	return entry('approvals', `${subject}/${version}.${seat}`, { ...data, before: undefined });
}

/** The organisation with these members, each in a seat. */
export const councilOf = (members: Partial<Record<CouncilSeat, readonly Signer[]>>) =>
	entry('organisation', 'organisation', {
		council: {
			team: 'office',
			version: '1.0.0',
			seats: Object.entries(members).map(([seat, signers]) => ({
				// Object.entries loses the literal keys.
				seat: seat as CouncilSeat,
				team: 'office',
				members: signers.map(({ member }) => member),
			})),
		},
	});

/** Members with a name that says their seat. */
export const tess = signer('Tess Technology');
export const sol = signer('Sol Security');
export const lea = signer('Lea Legal');
export const council = councilOf({ technology: [tess], security: [sol], legal: [lea] });
