/**
 * What a page is made of: words and blocks that say nothing of a format, so that every printer can
 * print them. What a reader sees is decided here, once; how it looks is decided by a printer.
 */
import type { CollectionName } from '#schemas/index.ts';
import type { LimitVerdict, ProofState, Stage, Tier } from '#schemas/vocabularies.ts';
import type { EntryState } from '../judge/approval/state.ts';
import type { Custom } from './custom.ts';

/** An entry by collection and id: each printer links to its own form of it. */
export interface EntryRef {
	collection: CollectionName;
	id: string;
}

/** An entry, or an address: `/path/` of the site, `#place` on the same page, or a full one. */
export type Target = EntryRef | string;

/** How a state looks; it is never shown without its words. */
export type Tone = 'ok' | 'warn' | 'bad' | 'mute';
/** The glyph of a mark, where the tone alone does not decide it. */
export type Sign = 'tick' | 'cross' | 'half' | 'part' | 'gap' | 'clock' | 'open' | 'old';

/** A scale with a target band, a baseline and a current value; the numbers are always beside it. */
export interface Band {
	min: number;
	max: number;
	from?: number | undefined;
	to?: number | undefined;
	baseline?: number | undefined;
	now?: number | undefined;
	/** Ends of the interval around the value. */
	low?: number | undefined;
	high?: number | undefined;
	/** Whether the value is where it should be, where more than the value itself decides that. */
	verdict?: 'met' | 'not-met' | 'not-resolved' | undefined;
}

/** Values over time with the target and the baseline; the same values are said beside it. */
export interface Trace {
	/** Oldest first; null where there is no value. */
	points: readonly (number | null)[];
	from?: number | undefined;
	to?: number | undefined;
	baseline?: number | undefined;
}

/** An estimate with its interval, as distances from a limit: more is better. */
export interface Plot {
	low: number;
	at: number;
	high: number;
	/** Where the scale ends on both sides: one scale for all rows of a table. */
	reach: number;
	verdict: LimitVerdict;
}

/** Grid reference, button, path of a file, or a link that looks like the words around it. */
export type LinkLook = 'plain' | 'ref' | 'button' | 'primary' | 'file';

export type Inline =
	| string
	| { kind: 'link'; words: Words; to: Target; look?: LinkLook; download?: boolean }
	| { kind: 'code'; text: string }
	/** A grid reference of a drawing, in its own row. */
	| { kind: 'ref'; text: string }
	/** An identifier: set in the type of code, without its box. */
	| { kind: 'id'; text: string }
	/** A SHA-256 in full; a page shows its first and last digits. */
	| { kind: 'digest'; sha256: string }
	| { kind: 'strong'; words: Words }
	/** What stands on a line of its own below the words before it. */
	| { kind: 'sub'; words: Words; look?: 'at' }
	/** A remark in a smaller voice, in the same line. */
	| { kind: 'label'; words: Words }
	/** Says that there is nothing. */
	| { kind: 'quiet'; words: Words }
	| { kind: 'gap'; text: string }
	| { kind: 'mark'; text: string; tone: Tone; sign?: Sign }
	| { kind: 'tag'; text: string; alert?: boolean }
	| { kind: 'state'; state: EntryState }
	| { kind: 'tier'; tier: Tier }
	| { kind: 'stage'; stage: Stage }
	| { kind: 'day'; date: string; text: string }
	/** Several values in one place, each on its own line. */
	| { kind: 'each'; items: readonly Words[] }
	/** Words with others at the far end of the same line. */
	| { kind: 'ends'; words: Words; end: Words }
	/** A picture of numbers that are said beside it. */
	| { kind: 'strip'; band: Band }
	| { kind: 'plot'; plot: Plot }
	/** How far a control is proven: three boxes and a word. */
	| { kind: 'proof'; state: ProofState | 'missing'; text: string }
	/** The same of values over time. */
	| { kind: 'series'; trace: Trace }
	/** One cell for each required control, by its state. */
	| { kind: 'cells'; counts: Readonly<Record<ProofState, number>> };

/** Words in a line; what is undefined or empty is left out. */
export type Words = Inline | undefined | false | readonly Words[];

export const isMany = (
	words: Exclude<Words, string | undefined | false>,
): words is readonly Words[] => Array.isArray(words);

export interface Column {
	label: string;
	/** Numbers are aligned at their end. */
	num?: boolean;
	/** A state, which moves up beside the name of the row on a phone. */
	state?: boolean;
	/** The values are never broken over lines. */
	whole?: boolean;
	/** `screen`: links that mean nothing on paper. */
	look?: 'strip' | 'plot' | 'small' | 'from' | 'screen';
	/** What the column comes to, under its name. */
	total?: Words;
	/** Its name beside a value on a phone, where that is shorter. */
	short?: string;
}

export interface Row {
	/** Place on the page that a link can lead to. */
	id?: string;
	/** Choices of the filter above the table that keep this row. */
	kept?: readonly string[];
	/** Words of the cells, in the order of the columns; the first names the row. */
	cells: readonly Words[];
	/** The row is the place of what the page is about. */
	here?: boolean;
	/** Said across the whole row instead of cells. */
	across?: Words;
}

export interface RowGroup {
	/** Place on the page that a link can lead to. */
	id?: string;
	title?: Words;
	rows: readonly Row[];
}

/** What a reader can narrow a table down to; it works without a script. */
export interface Choice {
	/** What rows name in `kept`. The stylesheet knows the first nine choices of a table. */
	id: string;
	label: string;
	count: number;
}

/** Which table it is, where the widths of its columns depend on it. */
export type TableLook =
	| 'portfolio'
	| 'outcomes'
	| 'flags'
	| 'spend'
	| 'built'
	| 'use-controls'
	| 'gates'
	| 'measures'
	| 'results'
	| 'undecided'
	| 'duties'
	| 'uses'
	| 'control-uses'
	| 'by-type'
	| 'items'
	| 'list'
	| 'nodes'
	| 'connectors'
	| 'closure'
	| 'controls'
	| 'limits'
	| 'metrics'
	| 'people'
	| 'use-cases'
	| 'todo'
	| 'agenda'
	| 'cases'
	| 'risk-grid'
	| 'ladder';

export type ListLook =
	| 'steps'
	| 'neighbours'
	| 'names'
	| 'reasons'
	| 'conditions'
	| 'plain'
	| 'related'
	| 'take'
	| 'timeline'
	| 'present'
	| 'tasks';

export type TextLook =
	| 'lead'
	| 'intro'
	| 'label'
	| 'key'
	| 'small'
	| 'downloads'
	| 'digest'
	| 'file'
	| 'all';

/**
 * How named values look: `facts` and `demands` are ruled lists, `ledger` has an end to each row,
 * `variables` have each name on a line of its own, `strip` sets the facts side by side, `figures`
 * has large numbers, and `terms` explains words.
 */
export type PairsLook =
	| 'facts'
	| 'ledger'
	| 'demands'
	| 'log'
	| 'variables'
	| 'strip'
	| 'figures'
	| 'terms'
	| 'effort';
/** A name, its words, and what stands at the end of the row. */
export type Pair = readonly [label: Words, words: Words, end?: Words];

export type Block =
	| { kind: 'text'; words: Words; look?: TextLook }
	| {
			kind: 'table';
			/** What the table shows; read aloud. */
			label: string;
			columns: readonly Column[];
			groups: readonly RowGroup[];
			look?: TableLook;
			/** On a phone small facts share one line. */
			tight?: boolean;
			/** Which column names the row; the first unless told. */
			head?: number;
			/** The names of the rows are identifiers. */
			ids?: boolean;
			/** Choices above the table; the first is everything. */
			filter?: { all: number; label?: string; choices: readonly Choice[] };
	  }
	| { kind: 'list'; items: readonly Words[]; look?: ListLook; ordered?: boolean }
	| { kind: 'pairs'; pairs: readonly Pair[]; look?: PairsLook }
	| { kind: 'command'; label: string; command: string }
	| {
			kind: 'note';
			tone: 'ok' | 'info' | 'warn' | 'bad';
			fact?: string;
			words: Words;
			more?: Block[];
	  }
	| {
			kind: 'code';
			label: string;
			language: string;
			text: string;
			title?: string;
			id?: string;
			/** It is read as prose, so its long lines wrap. */
			wrap?: boolean;
	  }
	/** A part of the author's prose, by its place among the parts of the body. */
	| { kind: 'prose'; part: number }
	| Group
	/** Groups side by side; `lead` gives the first more room. */
	| { kind: 'columns'; columns: readonly Group[]; look?: 'lead' }
	/** Blocks that a page shows where all of what is said is on a page of its own. */
	| { kind: 'short'; blocks: readonly Block[]; said: readonly Block[] }
	/** A part that only a page can show as it is, and the blocks that say the same elsewhere. */
	| { kind: 'custom'; part: Custom; said: readonly Block[] };

/** Blocks under a heading of their own. */
export interface Group {
	kind: 'group';
	id?: string;
	title?: Words;
	/** Folded away on a page: `end` then says what is inside, with a count. */
	fold?: 'open' | 'closed';
	end?: string;
	look?: 'yes' | 'no' | 'alarm' | 'back';
	blocks: readonly Block[];
}

export const link = (words: Words, to: Target): Inline => ({ kind: 'link', words, to });
export const code = (text: string): Inline => ({ kind: 'code', text });
export const id = (text: string): Inline => ({ kind: 'id', text });
export const digest = (sha256: string): Inline => ({ kind: 'digest', sha256 });
export const strong = (words: Words): Inline => ({ kind: 'strong', words });
export const sub = (...words: Words[]): Words =>
	words.some((one) => !isEmpty(one)) && { kind: 'sub', words };
export const label = (words: Words): Inline => ({ kind: 'label', words });
export const quiet = (words: Words): Inline => ({ kind: 'quiet', words });
export const tag = (text: string): Inline => ({ kind: 'tag', text });
export const gap = (text: string): Inline => ({ kind: 'gap', text });
export const tierMark = (tier: Tier): Inline => ({ kind: 'tier', tier });
export const stateMark = (state: EntryState): Inline => ({ kind: 'state', state });
export const each = (items: readonly Words[]): Inline => ({ kind: 'each', items });
/** Beside what is invented. */
export const EXAMPLE: Inline = { kind: 'tag', text: 'Example data' };

export const mark = (text: string, tone: Tone, sign?: Sign): Inline => ({
	kind: 'mark',
	text,
	tone,
	...(sign && { sign }),
});

/** Words with something between them. */
export const joined = (items: readonly Words[], by = ', '): Words =>
	items.flatMap((item, at) => (at === 0 ? [item] : [by, item]));

/** Whether words say nothing. */
export function isEmpty(words: Words): boolean {
	if (words === undefined || words === false || words === '') return true;
	return Array.isArray(words) ? words.every(isEmpty) : false;
}

export const text = (words: Words, look?: TextLook): Block => ({
	kind: 'text',
	words,
	...(look && { look }),
});
export const list = (items: readonly Words[], look?: ListLook): Block => ({
	kind: 'list',
	items,
	...(look && { look }),
});
export const pairs = (values: readonly Pair[], look?: PairsLook): Block => ({
	kind: 'pairs',
	pairs: values,
	...(look && { look }),
});

export type TableBlock = Extract<Block, { kind: 'table' }>;

/** Columns from their names, or from what else is known of them. */
export const columnsOf = (columns: readonly (string | Column)[]): Column[] =>
	columns.map((column) => (typeof column === 'string' ? { label: column } : column));

/** A table of plain rows. */
export const table = (
	name: string,
	columns: readonly (string | Column)[],
	rows: readonly (readonly Words[])[],
	more: Partial<Omit<TableBlock, 'kind' | 'label' | 'columns' | 'groups'>> = {},
): TableBlock => ({
	kind: 'table',
	label: name,
	columns: columnsOf(columns),
	groups: [{ rows: rows.map((cells) => ({ cells })) }],
	...more,
});
