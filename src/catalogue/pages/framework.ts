/** The page of a framework: every item of its edition, and where each is covered. */

import { pagedCollections } from '#schemas/index.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { labelAt } from '../model/labels.ts';
import { teamOf } from '../model/team.ts';
import { shortDay } from '../words/day.ts';
import {
	type Block,
	each,
	id as identifier,
	label,
	link,
	list,
	mark,
	quiet,
	type Row,
	sub,
	text,
	type Words,
} from './blocks.ts';
import { fieldSection } from './common-sections.ts';
import { digestCell, entryPage } from './entry-page.ts';
import { words } from './fact.ts';
import {
	type CoverageGroup,
	type CoveringEntry,
	coveredWithin,
	type FrameworkCoverage,
	frameworkCoverage,
	type ItemCoverage,
} from './framework-coverage.ts';
import type { ListColumn } from './list.ts';
import type { Page, TitleBlock } from './page.ts';

const title = (key: keyof Entry<'frameworks'>['data']) => labelAt('frameworks', key);

/** Everything the page of a framework says. */
export function frameworkPage(entry: Entry<'frameworks'>, { catalogue }: ExportContext): Page {
	const { data } = entry;
	const coverage = frameworkCoverage(entry, catalogue);
	const { covered, total, groups } = coverage;
	return entryPage(entry, catalogue, {
		facts: blockOf(entry, coverage, catalogue),
		notices: noticesOf(entry, catalogue),
		// Each row names what covers it.
		shown: pagedCollections,
		sections: [
			{
				id: 'items',
				title: title('items'),
				blocks: [
					text(
						`${covered} of ${total} items are cited by an entry of this catalogue. A citation says where to look. It does not prove compliance.`,
						'intro',
					),
					...groups.map((group) => groupBlock(group, groups.length > 1)),
				],
			},
		],
		side: [
			fieldSection('frameworks', 'notes', [
				data.notes.length > 0 ? list(data.notes, 'neighbours') : text(quiet('No notes.')),
			]),
			fieldSection('frameworks', 'licence', [
				text(data.attribution ?? `${data.publisher}. ${data.licence}.`, 'label'),
			]),
			fieldSection('frameworks', 'sources', [list(data.sources, 'neighbours')]),
		],
	});
}

function blockOf(
	entry: Entry<'frameworks'>,
	{ covered, total }: FrameworkCoverage,
	catalogue: Catalogue,
): TitleBlock {
	const { data } = entry;
	return {
		cells: [
			{
				label: 'Status',
				words:
					data.status === 'current'
						? mark('Current edition', 'ok')
						: mark('Superseded', 'warn', 'old'),
				sub: 'The publisher keeps the text. The catalogue contains only identifiers and titles',
				span: 4,
				wide: true,
			},
			{ label: 'Items', words: String(data.items.length), sub: 'Groups included', span: 2 },
			{ label: 'Covered', words: `${covered} of ${total}`, sub: 'By entries of this catalogue' },
			{ label: title('publisher'), words: link(data.publisher, data.url), wide: true },
			digestCell(entry),
			{ label: 'Sources', words: String(data.sources.length), sub: 'Listed on this page', span: 2 },
			{ label: title('edition'), words: data.edition },
			{ label: title('licence'), words: data.licence, wide: true },
			{
				label: 'Owner',
				words: teamOf(data.owner, catalogue).name,
				sub: `Reviewed ${shortDay(data.reviewed)}`,
				wide: true,
			},
		],
	};
}

function noticesOf({ id, data }: Entry<'frameworks'>, { frameworks }: Catalogue): Block[] {
	const newer = data.supersededBy ? frameworks.get(data.supersededBy) : undefined;
	const older = [...frameworks.values()].find((other) => other.data.supersededBy === id);
	const named = (entry: Entry<'frameworks'>) => link(entry.data.title, entry);
	const notices: Block[] = [];
	if (newer) {
		notices.push({
			kind: 'note',
			tone: 'warn',
			fact: 'A newer edition exists.',
			words: [
				'Cite ',
				named(newer),
				' instead. This page is kept so that you can follow older references.',
			],
		});
	}
	if (older) {
		notices.push({
			kind: 'note',
			tone: 'info',
			fact: 'It replaces an earlier edition.',
			words: [named(older), ' is kept. Each item below names its earlier number.'],
		});
	}
	return notices;
}

function groupBlock({ anchor, id, title: name, items }: CoverageGroup, folded: boolean): Block {
	const rows = itemTable(name || id, items);
	if (!folded) return rows;
	const { covered, total } = coveredWithin(items);
	return {
		kind: 'group',
		id: `in-${anchor}`,
		title: [id !== '' && id !== name && [identifier(id), ' '], name || id],
		fold: 'closed',
		end: `${covered} of ${total} covered`,
		blocks: [rows],
	};
}

const itemTable = (name: string, items: readonly ItemCoverage[]): Block => ({
	kind: 'table',
	label: name,
	look: 'items',
	ids: true,
	columns: [{ label: 'Identifier' }, { label: 'Title' }, { label: 'Covered by' }],
	groups: [{ rows: flatten(items).map(itemRow) }],
});

/** Items and what is inside them, in reading order. */
const flatten = (items: readonly ItemCoverage[]): ItemCoverage[] =>
	items.flatMap((item) => [item, ...flatten(item.items)]);

function itemRow(item: ItemCoverage): Row {
	const none = item.groups ? 'A heading. Its items are below' : 'No entry covers it';
	return {
		id: item.anchor,
		cells: [
			item.url ? link(item.id, item.url) : item.id,
			[item.title, item.meaning !== item.title && sub(item.meaning), sub(item.notes.join(' '))],
			item.covering.length === 0
				? quiet(none)
				: each([
						...item.covering.map(coveringWords),
						...(item.more > 0 ? [label(`and ${item.more} more`)] : []),
					]),
		],
	};
}

const coveringWords = ({
	title: name,
	path,
	kind,
	hasPage,
	relation,
	note,
}: CoveringEntry): Words => [
	hasPage ? link(name, path) : name,
	' ',
	label([kind, relation && `, ${relation.toLowerCase()}`]),
	sub(note),
];

/** What its list compares. */
export const frameworkColumns: readonly ListColumn<'frameworks'>[] = [
	{ label: title('edition'), fact: ({ data }) => words(data.edition) },
	{ label: title('publisher'), fact: ({ data }) => words(data.publisher) },
	{
		label: 'Covered',
		fact: (entry, catalogue) => {
			const { covered, total } = frameworkCoverage(entry, catalogue);
			return words(`${covered} of ${total} items`);
		},
	},
];
