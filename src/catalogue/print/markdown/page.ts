/** A page as Markdown: its twin on the site, the same words in the same order. */

import { collections } from '#schemas/index.ts';
import type { SectionDocument } from '#schemas/page.ts';
import { jsonPath } from '../../model/api-path.ts';
import type { Entry } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import { isEmpty, sub, type Words } from '../../pages/blocks.ts';
import { AS_OF, aliasWords, jsonFile, stampLabel, stampName } from '../../pages/head-words.ts';
import type { Page, Sheet } from '../../pages/page.ts';
import { blocksOf, sectionsOf } from '../json.ts';
import { lineOf } from '../line.ts';
import { blockText, sectionText } from '../text.ts';
import {
	bare,
	blocks,
	heading,
	type Inline,
	list,
	type Markdown,
	md,
	pairs,
	quoted,
} from './write.ts';

/** The whole page of an entry. */
export const pageMarkdown = (
	page: Page,
	entry: Entry,
	context: ExportContext,
	sections?: readonly SectionDocument[],
): Markdown =>
	sheetMarkdown(
		page,
		entry,
		collections[entry.collection].pages && jsonPath(entry),
		context,
		sections,
	);

/**
 * A page of an entry or of none; `json` is the path of the same as data, where there is one, and
 * `sections` are its own, where they are made already.
 */
export function sheetMarkdown(
	page: Sheet,
	entry: Entry | undefined,
	json: string | false,
	context: ExportContext,
	sections: readonly SectionDocument[] = sectionsOf(page, entry, context),
): Markdown {
	return blocks(
		pageHead(page, json, context),
		...sections.map((section, at) => sectionMarkdown(section, sections[at - 1])),
		neighbours(page, context),
	);
}

/** A section; the first of a part comes after the name of the part. */
function sectionMarkdown(section: SectionDocument, before: SectionDocument | undefined): Markdown {
	const { part } = section;
	if (!part) return sectionText(section, 2);
	const opens = part.title !== before?.part?.title;
	const { title, answer, state } = part;
	const said = (words: string | undefined) =>
		opens && words !== undefined && words !== section.answer && { markdown: words };
	return blocks(opens && heading(2, title), said(answer), said(state), sectionText(section, 3));
}

/** Title, summary, the facts of the title block, and what changes what the reader may do. */
function pageHead(page: Sheet, json: string | false, context: ExportContext): Markdown {
	const { title, summary, aliases, tags = [], block, record, notices, path, example, asOf } = page;
	const line = (words: Words): Inline => lineOf(words, { ...context, path });
	const stamp = record?.stamp ?? block?.stamp;
	const cells = [...(block?.cells ?? []), ...(record?.cells ?? [])];
	return blocks(
		heading(1, title),
		example && quoted(md`**${example.tag}.** ${example.words}`),
		summary,
		aliases.length > 0 && aliasWords(aliases),
		pairs([
			[AS_OF, asOf?.words],
			...(stamp
				? [[stampName(stamp), line([`${stampLabel(stamp)}. `, stamp.words])] as const]
				: []),
			...cells.map(
				(cell) => [cell.label, line([cell.words, !isEmpty(cell.sub) && sub(cell.sub)])] as const,
			),
			['Page', bare(context.url(path))],
			...(json ? [[jsonFile(json).label, bare(context.url(json))] as const] : []),
		]),
		list(tags),
		...blocksOf(notices, page, context).map((notice) => blockText(notice, 2)),
	);
}

function neighbours({ neighbours: found, path }: Sheet, context: ExportContext): Markdown {
	const { before, after } = found ?? {};
	const line = (one: typeof before): Inline =>
		one ? lineOf({ kind: 'link', words: one.words, to: one.to }, { ...context, path }) : '';
	return blocks(line(before), line(after));
}
