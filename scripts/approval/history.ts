/** What git knows of a subject: its content at a commit, and who made the content of today. */
import { digestOfContents, isApprovedPath } from '#catalogue/judge/approval/digest.ts';
import { partDigestOf, rosterDigestOf } from '#catalogue/judge/approval/part-digest.ts';
import { ROSTER, type Subject } from '#catalogue/judge/approval/subject.ts';
import { fileDigest } from '#catalogue/model/digest.ts';
import { fileAt, listAt, resolveRef } from '../git.ts';
import { type Author, authorsOf, commitsOf } from '../git-authors.ts';

/** What helps where an author would approve their own content. */
export const NOT_AUTHOR_FIX = 'Ask a member of this seat who wrote none of it.';

/** The digest of every file of a pattern folder at a commit, as `patternContents` gives it. */
export async function contentsAt(
	root: string,
	ref: string,
	pattern: string,
): Promise<Record<string, string>> {
	const folder = `patterns/${pattern}/`;
	const commit = await resolveRef(root, ref);
	const paths = (await listAt(root, commit, [folder])).filter((path) =>
		isApprovedPath(path.slice(folder.length)),
	);
	const contents: Record<string, string> = {};
	for (const path of paths.sort()) {
		const bytes = await fileAt(root, commit, path, { asCheckedOut: true });
		if (bytes) contents[path.slice(folder.length)] = fileDigest(bytes);
	}
	return contents;
}

/** Where the content of a subject is, and what in there is upkeep. */
export function placesOf({ entry }: Pick<Subject, 'entry'>): { path: string; except: string[] } {
	const { collection, id, file } = entry;
	if (collection !== 'patterns') return { path: file, except: [] };
	const folder = `patterns/${id}`;
	// Approvals of an older form are in the folder as well.
	return { path: folder, except: [`${folder}/register.yaml`, `${folder}/approvals.yaml`] };
}

const recordsOf = ({ name }: Pick<Subject, 'name'>) => `content/approvals/${name}`;

async function digestAt(root: string, commit: string, { name, entry }: Subject): Promise<string> {
	if (entry.collection === 'patterns') {
		return digestOfContents(await contentsAt(root, commit, entry.id));
	}
	const text = (await fileAt(root, commit, entry.file, { asCheckedOut: true }))?.toString() ?? '';
	return name === ROSTER ? rosterDigestOf(text) : partDigestOf(entry.collection, text);
}

/**
 * The newest commit at which the subject had one of these contents; undefined where there is none.
 *
 * @param approved digests that stood approved, without that of today
 */
export async function lastApprovedAt(
	root: string,
	subject: Subject,
	approved: ReadonlySet<string>,
	head = 'HEAD',
): Promise<string | undefined> {
	if (approved.size === 0) return undefined;
	// An approval is committed on top of the content it is of, so these commits are the candidates.
	for (const commit of await commitsOf(root, recordsOf(subject), head)) {
		if (approved.has(await digestAt(root, commit, subject))) return commit;
	}
	return undefined;
}

/** Who wrote what is to be approved: everyone since that commit, or since the beginning. */
export async function authorsSince(
	root: string,
	subject: Pick<Subject, 'entry'>,
	since: string | undefined,
	head = 'HEAD',
): Promise<Author[]> {
	const { path, except } = placesOf(subject);
	return authorsOf(root, path, { since, except, head });
}
