/** The framework mapping of an entry: by framework and edition, with what a reader must know. */
import type { FrameworkReference } from '#schemas/fields.ts';
import type { Framework, FrameworkItem } from '#schemas/framework.ts';
import { relation } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { itemPath } from '../words/anchor.ts';
import { longDay } from '../words/day.ts';

export interface MappingRow {
	item: string;
	/** Title of the item, unless it is the identifier itself. */
	title: string;
	path: string;
	relation: string;
	note: string | undefined;
	/** What the edition changed, when a duty starts, whom it binds. */
	edition: string[];
}

export interface MappingGroup {
	framework: string;
	title: string;
	edition: string;
	path: string;
	rows: MappingRow[];
}

type Citation = Pick<FrameworkReference, 'framework' | 'item'> & Partial<FrameworkReference>;

/** The citations of an entry, grouped by framework in the order of first mention. */
export function mappingOf(citations: readonly Citation[], catalogue: Catalogue): MappingGroup[] {
	const groups = new Map<string, MappingGroup>();
	for (const citation of citations) {
		const entry = catalogue.frameworks.get(citation.framework);
		if (!entry) continue;
		const group = groups.get(entry.id) ?? groupOf(entry);
		groups.set(entry.id, group);
		const item = entry.data.items.find(({ id }) => id === citation.item);
		group.rows.push({
			item: citation.item,
			title: item && item.title !== item.id ? item.title : (item?.meaning ?? ''),
			path: itemPath(entry.id, citation.item),
			relation: citation.relation ? relation.label(citation.relation) : '',
			note: citation.note,
			edition: item ? editionNotes(entry, item, catalogue) : [],
		});
	}
	return [...groups.values()];
}

const groupOf = ({ id, data }: Entry<'frameworks'>): MappingGroup => ({
	framework: id,
	title: data.title,
	edition: data.title.endsWith(data.edition) ? '' : data.edition,
	path: `/frameworks/${id}/`,
	rows: [],
});

/** Sentences on one item: start of the duty, who carries it, its number in the edition before. */
export function editionNotes(
	framework: Entry<'frameworks'>,
	item: FrameworkItem,
	catalogue: Catalogue,
): string[] {
	const notes: string[] = [];
	if (item.appliesFrom) notes.push(`Applies from ${longDay(item.appliesFrom)}.`);
	if (item.addressee)
		notes.push(`Addressed to ${ADDRESSEES.get(item.addressee) ?? item.addressee}.`);
	for (const { id, data } of catalogue.frameworks.values()) {
		if (data.supersededBy === framework.id) notes.push(...predecessorNotes(id, data, item));
	}
	if (item.status) notes.push(`Status at the publisher: ${item.status}.`);
	return notes;
}

const ADDRESSEES = new Map([
	['provider', 'providers'],
	['deployer', 'deployers'],
	['both', 'providers and deployers'],
]);

/** What the item was called before, and what its number meant then. */
function predecessorNotes(
	id: string,
	{ edition, items }: Framework,
	item: FrameworkItem,
): string[] {
	const before = item.mapsTo?.[id] ?? [];
	const number = (identifier: string) => identifier.split(':')[0];
	const reused = items.find(
		(earlier) => number(earlier.id) === number(item.id) && !before.includes(earlier.id),
	);
	return [
		before.length > 0 ? `Was ${before.join(', ')}.` : 'New in this edition.',
		...(reused ? [`In ${edition}, ${number(item.id)} was ${reused.title}.`] : []),
	];
}
