/**
 * What an update says when it is done: which files it took, what is left to merge, what to do next.
 */
import type { Comparison } from './compare.ts';
import { counted } from './words.ts';
import type { Write } from './write-files.ts';

/** Lines for a terminal; `noted` says whether catalogue.json was written. */
export function takenLines(
	writes: readonly Write[],
	noted: boolean,
	{ obligations }: Pick<Comparison, 'obligations'>,
): string[] {
	if (!noted) return [];
	const merges = writes.filter(({ path, to }) => path !== to);
	const byHand = merges.length > 0 ? `, ${counted(merges.length, 'file')} to merge by hand` : '';
	const { length } = writes;
	return [
		length === 0
			? 'There are no files to take. catalogue.json is up to date: commit it.'
			: `${counted(length - merges.length, 'file')} taken${byHand}.`,
		...merges.map(({ path, to }) => `Merge into ${path}, then delete: ${to}`),
		...(obligations.added.length > 0
			? [
					'From now on, the check treats the new requirements as known. Plan what is "Now required" above.',
				]
			: []),
		...(length > 0 ? ['Next, run npm ci and npm test, read the diff and commit.'] : []),
	];
}
