/** Which findings a change is answerable for: its own, its neighbours', and what it breaks. */

import { checkFiles } from '#catalogue/load.ts';
import type { Cache } from '#catalogue/model/cache.ts';
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import type { Finding } from '#catalogue/model/finding.ts';
import type { Loaded } from '#catalogue/model/loaded.ts';
import type { SourceFile } from '#catalogue/read/files.ts';
import { mergeBase, requireRepository, resolveRef } from '../git.ts';
import { readFilesAt } from '../git-files.ts';
import { identityOf } from '../printers/fingerprint.ts';
import { UsageError } from '../run.ts';

/** What the catalogue was before the change. */
export interface Before {
	/** Commit in which the change parted from what it is compared with. */
	commit: string;
	files: readonly SourceFile[];
	findings: readonly Finding[];
}

/** Reads and checks the catalogue as it was where the work in `root` parted from `ref`. */
export async function checkBefore(root: string, ref: string, cache: Cache): Promise<Before> {
	await requireRepository(root);
	await resolveRef(root, ref);
	const commit = await mergeBase(root, ref, 'HEAD');
	if (!commit) {
		throw new UsageError(
			`"${ref}" and HEAD share no commit.`,
			'Give the branch this one was made from. In a shallow clone, run git fetch --unshallow.',
		);
	}
	const files = await readFilesAt(root, commit);
	const { findings } = await checkFiles(files, { cache });
	return { commit, files, findings };
}

/** Files that were added, changed or removed. */
export function changedFiles(
	before: readonly SourceFile[],
	after: readonly SourceFile[],
): Set<string> {
	const [old, now] = [byPath(before), byPath(after)];
	const paths = new Set([...old.keys(), ...now.keys()]);
	return new Set([...paths].filter((path) => old.get(path) !== now.get(path)));
}

const byPath = (files: readonly SourceFile[]) =>
	new Map(files.map((file) => [file.path, JSON.stringify(file)]));

/**
 * The findings in changed files, in entries that cite or are cited by an entry of one, and those
 * that were not there before, wherever they are.
 */
export function answerable(
	{ catalogue, findings }: Loaded,
	changed: ReadonlySet<string>,
	before: readonly Finding[],
): Finding[] {
	const near = neighbours(catalogue, changed);
	const left = new Map<string, number>();
	for (const finding of before)
		left.set(identityOf(finding), (left.get(identityOf(finding)) ?? 0) + 1);
	return findings.filter((finding) => {
		const known = left.get(identityOf(finding)) ?? 0;
		left.set(identityOf(finding), known - 1);
		return known <= 0 || changed.has(finding.file) || near.has(finding.file);
	});
}

function neighbours(catalogue: Catalogue, changed: ReadonlySet<string>): Set<string> {
	const near = new Set<string>();
	for (const map of Object.values(catalogue.all)) {
		const entries: Iterable<Entry> = map.values();
		for (const entry of entries) {
			if (!changed.has(entry.file)) continue;
			for (const { to } of catalogue.linksFrom(entry)) near.add(to.file);
			for (const { from } of catalogue.linksTo(entry)) near.add(from.file);
		}
	}
	return near;
}
