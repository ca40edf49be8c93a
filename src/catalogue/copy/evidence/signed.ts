/**
 * What was signed, for people who check it without us: each statement as its exact bytes, the
 * signature next to it, the keys that count, and the text that each digest is of.
 */
import type { Statement } from '#schemas/approvals.ts';
import type { Member, MemberKey } from '#schemas/organisation.ts';
import { linesOfContents, patternContents } from '../../judge/approval/digest.ts';
import { faultsOf } from '../../judge/approval/faults.ts';
import { approvalsAbout } from '../../judge/approval/given.ts';
import { partTextOf, rosterTextOf } from '../../judge/approval/part-digest.ts';
import { partsOf } from '../../judge/approval/relies-on.ts';
import { keyBehind, membersOf } from '../../judge/approval/roster.ts';
import { NAMESPACE, signedText } from '../../judge/approval/statement.ts';
import {
	POLICY,
	ROSTER,
	type Subject,
	subjectNamed,
	subjectOf,
} from '../../judge/approval/subject.ts';
import type { Pack } from '../../judge/evidence/pack.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { isOf } from '../../model/is-of.ts';
import { keeper } from '../../model/keep.ts';
import { addDays } from '../../words/calendar.ts';
import { type PackedFile, packText } from '../zip.ts';

/** A statement in the pack. */
export interface SignedStatement {
	statement: Statement;
	/** Path in the pack. */
	path: string;
	signature: string | undefined;
	/** Name by which the list of keys has the signer. */
	principal: string;
	fingerprint: string | undefined;
}

/** A subject whose approvals are in the pack, with the text that its digest is of. */
export interface SignedSubject {
	name: string;
	title: string;
	digest: string;
	/** Path of that text in the pack. */
	path: string;
	/** Whether the text is a list of files, as `sha256sum` writes it. */
	isList: boolean;
	statements: SignedStatement[];
	/** All of these as files. */
	files: readonly PackedFile[];
}

const keepSigned = keeper<SignedSubject>('signed subject');

/**
 * The subject of the pack first, then the pattern that a use is built on, then policy and roster where
 * they are signed. What the approval of a pattern relies on is in the pack of the pattern alone.
 */
export function signedSubjects({ subject, pattern }: Pack, catalogue: Catalogue): SignedSubject[] {
	const own = [subject, ...(subject === pattern ? [] : [pattern])];
	const parts = subject === pattern ? partsOf(pattern, catalogue).sort(compare) : [];
	const names = [...parts, POLICY, ROSTER];
	// Most packs rely on the same parts.
	const signed = (one: Subject) =>
		keepSigned(catalogue, one.name, () => signedSubject(one, catalogue));
	return [
		...own.flatMap((entry) => subjectOf(entry, catalogue) ?? []).map(signed),
		...names
			.flatMap((name) => subjectNamed(name, catalogue) ?? [])
			.map(signed)
			.filter(({ name, statements }) => statements.length > 0 || !isUnsignedLaw(name)),
	];
}

/** The policy and the roster are only of use here where somebody has signed them. */
const isUnsignedLaw = (name: string): boolean => name === POLICY || name === ROSTER;

function signedSubject(subject: Subject, catalogue: Catalogue): SignedSubject {
	const { name, title, digest, entry } = subject;
	const file = name.replace('/', '.');
	const isList = isOf('patterns', entry);
	const path = `approved/${file}.${isList ? 'sha256' : 'json'}`;
	const statements = approvalsAbout(name, catalogue)
		.filter(({ data }) => !data.before && data.statement.digest === digest)
		.filter((approval) => faultsOf(approval, catalogue).length === 0)
		.map((approval) => signedStatement(approval, catalogue));
	const texts: [string, string][] = [
		[path, approvedText(subject, catalogue)],
		...statements.flatMap(({ path: place, statement, signature }): [string, string][] => [
			[place, signedText(statement)],
			...(signature ? [[`${place}.sig`, `${signature.trim()}\n`] as [string, string]] : []),
		]),
	];
	const files = texts.map(([place, text]) => ({ path: place, packed: packText(text) }));
	return { name, title, digest, path, isList, statements, files };
}

/** The text whose SHA-256 is the digest of a subject. */
function approvedText({ name, entry }: Subject, catalogue: Catalogue): string {
	if (isOf('patterns', entry)) return linesOfContents(patternContents(entry, catalogue));
	return name === ROSTER ? rosterTextOf(entry.source) : partTextOf(entry.collection, entry.source);
}

function signedStatement(
	{ data: { statement, signature } }: Entry<'approvals'>,
	{ organisation }: Catalogue,
): SignedStatement {
	const { subject, version, seat } = statement;
	const member = membersOf(organisation.council).find(
		({ email }) => email.toLowerCase() === statement.member.toLowerCase(),
	);
	return {
		statement,
		path: `approvals/${subject}/${version}.${seat}.json`,
		signature,
		principal: principalOf(member?.email ?? statement.member),
		fingerprint: member?.keys.flatMap((key) => keyBehind(key)?.fingerprint ?? [])[0],
	};
}

/**
 * In the list of keys, a star means anything and a comma separates names, so neither is allowed in
 * a name.
 */
const principalOf = (email: string): string =>
	/^[\w.+-]+@[\w.-]+$/.test(email) ? email : `member-${Buffer.from(email).toString('hex')}`;

/** The keys of the roster in the form of ssh-keygen, each with the days on which it can sign. */
export function allowedSigners({ organisation }: Catalogue): string {
	const lines = membersOf(organisation.council).flatMap((member) =>
		member.keys.flatMap((key) => signerLine(member, key) ?? []),
	);
	return [
		`# Keys that count for approvals of ${organisation.name.replace(/\s+/g, ' ')}, from its roster ${organisation.council.version}.`,
		...lines,
		'',
	].join('\n');
}

function signerLine({ email }: Member, line: MemberKey): string | undefined {
	const key = keyBehind(line);
	if (!key) return undefined;
	const ends = [line.until && addDays(line.until, 1), line.revoked].filter(
		(day) => day !== undefined,
	);
	const [end] = ends.sort(compare);
	const plain = (day: string) => day.replaceAll('-', '');
	const options = [
		`namespaces="${NAMESPACE}"`,
		`valid-after="${plain(line.from)}"`,
		...(end ? [`valid-before="${plain(end)}"`] : []),
	];
	return `${principalOf(email)} ${options.join(',')} ${key.type} ${key.blob.toString('base64')}`;
}

/** The statements that are signed, as the loop in VERIFY.md reads them: file, signer, day. */
export const signatureList = (subjects: readonly SignedSubject[]): string =>
	subjects
		.flatMap(({ statements }) => statements)
		.filter(({ signature }) => signature !== undefined)
		.map(({ path, principal, statement }) => `${path} ${principal} ${timeOf(statement)}\n`)
		.join('');

/** Noon of the day, in the form of ssh-keygen: no time zone makes another day of it. */
const timeOf = ({ date }: Pick<Statement, 'date'>): string => `${date.replaceAll('-', '')}120000`;
