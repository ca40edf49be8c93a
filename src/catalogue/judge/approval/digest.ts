/**
 * The content digest of a pattern: one number for everything an approval is bound to.
 *
 * The definition, and the only place of it:
 * 1. Every file of the folder patterns/<id>/ counts, the starter, pictures and released prompts
 *    included. Left out are register.yaml and approvals.yaml, hidden files outside the starter, and
 *    what tools make inside one (.git, node_modules, dist).
 * 2. The digest of a file is the SHA-256 of its bytes; in a file without a zero byte each CR LF
 *    counts as LF, so that a checkout on Windows gives the same number.
 * 3. The digest of the folder is the SHA-256 of one line per file, "<digest>  <path>\n", the path
 *    within the folder with forward slashes, in order of code units. It is what
 *    `sha256sum` prints, so a reviewer can work it out without us.
 */

import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { fileDigest } from '../../model/digest.ts';
import { compare } from '../../model/finding.ts';
import { keeper } from '../../model/keep.ts';
import { folderAt } from '../../model/noted.ts';
import { MADE } from '../../model/starter.ts';

/** Upkeep and records of the folder, which no approval is bound to. */
const BESIDE: ReadonlySet<string> = new Set(['register.yaml', 'approvals.yaml']);

/** Whether a path within a pattern folder is part of what is approved. */
export function isApprovedPath(path: string): boolean {
	if (BESIDE.has(path)) return false;
	const names = path.split('/');
	const inStarter = names.length > 1 && names[0] === 'starter';
	const [outside, inside] = inStarter ? [[], names.slice(1)] : [names, []];
	return !outside.some((name) => name.startsWith('.')) && !inside.some((name) => MADE.has(name));
}

/** The digest of every file of a pattern by its path within the folder, in order of path. */
export function patternContents(
	{ id }: Pick<Entry<'patterns'>, 'id'>,
	catalogue: Catalogue,
): Record<string, string> {
	const folder = `patterns/${id}`;
	const { entries, assets } = folderAt(folder, catalogue);
	const files = [
		...entries
			.filter(({ collection }) => collection !== 'approvals')
			.map(({ file, source }) => ({ file, digest: fileDigest(source) })),
		...assets,
	].map(({ file, digest }) => [file.slice(folder.length + 1), digest] as const);
	return Object.fromEntries(files.sort(([a], [b]) => compare(a, b)));
}

/** The digest of the folder, from the digests of its files. */
export const digestOfContents = (contents: Readonly<Record<string, string>>): string =>
	fileDigest(linesOfContents(contents));

/** What the digest of the folder is of; `sha256sum --check` reads it. */
export const linesOfContents = (contents: Readonly<Record<string, string>>): string =>
	Object.entries(contents)
		.sort(([a], [b]) => compare(a, b))
		.map(([path, digest]) => `${digest}  ${path}\n`)
		.join('');

/** The digest of a pattern's folder: changing a byte or a name in it changes it. */
export function patternDigest(
	pattern: Pick<Entry<'patterns'>, 'id'>,
	catalogue: Catalogue,
): string {
	return keepDigest(catalogue, pattern.id, () =>
		digestOfContents(patternContents(pattern, catalogue)),
	);
}

/** A dozen files of each pattern name it. */
const keepDigest = keeper<string>('pattern digest');
