/**
 * Signs an approval: one file for each seat and version, so that two seats never edit one file.
 *
 * The author sets `status: proposed` on a branch. Each seat runs this and commits one file under
 * content/approvals/. With the last seat the entry is approved: the signatures say so, and nobody
 * types it. A change of the content, or of a part it relies on, takes the approval away again.
 */

import { parseArgs } from 'node:util';
import { patternContents } from '#catalogue/judge/approval/digest.ts';
import { needsSignature } from '#catalogue/judge/approval/faults.ts';
import { newStatement } from '#catalogue/judge/approval/new-statement.ts';
import { isSamePerson } from '#catalogue/judge/approval/person.ts';
import { type Approval, soundFor, standingOf } from '#catalogue/judge/approval/standing.ts';
import { approvalPath, approvalText, signedText } from '#catalogue/judge/approval/statement.ts';
import { nameOf, type Subject, subjectNamed } from '#catalogue/judge/approval/subject.ts';
import { checkFiles } from '#catalogue/load.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { type Finding, formatFinding } from '#catalogue/model/finding.ts';
import { isOf } from '#catalogue/model/is-of.ts';
import type { Loaded } from '#catalogue/model/loaded.ts';
import { countOf } from '#catalogue/words/count.ts';
import {
	type ApprovalFile,
	approvable,
	conditionOfApproval,
	type Statement,
	statementSchema,
} from '#schemas/approvals.ts';
import { showHidden } from '#schemas/hidden.ts';
import { councilSeat } from '#schemas/vocabularies.ts';
import {
	blocks,
	requireClock,
	requireCommitted,
	requireMember,
	requireOpenSeat,
	requireProposed,
	requireSeparate,
} from '../approval/gate.ts';
import { authorsSince, lastApprovedAt } from '../approval/history.ts';
import { chooseKey } from '../approval/keys.ts';
import { openProposal, type Proposal } from '../approval/proposal.ts';
import { formerDigests, shownLines } from '../approval/shown.ts';
import { signWith } from '../approval/sign.ts';
import { SigningError } from '../approval/signing-error.ts';
import { fitting, oneOf, positional, required } from '../arguments.ts';
import { findEntry } from '../find-entry.ts';
import { identityOf } from '../git-authors.ts';
import { read } from '../git-process.ts';
import { defineCommand, type Io, UsageError } from '../run.ts';
import { terminal } from '../scaffold/ask.ts';
import { writeAll } from '../write-files.ts';

const OPTIONS = {
	seat: { type: 'string' },
	member: { type: 'string' },
	key: { type: 'string' },
	condition: { type: 'string', multiple: true, default: [] as string[] },
	proposal: { type: 'string' },
	show: { type: 'boolean', default: false },
	yes: { type: 'boolean', default: false },
	unsigned: { type: 'boolean', default: false },
} as const;

export const approve = defineCommand({
	name: 'approve',
	writes: true,
	summary: 'Sign the approval of a pattern, a part, a use case, the roster or the policy.',
	usage: [
		'npm run approve -- SUBJECT --seat SEAT [--show | --yes] [flags]',
		'  SUBJECT            a pattern, or COLLECTION/ID such as controls/human-override,',
		'                     organisation/roster or policy/policy',
		`  --seat SEAT        ${councilSeat.values.join(', ')}`,
		'  --show             show what you would sign, and stop',
		'  --yes              sign without asking, once you have read what you sign',
		'  --member EMAIL     your email address on the roster; by default, the one in git',
		'  --key FILE         key to sign with; by default, it looks for one of your keys on the roster',
		'                     in git, in ~/.ssh and in the SSH agent',
		'  --condition TEXT   what must be done or kept; end it with "by 2027-03-31" for a due date.',
		'                     You can give it several times',
		'  --proposal PLACE   folder or branch with the content. The code that runs, and the roster,',
		'                     come from this folder: check out the main branch here',
		'  --unsigned         record an approval without a signature, at a tier that allows it',
		'Your ssh-keygen or SSH agent signs. The command writes one file, for you to commit.',
		'Exit codes: 0 signed or shown; 1 the content has errors; 2 wrong use or wrong state of git;',
		'3 no signature: no ssh-keygen, an old one, a locked agent, a wrong key. Nothing is written',
		'unless it is 0.',
	],
	async run(args, io) {
		try {
			return await approveOne(args, io);
		} catch (error) {
			if (!(error instanceof SigningError)) throw error;
			io.error(error.message);
			io.error(`    ${error.fix}`);
			return 3;
		}
	},
});

async function approveOne(args: readonly string[], io: Io): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: OPTIONS,
	});
	const [given] = positional(positionals, 'the subject');
	const seat = oneOf(
		'--seat',
		required('--seat', values.seat, 'in which seat'),
		councilSeat.values,
	);
	const conditions = values.condition.map(conditionFrom);
	const proposal = await openProposal(io.cwd, values.proposal);
	const first = await checkFiles(proposal.files);
	const unread = unreadable(given, first);
	if (unread.length > 0) return refused(unread, io);
	const { name } = subjectFor(given, first.catalogue);
	// The rules for what is approved must hold before anyone signs, so they are asked already now.
	const loaded = await checkFiles(proposal.files, { approved: new Set([name]) });
	const { catalogue } = loaded;
	const subject = subjectFor(name, catalogue);
	requireProposed(subject);
	const blocking = loaded.findings.filter((finding) => blocks(finding, subject));
	if (blocking.length > 0) return refused(blocking, io);
	const { root, head } = proposal;
	if (head === 'HEAD') await requireCommitted(subject, catalogue, root);
	await requireClock(subject, catalogue.today, root, head);
	const all = soundFor(subject, catalogue);
	const current = all.filter(
		(one) => one.digest === subject.digest && one.version === subject.version,
	);
	const since = await lastApprovedAt(root, subject, formerDigests(subject, all), head);
	for (const line of await shownLines(subject, loaded, proposal.files, since, root)) io.out(line);
	if (values.show) return 0;
	requireOpenSeat(
		seat,
		subject,
		current.filter(({ moved }) => !moved.some(({ voids }) => voids)),
		catalogue,
	);
	const signer = await signerFor(seat, values, subject, proposal, io.cwd);
	// Git takes any name; the record takes what a reader can see.
	const authors = (await authorsSince(root, subject, since, head)).map(({ name: author, email }) =>
		showHidden(`${author} <${email}>`, () => '').slice(0, 120),
	);
	requireSeparate(`${signer.name} <${signer.email}>`, authors, current, seat);
	await requireOwnClone(authors, io.cwd);
	remind(seat, conditions, all, io);
	if (!(await agreed(values.yes, subject, io))) return 2;
	const statement = newStatement(subject, catalogue, catalogue.today, {
		...{ seat, member: signer.email, name: signer.name, conditions, authors },
	});
	const signature = values.unsigned
		? undefined
		: await signWith(
				await chooseKey(
					requireMember(seat, signer.email, proposal.trusted),
					catalogue.today,
					values.key,
					io.cwd,
				),
				signedText(statement),
			);
	const file: ApprovalFile = {
		statement,
		...(signature !== undefined && { signature }),
		files: isOf('patterns', subject.entry) ? patternContents(subject.entry, catalogue) : {},
	};
	return write(file, subject, proposal, io);
}

/** The subject a person means: a pattern by its id alone, anything else with its collection. */
function subjectFor(given: string, catalogue: Catalogue): Subject {
	const named = subjectNamed(given, catalogue);
	if (named) return named;
	const among = approvable.filter((name) => name !== 'organisation' && name !== 'policy');
	const entry = findEntry(given, given.includes('/') ? among : ['patterns'], catalogue);
	const subject = subjectNamed(nameOf(entry), catalogue);
	if (subject) return subject;
	throw new UsageError(`${given} cannot be approved.`, 'Give a pattern, or COLLECTION/ID.');
}

/** Why an entry that is there cannot be read as one. */
function unreadable(given: string, { catalogue, findings }: Loaded): readonly Finding[] {
	const name = given.includes('/') ? given : `patterns/${given}`;
	if (subjectNamed(name, catalogue)) return [];
	return findings.filter(
		({ file, severity }) =>
			severity === 'error' && (file.startsWith(`${name}/`) || file.startsWith(`content/${name}.`)),
	);
}

/** A condition and the day it is due, where the words end with one. */
function conditionFrom(said: string): Statement['conditions'][number] {
	const [, text = said, due] = /^(.*\S)\s+by (\d{4}-\d{2}-\d{2})$/.exec(said) ?? [];
	fitting('--condition', text, conditionOfApproval.shape.text);
	if (due) fitting('--condition', due, conditionOfApproval.shape.due.unwrap());
	return { text, ...(due && { due }) };
}

interface Signer {
	name: string;
	email: string;
}

async function signerFor(
	seat: Statement['seat'],
	{ member, unsigned }: { member?: string | undefined; unsigned: boolean },
	subject: Subject,
	{ trusted }: Proposal,
	root: string,
): Promise<Signer> {
	const email =
		member ?? (await read(root, ['config', '--default', '', '--get', 'user.email'])).trim();
	if (!unsigned) return requireMember(seat, email, trusted);
	if (needsSignature(subject, trusted)) {
		throw new UsageError(
			`an approval of ${subject.name} must be signed.`,
			`The policy requires it from ${trusted.policy.approval.signedFrom} tier. Leave out --unsigned.`,
		);
	}
	const name = (await read(root, ['config', '--default', '', '--get', 'user.name'])).trim();
	return { name: fitting('user.name of git', name || email, statementSchema.shape.name), email };
}

/** A member works in a clone of their own: git there must not be set to an author. */
async function requireOwnClone(authors: readonly string[], root: string): Promise<void> {
	const identity = await identityOf(root);
	const same = authors.find((one) => identity !== undefined && isSamePerson(one, identity));
	if (!same) return;
	throw new UsageError(
		`git here is set to ${identity}, who wrote part of what is approved.`,
		'Each member signs in their own clone, under their own name.',
	);
}

/** Conditions are given again with each approval; one that the seat set before is easily lost. */
function remind(
	seat: Statement['seat'],
	conditions: Statement['conditions'],
	before: readonly Approval[],
	{ out }: Pick<Io, 'out'>,
): void {
	const last = before.findLast((one) => one.seat === seat);
	const kept = new Set(conditions.map(({ text }) => text));
	for (const { text } of last?.conditions ?? []) {
		if (kept.has(text)) continue;
		out(`On ${last?.version} this seat asked: ${text}`);
		out('    It does not apply to this approval. If it should, add it again with --condition.');
	}
}

async function agreed(yes: boolean, { title, version }: Subject, io: Io): Promise<boolean> {
	if (yes) return true;
	const ask = await terminal();
	const message = `Sign this approval of ${title} ${version}?`;
	if (ask && (await ask.confirm({ message, default: false }))) return true;
	io.error('Nothing was signed.');
	io.error('    Read what you sign (--show), then run it again with --yes.');
	return false;
}

function refused(findings: readonly Finding[], { out, error }: Pick<Io, 'out' | 'error'>): number {
	for (const finding of findings) out(formatFinding(finding));
	error('Nothing is approved while it has errors.');
	error('    Fix them, commit, and run it again.');
	return 1;
}

/** Checks the new approval in memory, among everything else, before a file is written. */
async function write(
	file: ApprovalFile,
	subject: Subject,
	proposal: Proposal,
	io: Io,
): Promise<number> {
	const path = approvalPath(file.statement);
	const text = approvalText(file);
	const others = proposal.files.filter((one) => one.path !== path);
	const next = await checkFiles([...others, { path, text }]);
	const broken = next.findings.filter((one) => one.file === path && one.severity === 'error');
	if (broken.length > 0) return refused(broken, io);
	writeAll(proposal.writesTo, [{ path, text }], { overwrite: true });
	report(path, file.statement, subject, next, io);
	return 0;
}

function report(
	path: string,
	{ name, seat, version, reviewBy, subject: about }: Statement,
	subject: Subject,
	{ catalogue }: Loaded,
	{ out }: Io,
): void {
	out(`${name} (${councilSeat.label(seat)}) approves ${about} ${version} until ${reviewBy}.`);
	out(`    wrote ${path}`);
	const after = subjectNamed(about, catalogue);
	const commit = `git add ${path} && git commit`;
	const open = after && openSeats(after, subject, catalogue);
	if (open && open.length > 0) {
		out(`Still missing: ${open.join(', ')}.`);
		out(`    Next: ${commit}, then push. The other seats sign on the same branch, in any order.`);
		return;
	}
	out('Every seat has approved.');
	out(`    Next: ${commit}, push, and merge when the checks are green.`);
}

function openSeats(after: Subject, { quorum }: Subject, catalogue: Catalogue): string[] {
	if (quorum === undefined) {
		const { missing, expired } = standingOf(after.entry, catalogue);
		return [...missing, ...expired].map((one) => councilSeat.label(one));
	}
	const signed = new Set(
		soundFor(after, catalogue)
			.filter((one) => one.digest === after.digest && one.version === after.version)
			.map(({ seat }) => seat),
	);
	const left = quorum - signed.size;
	return left > 0 ? [countOf(left, 'more seat')] : [];
}
