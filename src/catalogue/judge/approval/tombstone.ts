/** The tombstone of an entry: what a reader of its address is told when it is gone. */

import { collections } from '#schemas/index.ts';
import type { Withdrawn } from '#schemas/withdrawn.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { summaryOf, titleOf } from '../../model/entry.ts';
import { patternOf } from '../waivers.ts';

/** What is said of an entry that is withdrawn today. */
export function tombstoneFor(
	entry: Entry,
	{ because, successor }: Pick<Withdrawn, 'because' | 'successor'>,
	catalogue: Catalogue,
): Withdrawn {
	const { data } = entry;
	const owner = 'owner' in data ? data.owner : patternOf(entry, catalogue)?.data.owner;
	const title = titleOf(entry);
	return {
		// A prompt goes by its id, which may be shorter than a title.
		title: title.length < 3 ? `${collections[entry.collection].singular} ${title}` : title,
		summary: summaryOf(entry),
		owner: owner ?? catalogue.organisation.council.team,
		...('version' in data ? { version: data.version } : {}),
		withdrawn: catalogue.today,
		because,
		...(successor === undefined ? {} : { successor }),
	};
}

/** Path of the tombstone of an entry. */
export function tombstonePath({ collection, id }: Pick<Entry, 'collection' | 'id'>): string {
	return collections.withdrawn.file.replace('{id}', `${collection}.${id}`);
}

/** The tombstone as the text of its file. */
export function tombstoneText(tombstone: Withdrawn): string {
	const plain = new Set(['withdrawn', 'owner', 'successor']);
	return Object.entries(tombstone)
		.map(([key, value]) => `${key}: ${plain.has(key) ? value : JSON.stringify(value)}\n`)
		.join('');
}
