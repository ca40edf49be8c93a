/** What a change of an entry's life would bring about, found in memory before a file is touched. */
import { checkFiles } from '#catalogue/load.ts';
import { type Finding, formatFinding } from '#catalogue/model/finding.ts';
import { MADE } from '#catalogue/model/starter.ts';
import { readFiles } from '#catalogue/read/files.ts';
import { ignored, uncommitted } from '../git.ts';
import { UsageError } from '../run.ts';
import type { FileChange } from '../write-files.ts';

/** Every finding there would be with these changes. */
export async function findingsWith(
	changes: readonly FileChange[],
	today: string,
	root: string,
): Promise<Finding[]> {
	const touched = changes.map(({ path }) => path);
	const goes = (path: string) => touched.some((one) => path === one || path.startsWith(`${one}/`));
	const kept = readFiles(root).filter(({ path }) => !goes(path));
	const written = changes.flatMap((change) =>
		'text' in change ? [{ path: change.path, text: String(change.text) }] : [],
	);
	return (await checkFiles([...kept, ...written], { today })).findings;
}

/** The findings of this kind that were not there before. */
export function added(
	before: readonly Finding[],
	after: readonly Finding[],
	isMeant: (finding: Finding) => boolean = ({ severity }) => severity === 'error',
): Finding[] {
	const known = new Set(before.map(formatFinding));
	return after.filter((finding) => isMeant(finding) && !known.has(formatFinding(finding)));
}

/** Everything that goes must be in git, so that it can be had again. */
export async function requireNothingLost(paths: readonly string[], root: string): Promise<void> {
	const kept = (path: string) => !path.split('/').some((name) => MADE.has(name));
	const lost = [...(await uncommitted(root, paths)), ...(await ignored(root, paths)).filter(kept)];
	if (lost.length === 0) return;
	const list = lost.length > 5 ? `${lost.slice(0, 5).join(', ')} and more` : lost.join(', ');
	throw new UsageError(
		`these are not in git and would be lost: ${list}.`,
		'Commit them, or move them away.',
	);
}
