/** What `validate --history` adds: the history of git, and what was on the published branch before. */

import { checkFiles } from '#catalogue/load.ts';
import type { Finding } from '#catalogue/model/finding.ts';
import type { Loaded } from '#catalogue/model/loaded.ts';
import type { SourceFile } from '#catalogue/read/files.ts';
import { missingFrom } from '#catalogue/report/quiet.ts';
import { judge } from '#catalogue/report/verdict.ts';
import { historyFindings } from '../approval/history-findings.ts';
import { branchPoint } from '../approval/published.ts';
import { requireRepository } from '../git.ts';
import { changedBetween, readFilesAt } from '../git-files.ts';

/** Findings beyond those of the files themselves. */
export async function fromHistory(
	root: string,
	{ catalogue, findings }: Loaded,
	files: readonly SourceFile[],
): Promise<Finding[]> {
	await requireRepository(root);
	const approvals = [...catalogue.approvals.values()];
	const asked = await historyFindings(approvals, catalogue, root, 'HEAD');
	const base = await branchPoint(root, catalogue.organisation.repository.branch);
	if (!base) return asked;
	const before = await readFilesAt(root, base);
	const changed = await changedBetween(root, base, 'HEAD');
	const { errors } = await judge(before, files, changed, (read) => checkFiles(read));
	return [...asked, ...missingFrom([...findings, ...asked], errors)];
}
