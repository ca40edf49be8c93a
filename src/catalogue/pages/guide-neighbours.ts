/** The guides beside a guide: the one before and the one after in its group. */
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { type EntryLink, linkOf } from './citing.ts';

/** Guides of the same group in their order, and the neighbours of this one. */
export function guideNeighbours(
	guide: Entry<'guides'>,
	{ guides }: Catalogue,
): { previous: EntryLink | undefined; next: EntryLink | undefined } {
	const group = [...guides.values()]
		.filter(({ data }) => data.group === guide.data.group)
		.sort((a, b) => a.data.order - b.data.order);
	const at = group.indexOf(guide);
	const link = (entry: Entry<'guides'> | undefined) => (entry ? linkOf(entry) : undefined);
	return { previous: link(group[at - 1]), next: link(group[at + 1]) };
}
