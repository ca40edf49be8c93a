/** Tells a change of meaning from one of comments and layout: both void an approval, one is a chore. */
import { type CollectionName, collections } from '#schemas/index.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { folderAt } from '../../model/noted.ts';
import { patternContents } from './digest.ts';
import { partDigestOf } from './part-digest.ts';

/** Whether a pattern says the same on both sides, although some of its files differ. */
export function isCommentsOnly(id: string, base: Catalogue, head: Catalogue): boolean {
	const [before, after] = [patternContents({ id }, base), patternContents({ id }, head)];
	const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	const changed = paths.filter((path) => before[path] !== after[path]);
	const [old, now] = [meanings(id, base), meanings(id, head)];
	return (
		changed.length > 0 && changed.every((path) => old.has(path) && old.get(path) === now.get(path))
	);
}

/** What each entry of the folder says, by its path in there. A file of the starter is no entry. */
function meanings(id: string, catalogue: Catalogue): Map<string, string> {
	const folder = `patterns/${id}`;
	const { entries } = folderAt(folder, catalogue);
	return new Map(
		entries
			.filter(({ collection }) => hasData(collection))
			.map(({ collection, file, source }) => [
				file.slice(folder.length + 1),
				partDigestOf(collection, source),
			]),
	);
}

/** A released prompt is kept byte for byte, so each of its bytes counts. */
const hasData = (name: CollectionName) => collections[name].frozen !== true;
