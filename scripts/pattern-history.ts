/** What git knows of a pattern folder: its content at a commit, and who made the content of today. */
import { digestOfContents, isApprovedPath } from '#catalogue/judge/approval/digest.ts';
import { fileDigest } from '#catalogue/model/digest.ts';
import { fileAt, listAt, resolveRef } from './git.ts';
import { type Author, authorsOf, commitsOf } from './git-authors.ts';

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

/**
 * Who wrote what is to be approved: everyone since the newest commit at which the folder had a
 * content that stood approved, or since the beginning.
 *
 * @param approved digests that stood approved, without that of today
 */
export async function authorsSinceApproval(
	root: string,
	pattern: string,
	approved: ReadonlySet<string>,
): Promise<Author[]> {
	const folder = `patterns/${pattern}`;
	const record = `${folder}/approvals.yaml`;
	// Whoever commits an approval has written nothing of what is approved.
	const except = [record];
	if (approved.size > 0) {
		// An approval is committed with the content it is of, so these commits are the candidates.
		for (const commit of await commitsOf(root, record)) {
			const digest = digestOfContents(await contentsAt(root, commit, pattern));
			if (approved.has(digest)) return authorsOf(root, folder, { since: commit, except });
		}
	}
	return authorsOf(root, folder, { except });
}
