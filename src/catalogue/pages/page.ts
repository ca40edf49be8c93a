/** The model of a page: everything it says, in its order, made once for every printer. */
import type { CollectionName } from '#schemas/index.ts';
import type { EntryState } from '../judge/approval/state.ts';
import type { Block, Target, Words } from './blocks.ts';

/** A cell of the title block. */
export interface Cell {
	label: string;
	words: Words;
	sub?: Words;
	/** Columns of twelve. */
	span?: 2 | 3 | 4;
	/** Takes the whole line on a phone. */
	wide?: boolean;
	/** The value is an identifier. */
	mono?: boolean;
}

/** The title block: the stamp of the state, and the facts in places that never change. */
export interface TitleBlock {
	stamp?: { state: EntryState; words: Words };
	cells: readonly Cell[];
}

export interface Section {
	/** Place on the page; the prose, search and links all use it. */
	id: string;
	title: string;
	/** Its number, where the order is fixed. */
	number?: number;
	/** The part of the page it belongs to. */
	part?: { id: string; title: string; purpose: string };
	/** The conclusion, bad news included. */
	answer?: Words;
	/** Only a page in a browser can show it: a form that does its work there. */
	onPageOnly?: boolean;
	blocks: readonly Block[];
}

/** A link from the page to one before or after it. */
export interface Neighbour {
	words: string;
	to: Target;
}

export interface Page {
	collection: CollectionName;
	id: string;
	/** Path on the site. */
	path: string;
	title: string;
	summary: string;
	aliases: readonly string[];
	/** Words that say in what it differs from its neighbours. */
	tags?: readonly string[];
	block?: TitleBlock;
	/** What changes what the reader may do, before everything else. */
	notices: readonly Block[];
	/** What comes before the first section. */
	opening?: readonly Section[];
	sections: readonly Section[];
	/** Section that a new team takes first. */
	take?: string;
	/** What paper says of the content it shows. */
	printLine?: string;
	/** Beside the sections on a page; after them elsewhere. */
	side: readonly Section[];
	/** Whether the page lists its own sections, because they are long. */
	contents?: boolean;
	/** The pages before and after it, and what their row is called. */
	neighbours?: { label: string; before?: Neighbour; after?: Neighbour };
}
