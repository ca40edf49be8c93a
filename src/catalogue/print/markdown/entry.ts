/** An entry as Markdown: by its own writer where its page is special, else by its schema. */
import type { CollectionName } from '#schemas/index.ts';
import type { Entry } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import { entryPath } from '../../model/entry.ts';
import { backLinks } from '../../pages/citing.ts';
import { mappingOf } from '../../pages/framework-rows.ts';
import { readableFields } from '../../pages/readable.ts';
import { linkTo } from './address.ts';
import { changeTable } from './changes.ts';
import { fieldSections } from './fields.ts';
import { frameworkMarkdown } from './framework.ts';
import { headOf } from './head.ts';
import { patternMarkdown } from './pattern.ts';
import { promptMarkdown } from './prompt.ts';
import { proseParts } from './prose.ts';
import { usesOf } from './uses.ts';
import { blocks, heading, lines, list, type Markdown, md, table } from './write.ts';

type Writer<Name extends CollectionName> = (
	entry: Entry<Name>,
	context: ExportContext,
) => Markdown | Promise<Markdown>;

/** Collections whose page says more than their fields; all others follow their schema. */
const writers: { [Name in CollectionName]?: Writer<Name> } = {
	patterns: patternMarkdown,
	prompts: promptMarkdown,
	frameworks: frameworkMarkdown,
};

/** The Markdown twin of the page of an entry. */
export async function entryMarkdown(entry: Entry, context: ExportContext): Promise<string> {
	// The table is keyed by collection; the compiler cannot see that the writer fits this very entry.
	const own = writers[entry.collection] as Writer<CollectionName> | undefined;
	const { markdown } = await (own ? own(entry, context) : genericMarkdown(entry, context));
	return `${markdown}\n`;
}

/** Shown as a table of its own below, so not again among the fields. */
const SHOWN_APART = new Set(['frameworks', 'changes']);

function genericMarkdown(entry: Entry, context: ExportContext): Markdown {
	const { catalogue } = context;
	const fields = readableFields(entry, catalogue).filter(({ key }) => !SHOWN_APART.has(key));
	const place = { ...context, path: entryPath(entry), deeper: 0 };
	const { facts, sections } = usesOf(entry, context);
	return blocks(
		headOf(entry, facts, context),
		fieldSections(fields, context),
		...proseParts(entry.body, place).flatMap(({ title, body }) => [
			title && heading(2, title),
			body,
		]),
		...sections,
		...mapping(entry, context),
		...changes(entry),
		...citedBy(entry, context),
	);
}

function mapping({ data }: Entry, context: ExportContext) {
	const citations = 'frameworks' in data ? data.frameworks : 'signals' in data ? data.signals : [];
	const groups = mappingOf(citations, context.catalogue);
	if (groups.length === 0) return [];
	return [
		heading(2, 'Framework mapping'),
		table(
			['Identifier', 'Framework', 'Title', 'Relation', 'Note'],
			groups.flatMap(({ title, edition, path, rows }) =>
				rows.map((row) => [
					row.item,
					md`${linkTo({ title, path }, context)} ${edition}`,
					row.title,
					row.relation,
					lines(row.note, row.edition.join(' ')),
				]),
			),
		),
	];
}

function changes({ data }: Entry) {
	const log = 'changes' in data ? (data.changes ?? []) : [];
	return log.length > 0 ? [heading(2, 'Changes'), changeTable(log)] : [];
}

function citedBy(entry: Entry, context: ExportContext) {
	const groups = backLinks(entry, context.catalogue);
	if (groups.length === 0) return [];
	return [
		heading(2, 'Cited by'),
		...groups.flatMap(({ label, links }) => [
			heading(3, label),
			list(links.map((one) => linkTo(one, context))),
		]),
	];
}
