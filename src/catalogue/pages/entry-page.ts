/** The page of an entry as every collection has it: the frame around what each says of its own. */
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { digestOf } from '../model/digest.ts';
import { aliasesOf, entryPath, summaryOf, titleOf } from '../model/entry.ts';
import type { Block } from './blocks.ts';
import { digest } from './blocks.ts';
import { citedBySection } from './common-sections.ts';
import type { Cell, Page, Section, TitleBlock } from './page.ts';
import { factWords } from './rows.ts';
import { type EntryFacts, type LabelledFact, titleFacts } from './title-facts.ts';

/** What a collection says on the pages of its entries. */
export interface OwnPage extends Pick<Page, 'contents' | 'neighbours'> {
	/** What matters of this kind of entry in the title block, or a title block of its own kind. */
	facts: EntryFacts | TitleBlock;
	notices?: readonly Block[];
	sections: readonly Section[];
	side?: readonly Section[];
	/** Collections the page itself shows, left out of what cites it. */
	shown?: readonly string[];
}

/** The frame, filled. */
export function entryPage(
	entry: Entry,
	catalogue: Catalogue,
	{ facts, notices = [], sections, side = [], shown = ['patterns'], contents, neighbours }: OwnPage,
): Page {
	const titleBlock = 'cells' in facts ? facts : governedBlock(entry, facts, catalogue);
	return {
		collection: entry.collection,
		id: entry.id,
		path: entryPath(entry),
		title: titleOf(entry),
		summary: summaryOf(entry),
		aliases: aliasesOf(entry),
		...(titleBlock && { block: titleBlock }),
		notices,
		sections,
		side: [...side, ...citedBySection(entry, catalogue, shown)],
		...(contents && { contents }),
		...(neighbours && { neighbours }),
	};
}

/** Eight cells whose places never change; undefined for an entry without a status. */
function governedBlock(
	entry: Entry,
	[third, sixth, seventh, last]: EntryFacts,
	catalogue: Catalogue,
): TitleBlock | undefined {
	const facts = titleFacts(entry, catalogue);
	if (!facts) return undefined;
	return {
		stamp: { state: facts.status, words: facts.duty },
		cells: [
			{ label: 'Version', words: facts.version, sub: facts.change, span: 2 },
			{ ...cellOf(third), ...(third.mono && { mono: true }) },
			{ label: 'Owner', words: facts.owner, sub: `Reviewed ${facts.reviewed}`, wide: true },
			digestCell(entry),
			{ ...cellOf(sixth), span: 2 },
			cellOf(seventh),
			last
				? { ...cellOf(last), wide: true }
				: { label: 'Used by', words: facts.usedBy, sub: facts.otherwise, wide: true },
		],
	};
}

const cellOf = ({ label, sub, ...fact }: LabelledFact): Cell => ({
	label,
	words: factWords({ ...fact, mono: false }),
	...(sub && { sub }),
});

/** By what the content can be told from any other. */
export const digestCell = ({ source, file }: Pick<Entry, 'source' | 'file'>): Cell => ({
	label: 'Content digest (SHA-256)',
	words: digest(digestOf(source)),
	sub: ['Of ', { kind: 'id', text: file }],
	span: 4,
	wide: true,
	mono: true,
});
