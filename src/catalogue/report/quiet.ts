/** What a comparison leaves out or only counts: moved text, findings, files that cannot be read. */
import { type CollectionName, collectionNames } from '#schemas/index.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { compare, type Finding } from '../model/finding.ts';
import type { Loaded } from '../model/loaded.ts';
import { placeOf } from '../read/files.ts';
import type { EntryReport } from './report.ts';

/** Collections whose entries are told as part of another entry. */
export const PARTS: ReadonlySet<CollectionName> = new Set(['cases', 'releases', 'approvals']);

/** Files whose text differs although nothing in them changed in meaning. */
export function movedFiles(
	base: Catalogue,
	head: Catalogue,
	entries: readonly EntryReport[],
): string[] {
	const told = new Set(entries.map(({ file }) => file));
	const spoken = new Set(
		entries.filter(({ changes }) => changes.some(({ beside }) => beside)).map(({ id }) => id),
	);
	return collectionNames
		.flatMap((name) => [...head.all[name].values()])
		.filter((entry) => {
			const before: Entry | undefined = base.all[entry.collection].get(entry.id);
			if (!before || before.source === entry.source || told.has(entry.file)) return false;
			return !(PARTS.has(entry.collection) && spoken.has(entry.id.split('@')[0] ?? ''));
		})
		.map(({ file }) => file)
		.sort(compare);
}

/** Findings of the second list that the first has not; the line does not count, as lines move. */
export function missingFrom(list: readonly Finding[], other: readonly Finding[]): Finding[] {
	const left = new Map<string, number>();
	const key = ({ file, rule, message }: Finding) => [file, rule, message].join('\0');
	for (const finding of list) left.set(key(finding), (left.get(key(finding)) ?? 0) + 1);
	return other.filter((finding) => {
		const count = left.get(key(finding)) ?? 0;
		left.set(key(finding), count - 1);
		return count <= 0;
	});
}

/** Files of entries that are there and could not be read. */
export function unreadOf({ catalogue, findings }: Loaded): string[] {
	const files = [...new Set(findings.map(({ file }) => file))];
	return files.filter((file) => {
		const place = placeOf(file);
		return place !== undefined && !catalogue.all[place.collection].has(place.id);
	});
}
