/** The guides beside a guide: the one before and the one after for the same reader. */
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { type EntryLink, linkOf } from './citing.ts';

/** The guides for the same reader in their order, and the neighbours of this one. */
export function guideNeighbours(
	guide: Entry<'guides'>,
	{ guides }: Catalogue,
): { previous: EntryLink | undefined; next: EntryLink | undefined } {
	const group = [...guides.values()]
		.filter(({ data }) => data.reader === guide.data.reader)
		.sort((a, b) => a.data.order - b.data.order);
	const at = group.indexOf(guide);
	const link = (entry: Entry<'guides'> | undefined) => (entry ? linkOf(entry) : undefined);
	return { previous: link(group[at - 1]), next: link(group[at + 1]) };
}
