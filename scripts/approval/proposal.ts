/** Where the content to approve comes from: this folder, another one, or a branch. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkFiles } from '#catalogue/load.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { readFiles, type SourceFile } from '#catalogue/read/files.ts';
import { requireBranch, requireRepository, resolveRef } from '../git.ts';
import { readFilesAt } from '../git-files.ts';

export interface Proposal {
	files: readonly SourceFile[];
	/** Folder to ask git in, and the commit that counts there. */
	root: string;
	head: string;
	/** Folder that the approval is written to. */
	writesTo: string;
	/** Whose roster and policy say who can sign: those of the folder whose code runs. */
	trusted: Catalogue;
}

/** The proposal is read as data: none of its code runs. */
export async function openProposal(cwd: string, place: string | undefined): Promise<Proposal> {
	await requireRepository(cwd);
	if (place === undefined) {
		await requireBranch(cwd);
		const files = readFiles(cwd);
		const { catalogue } = await checkFiles(files);
		return { files, root: cwd, head: 'HEAD', writesTo: cwd, trusted: catalogue };
	}
	const { catalogue: trusted } = await checkFiles(readFiles(cwd));
	const folder = resolve(cwd, place);
	if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
		await requireRepository(folder);
		await requireBranch(folder);
		return { files: readFiles(folder), root: folder, head: 'HEAD', writesTo: folder, trusted };
	}
	const head = await resolveRef(cwd, place);
	// The file is new, so it stays in the folder when its branch is checked out.
	return { files: await readFilesAt(cwd, head), root: cwd, head, writesTo: cwd, trusted };
}
