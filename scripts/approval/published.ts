/** Finds the text of the version that is left: as it was published, not as a branch has it by now. */
import { versionIn } from '#catalogue/judge/approval/release-edit.ts';
import { fileAt, findRef, mergeBase, resolveRef } from '../git.ts';
import { commitsOf } from '../git-authors.ts';
import { UsageError } from '../run.ts';

export interface Published {
	commit: string;
	/** The bytes as git keeps them. */
	bytes: Buffer;
}

/**
 * The file at the commit where this branch left the main one, when it has the version there; else
 * as it was last committed with that version.
 *
 * @param ref commit to take instead
 */
export async function publishedText(
	root: string,
	path: string,
	version: string,
	{ branch, ref }: { branch: string; ref: string | undefined },
): Promise<Published> {
	const at = async (commit: string): Promise<Published | undefined> => {
		const bytes = await fileAt(root, commit, path);
		return bytes && versionIn(bytes.toString()) === version ? { commit, bytes } : undefined;
	};
	if (ref !== undefined) {
		const found = await at(await resolveRef(root, ref));
		if (found) return found;
		throw new UsageError(
			`${path} does not have version ${version} at "${ref}".`,
			'Give a commit that contains it.',
		);
	}
	const base = await branchPoint(root, branch);
	for (const commit of [...(base ? [base] : []), ...(await commitsOf(root, path))]) {
		const found = await at(commit);
		if (found) return found;
	}
	throw new UsageError(
		`version ${version} of ${path} was never committed.`,
		'Nobody can be using it, so it does not need a release. Edit it and commit it.',
	);
}

/** Where this branch left the published one, as far as this clone knows it. */
export async function branchPoint(root: string, branch: string): Promise<string | undefined> {
	for (const ref of [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`]) {
		if (await findRef(root, ref)) return mergeBase(root, 'HEAD', ref);
	}
	return undefined;
}
