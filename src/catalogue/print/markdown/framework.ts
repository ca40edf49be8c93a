/** A framework as Markdown: every item of its edition, and where each is covered. */

import type { Entry } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import { digestOf } from '../../model/digest.ts';
import { linkById } from '../../pages/citing.ts';
import {
	type CoverageGroup,
	coveredWithin,
	frameworkCoverage,
	type ItemCoverage,
} from '../../pages/framework-coverage.ts';
import { linkTo } from './address.ts';
import { headWith } from './head.ts';
import { blocks, code, heading, lines, link, list, type Markdown, md, table } from './write.ts';

/** The whole framework. */
export function frameworkMarkdown(entry: Entry<'frameworks'>, context: ExportContext): Markdown {
	const { data } = entry;
	const coverage = frameworkCoverage(entry, context.catalogue);
	const { total, covered, groups } = coverage;
	return blocks(
		headWith(entry, titleBlock(entry, context), context),
		heading(2, 'Where each item is covered'),
		`${covered} of ${total} items are cited by an entry of this catalogue. A citation says where to look; it is no proof of compliance.`,
		...groups.flatMap((group) => groupBlocks(group, context)),
		heading(2, 'Before you cite it'),
		data.notes.length > 0 ? list(data.notes) : 'Nothing is noted.',
		heading(2, 'Licence'),
		data.attribution ?? `${data.publisher}. ${data.licence}.`,
		heading(2, 'Where it was read'),
		list(data.sources),
	);
}

function titleBlock(entry: Entry<'frameworks'>, context: ExportContext) {
	const { data } = entry;
	const { catalogue } = context;
	const older = [...catalogue.frameworks.values()].find(
		(other) => other.data.supersededBy === entry.id,
	);
	return [
		['State', data.status === 'current' ? 'Current edition' : 'Superseded'],
		[
			'A newer edition exists. Cite instead',
			data.supersededBy && linkTo(linkById('frameworks', data.supersededBy, catalogue), context),
		],
		[
			'It replaces an earlier edition, which is kept',
			older && linkTo(linkById('frameworks', older.id, catalogue), context),
		],
		['Version', data.edition],
		['Owner', link(data.publisher, data.url)],
		['Licence', data.licence],
		['Items', `${data.items.length}, groups included`],
		['Digest (SHA-256)', md`${code(digestOf(entry.source))} of ${code(entry.file)}`],
	] as const;
}

function groupBlocks({ id, title, items }: CoverageGroup, context: ExportContext) {
	const { covered, total } = coveredWithin(items);
	const name = id && id !== title ? `${id} ${title}` : title || id;
	return [
		heading(3, `${name}: ${covered} of ${total} covered`),
		table(
			['Identifier', 'Title', 'Covered by'],
			flatten(items).map((item) => itemRow(item, context)),
		),
	];
}

/** Items and what is inside them, in reading order. */
const flatten = (items: readonly ItemCoverage[]): ItemCoverage[] =>
	items.flatMap((item) => [item, ...flatten(item.items)]);

function itemRow(item: ItemCoverage, context: ExportContext) {
	const none = item.groups ? 'A heading; its items are below' : 'No entry covers it';
	const covering = item.covering.map(({ title, path, kind, hasPage, relation, note }) => {
		const name = hasPage ? linkTo({ title, path }, context) : title;
		return md`${name} (${[kind, relation.toLowerCase()].filter(Boolean).join(', ')}) ${note}`;
	});
	return [
		item.url ? link(item.id, item.url) : item.id,
		lines(item.title, item.meaning !== item.title && item.meaning, item.notes.join(' ')),
		covering.length > 0 ? lines(...covering, item.more > 0 && `and ${item.more} more`) : none,
	];
}
