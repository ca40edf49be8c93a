/** What git says of approvals: who wrote what was signed, and when it was committed. */
import { isSamePerson } from '#catalogue/judge/approval/person.ts';
import { soundFor } from '#catalogue/judge/approval/standing.ts';
import { type Subject, subjectNamed } from '#catalogue/judge/approval/subject.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import type { Entry } from '#catalogue/model/entry.ts';
import type { Finding } from '#catalogue/model/finding.ts';
import type { Path } from '#catalogue/model/schema-walk.ts';
import { locate } from '#catalogue/read/parse/entry.ts';
import { isInvented } from '#catalogue/report/approval-comparisons.ts';
import { read } from '../git-process.ts';
import { authorsSince, lastApprovedAt, NOT_AUTHOR_FIX, placesOf } from './history.ts';
import { formerDigests } from './shown.ts';

/**
 * Findings on the approvals that are of the content there is now.
 *
 * @param head the commit that counts; the content must be that of this commit
 */
export async function historyFindings(
	approvals: readonly Entry<'approvals'>[],
	catalogue: Catalogue,
	root: string,
	head: string,
): Promise<Finding[]> {
	const findings: Finding[] = [];
	const known = new Map<string, Promise<Past>>();
	for (const approval of approvals) {
		// Days and authors of the example organisation are invented.
		if (isInvented(approval, catalogue)) continue;
		const { subject: name, digest, date, member, name: by } = approval.data.statement;
		const subject = subjectNamed(name, catalogue);
		if (!subject || subject.digest !== digest || approval.data.before) continue;
		const past = known.get(name) ?? pastOf(subject, catalogue, root, head);
		known.set(name, past);
		const { authors, lastChanged } = await past;
		const author = authors.find((one) => isSamePerson(one, `${by} <${member}>`));
		if (author) {
			findings.push(
				at(
					approval,
					['statement', 'member'],
					`git names ${author} as an author of what ${by} approved.`,
					NOT_AUTHOR_FIX,
				),
			);
		}
		if (lastChanged > date) {
			findings.push(
				at(
					approval,
					['statement', 'date'],
					`the approval is dated ${date}, but the content changed on ${lastChanged}.`,
					'Sign again: npm run approve',
				),
			);
		}
	}
	return findings;
}

interface Past {
	authors: string[];
	/** Day on which the content of now was written, as its author's git had it. */
	lastChanged: string;
}

async function pastOf(
	subject: Subject,
	catalogue: Catalogue,
	root: string,
	head: string,
): Promise<Past> {
	const former = formerDigests(subject, soundFor(subject, catalogue));
	const since = await lastApprovedAt(root, subject, former, head);
	const authors = await authorsSince(root, subject, since, head);
	const { path, except } = placesOf(subject);
	const left = except.map((file) => `:(exclude,literal)${file}`);
	// The day of the author stays when a branch is rebased; the day of the commit does not.
	const args = ['log', '-1', '--format=%at', head, '--', `:(literal)${path}`, ...left];
	const seconds = Number((await read(root, args)).trim());
	return {
		authors: authors.map(({ name, email }) => `${name} <${email}>`),
		lastChanged: new Date(seconds * 1000).toISOString().slice(0, 10),
	};
}

function at(entry: Entry, path: Path, message: string, fix: string): Finding {
	const rule = 'approval-sound';
	return { file: entry.file, ...locate(entry, path), severity: 'error', rule, message, fix };
}
