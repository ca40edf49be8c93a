/** Shows a member what they sign: what changed since the content that stood approved last. */

import { isCommentsOnly } from '#catalogue/judge/approval/comments.ts';
import { patternContents } from '#catalogue/judge/approval/digest.ts';
import { reliesOn } from '#catalogue/judge/approval/relies-on.ts';
import {
	type Approval,
	approvedDigests,
	changedFiles,
} from '#catalogue/judge/approval/standing.ts';
import type { Subject } from '#catalogue/judge/approval/subject.ts';
import { checkFiles } from '#catalogue/load.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { isOf } from '#catalogue/model/is-of.ts';
import type { Loaded } from '#catalogue/model/loaded.ts';
import type { SourceFile } from '#catalogue/read/files.ts';
import { compareCatalogues } from '#catalogue/report/compare.ts';
import { readSides } from '#catalogue/report/sides.ts';
import { inside } from '#catalogue/words/phrase.ts';
import { reliedKind } from '#schemas/vocabularies.ts';
import { readFilesAt } from '../git-files.ts';
import { placesOf } from './history.ts';

/** Content that stood approved once, without that of today. */
export const formerDigests = ({ seats, digest }: Subject, approvals: readonly Approval[]) =>
	new Set(approvedDigests(approvals, seats).filter((one) => one !== digest));

/** Files of a pattern that differ. */
function changedIn(id: string, base: Catalogue, head: Catalogue): string[] {
	const changed = changedFiles(patternContents({ id }, base), patternContents({ id }, head));
	return changed.map(({ path }) => `patterns/${id}/${path}`);
}

/** A part that the approval relies on: its id, or what people call what has none. */
function reliedWords(part: string): string {
	const kind = reliedKind.values.find((value) => value === part);
	return kind ? inside(reliedKind.label(kind)) : part;
}

/** Lines for the terminal. `since`: the commit at which other content was approved. */
export async function shownLines(
	subject: Subject,
	{ catalogue }: Loaded,
	files: readonly SourceFile[],
	since: string | undefined,
	root: string,
): Promise<string[]> {
	const { name, title, version, digest, tier, seats } = subject;
	const relied = Object.keys(reliesOn(subject, catalogue)).map(reliedWords);
	const head = [
		`${title} (${name}), version ${version}${tier ? `, ${tier} tier` : ''}`,
		`    Fingerprint (SHA-256) ${digest}`,
		`    Seats: ${seats.join(', ')}`,
		...(relied.length > 0 ? [`    Relies on: ${relied.join(', ')}`] : []),
	];
	if (!since) {
		return [...head, 'No version of it has been approved before. Read all of it before you sign.'];
	}
	const before = await readFilesAt(root, since);
	const sides = await readSides(before, files, (read) =>
		checkFiles(read, { today: catalogue.today }),
	);
	const report = await compareCatalogues(sides);
	const { path } = placesOf(subject);
	const isOwn = (file: string) => file === path || file.startsWith(`${path}/`);
	const { entry } = subject;
	const only = isOf('patterns', entry) && isCommentsOnly(entry.id, sides.base.catalogue, catalogue);
	const changes = report.entries
		.filter(({ file }) => isOwn(file))
		.flatMap((one) =>
			one.changes
				.filter(({ beside }) => !beside && !only)
				.map(({ text }) => `    ${one.noun} ${one.id}: ${text}`),
		);
	const moved = only
		? changedIn(entry.id, sides.base.catalogue, catalogue)
		: report.moved.filter(isOwn);
	return [
		...head,
		`Changed since it was approved, commit ${since.slice(0, 10)}${only ? ' (comments and layout only)' : ''}:`,
		...(changes.length > 0 ? changes : moved.map((file) => `    ${file}`)),
	];
}
