/** The model of a page: everything it says, in its order, made once for every printer. */
import type { CollectionName } from '#schemas/index.ts';
import type { EntryState } from '../judge/approval/state.ts';
import type { Block, Sign, Target, Tone, Words } from './blocks.ts';

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

/** What the stamp says: the state of an entry, or a verdict of another kind. */
export type Stamp = { words: Words } & (
	| { state: EntryState }
	| { tone: Tone; sign?: Sign; label: string; says: string }
);

/** Facts side by side in places that never change, with the stamp of the state where it counts. */
export interface TitleBlock {
	stamp?: Stamp;
	cells: readonly Cell[];
}

/** A part of a long page. Closed, it is its name, its conclusion and a state. */
export interface Part {
	/** Place on the page, inside what the part opens. */
	id: string;
	title: string;
	/** The conclusion in a sentence, bad news included. */
	answer?: Words;
	/** Where it stands, in a few words. */
	state?: Words;
}

export interface Section {
	/** Place on the page; the prose, search and links all use it. */
	id: string;
	title: string;
	/** The part of the page it belongs to. */
	part?: Part;
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

export interface Page extends Sheet {
	collection: CollectionName;
	id: string;
}

/** What is said of a page that shows invented data. */
export interface Example {
	tag: string;
	words: string;
}

/** The same page, or what it shows, as a file. */
export interface FormFile {
	label: string;
	path: string;
	/** The one that most readers come for. */
	primary?: boolean;
}

/** What a printer needs of a page, whether it is of an entry or of none, such as the portfolio. */
export interface Sheet {
	/** Path on the site. */
	path: string;
	title: string;
	summary: string;
	aliases: readonly string[];
	/** Words that say in what it differs from its neighbours. */
	tags?: readonly string[];
	/** What this kind of entry is for, in cells under its name. */
	block?: TitleBlock;
	/** What a page says of itself to those who check: state, version, owner, digest. At its end. */
	record?: TitleBlock;
	/** What changes what the reader may do, before everything else. */
	notices: readonly Block[];
	/** What a reader needs to decide, before the first section. */
	opening?: readonly Section[];
	sections: readonly Section[];
	/** What paper says of the content it shows. */
	printLine?: string;
	/** Beside the sections on a page; after them elsewhere. */
	side: readonly Section[];
	/** Whether the page lists its own sections, because they are long. */
	contents?: boolean;
	/** Set where data on the page is invented. */
	example?: Example;
	/** What the figures of the page are as of, and where they are as files. */
	asOf?: {
		words: string;
		files: readonly FormFile[];
	};
	/** The pages before and after it, and what their row is called. */
	neighbours?: { label: string; before?: Neighbour; after?: Neighbour };
}
