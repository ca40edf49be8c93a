/** Sections that the pages of several collections have: mapping, changes, what cites an entry. */
import type { Change } from '#schemas/fields.ts';
import type { CollectionName } from '#schemas/index.ts';
import { changeImpact, metricDimension } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { sectionAt } from '../model/labels.ts';
import { shortDay } from '../words/day.ts';
import {
	type Block,
	id,
	label,
	link,
	list,
	quiet,
	strong,
	sub,
	text,
	type Words,
} from './blocks.ts';
import { backLinks, FULL_ROWS, linkOf } from './citing.ts';
import { type MappingGroup, mappingOf } from './framework-rows.ts';
import type { Section } from './page.ts';
import { proseOf } from './prose.ts';
import { linksOf, namesBlocks, neighbour, type Uses, usesBlocks } from './rows.ts';

/** The section of a field, under the name that its schema gives it. */
export function fieldSection(name: CollectionName, key: string, blocks: readonly Block[]): Section {
	const section = sectionAt(name, key);
	if (!section) throw new Error(`The schema of ${name} gives "${key}" no section.`);
	return { ...section, blocks };
}

/** The prose as sections of the page, what comes before the first heading included. */
export const proseSections = (entry: Entry): Section[] =>
	proseOf(entry).map(({ part, id: place, title }) => ({
		id: place,
		title,
		blocks: [{ kind: 'prose', part }],
	}));

/** Where an entry is used. */
export const usesSection = (title: string, uses: Uses): Section => ({
	id: 'patterns',
	title,
	blocks: usesBlocks(uses),
});

type Citations = Parameters<typeof mappingOf>[0];

/** Where an entry stands in external frameworks; says so where it cites none. */
export function mappingSection(
	{ collection }: Pick<Entry, 'collection'>,
	citations: Citations,
	catalogue: Catalogue,
): Section {
	const groups = mappingOf(citations, catalogue);
	return fieldSection(
		collection,
		'frameworks',
		groups.length === 0
			? [text(quiet('It does not refer to an external framework.'))]
			: [
					text(
						'Each identifier names its edition. If the edition renumbered an item, the earlier number is shown, so that you can still follow older documents.',
						'intro',
					),
					mappingTable(groups, 'Framework mapping by edition', true),
				],
	);
}

/** Items of frameworks, grouped by framework and edition. */
export function mappingTable(
	groups: readonly MappingGroup[],
	name: string,
	relations: boolean,
): Block {
	return {
		kind: 'table',
		label: name,
		look: 'by-type',
		ids: true,
		columns: ['Identifier', 'Title', ...(relations ? ['Relation'] : []), 'Note'].map((head) => ({
			label: head,
		})),
		groups: groups.map(({ title, edition, path, rows }) => ({
			title: [
				{ kind: 'link', words: title, to: path, look: 'plain' },
				edition && quiet(` ${edition}`),
			],
			rows: rows.map((row) => ({
				cells: [
					link(row.item, row.path),
					row.title,
					...(relations ? [row.relation] : []),
					[row.note, sub(row.edition.join(' '))],
				],
			})),
		})),
	};
}

/** The change log, beside the page. */
export function changesSection(changes: readonly Change[] = []): Section {
	return {
		id: 'changes',
		title: 'Changes',
		blocks:
			changes.length === 0
				? [text(quiet('No changes recorded yet.'))]
				: [list(changes.map(changeWords), 'neighbours')],
	};
}

// The first version has no impact on anyone: nobody used it before.
const changeWords = (
	{ version, date, impact, summary, action }: Change,
	at: number,
	all: readonly Change[],
): Words => [
	strong(id(version)),
	' ',
	label(shortDay(date)),
	at < all.length - 1 && [
		' ',
		{ kind: 'tag', text: changeImpact.label(impact), alert: impact === 'major' },
	],
	sub([summary, action && ` ${action}`]),
];

/** Entries that cite this one, by collection; `shown` are on the page already. */
export function citedBySection(
	entry: Entry,
	catalogue: Catalogue,
	shown: readonly string[],
): Section[] {
	const groups = backLinks(entry, catalogue, shown);
	if (groups.length === 0) return [];
	return [
		{
			id: 'cited-by',
			title: 'Cited by',
			blocks: groups.map(({ label: title, links }) => ({
				kind: 'group',
				title,
				blocks: [
					list(linksOf(links.slice(0, FULL_ROWS))),
					...(links.length > FULL_ROWS
						? [
								{
									kind: 'group',
									title: `${links.length - FULL_ROWS} more`,
									fold: 'closed',
									blocks: namesBlocks(links.slice(FULL_ROWS)),
								} as const,
							]
						: []),
				],
			})),
		},
	];
}

/** Metrics beside an entry, each with the dimension that it measures. */
export const metricNeighbours = (ids: readonly string[], { metrics }: Catalogue): Words[] =>
	ids
		.flatMap((id) => metrics.get(id) ?? [])
		.map((metric) =>
			neighbour(linkOf(metric), metric.data.summary, metricDimension.label(metric.data.dimension)),
		);

/** Entries beside this one; no section where there is none. */
export const besideSection = (id: string, title: string, items: readonly Words[]): Section[] =>
	items.length === 0 ? [] : [{ id, title, blocks: [list(items, 'neighbours')] }];
