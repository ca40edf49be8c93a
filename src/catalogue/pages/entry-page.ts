/** The page of an entry as every collection has it: the frame around what each says of its own. */
import { type EntryState, isExampleState, states } from '../judge/approval/state.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { digestOf } from '../model/digest.ts';
import { aliasesOf, entryPath, summaryOf, titleOf } from '../model/entry.ts';
import type { Block } from './blocks.ts';
import { digest } from './blocks.ts';
import { citedBySection } from './common-sections.ts';
import { EXAMPLE_APPROVAL, exampleNotice } from './example.ts';
import type { Cell, Page, Section, TitleBlock } from './page.ts';
import { factWords } from './rows.ts';
import { type EntryFacts, type LabelledFact, titleFacts } from './title-facts.ts';

/** What a collection says on the pages of its entries. */
export interface OwnPage extends Pick<Page, 'contents' | 'neighbours'> {
	/** What matters of this kind of entry in the title block, or a title block of its own kind. */
	facts: EntryFacts | TitleBlock;
	/** Whether its state decides what a reader may do: it then opens the page. */
	stamped?: boolean;
	/** What it is for, before the facts. */
	purpose?: LabelledFact;
	notices?: readonly Block[];
	sections: readonly Section[];
	side?: readonly Section[];
	/** Collections the page itself shows, left out of what cites it. */
	shown?: readonly string[];
}

/** How every page of an entry begins: what it is called, and where it is. */
export const headOf = (entry: Entry) => ({
	collection: entry.collection,
	id: entry.id,
	path: entryPath(entry),
	title: titleOf(entry),
	summary: summaryOf(entry),
	aliases: aliasesOf(entry),
});

/** The frame, filled. */
export function entryPage(entry: Entry, catalogue: Catalogue, own: OwnPage): Page {
	const { facts, notices = [], sections, side = [], shown = ['patterns'] } = own;
	const { contents, neighbours, stamped = false, purpose } = own;
	const { notices: said, ...blocks } =
		'cells' in facts
			? { block: facts, notices: [] }
			: governed(entry, facts, stamped, purpose, catalogue);
	return {
		...headOf(entry),
		...blocks,
		notices: [...exampleNotice(entry, catalogue), ...said, ...notices],
		sections,
		side: [...side, ...citedBySection(entry, catalogue, shown)],
		...(contents && { contents }),
		...(neighbours && { neighbours }),
	};
}

/** Statuses that change what a reader may do with any entry, whatever it is for. */
const SAID: ReadonlySet<EntryState> = new Set(['draft', 'deprecated', 'withdrawn']);

/**
 * An entry that a reader builds on, such as a connector, opens with the stamp of its state. Any other
 * opens with what it is for: its state is in the record at the end, and above the page only where it
 * changes what a reader may do.
 */
function governed(
	entry: Entry,
	facts: EntryFacts,
	stamped: boolean,
	purpose: LabelledFact | undefined,
	catalogue: Catalogue,
): Pick<Page, 'block' | 'record'> & { notices: Block[] } {
	const title = titleFacts(entry, catalogue);
	if (!title) return { notices: [] };
	const [third, sixth, seventh, last] = facts;
	const version: Cell = { label: 'Version', words: title.version, sub: title.change };
	const owner: Cell = {
		label: 'Owner',
		words: title.owner,
		sub: `Reviewed ${title.reviewed}`,
		wide: true,
	};
	const used: Cell = last
		? { ...cellOf(last), wide: true }
		: { label: 'Used by', words: title.usedBy, sub: title.otherwise, wide: true };
	if (stamped) {
		return {
			block: {
				stamp: { state: title.status, words: title.duty },
				cells: [
					{ ...version, span: 2 },
					{ ...cellOf(third), ...(third.mono && { mono: true }) },
					owner,
					digestCell(entry),
					{ ...cellOf(sixth), span: 2 },
					cellOf(seventh),
					used,
				],
			},
			notices: [],
		};
	}
	return {
		block: {
			cells: [...(purpose ? [cellOf(purpose)] : []), cellOf(third), cellOf(sixth), cellOf(seventh)],
		},
		record: {
			cells: [
				{
					label: 'Status',
					words: states[title.status].label,
					...(isExampleState(entry, catalogue) && { sub: EXAMPLE_APPROVAL }),
					span: 2,
				},
				{ ...version, span: 2 },
				{ ...owner, span: 4 },
				digestCell(entry),
				...(purpose ? [] : [{ ...used, span: 4 as const }]),
			],
		},
		notices: SAID.has(title.status)
			? [{ kind: 'note', tone: 'warn', fact: states[title.status].verdict, words: title.duty }]
			: [],
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
