/** One cell of a table as data: words, and the mark or the link they come with. */
import type { Tier } from '#schemas/vocabularies.ts';
import type { EntryState } from '../judge/approval/state.ts';

export interface Fact {
	text: string;
	/** Path of the page it leads to, without the base. */
	path?: string;
	/** Second line. */
	sub?: string;
	/** Shown as the mark of a risk tier. */
	tier?: Tier;
	/** Shown as the mark of a status. */
	status?: EntryState;
	/** Node references such as P2, each a link into the page of the pattern. */
	refs?: readonly { id: string; path: string }[];
	/** The text is bad news, or soon will be. */
	tone?: 'warn' | 'bad';
	/** The text is an identifier. */
	mono?: boolean;
	/** The text says that there is nothing. */
	faint?: boolean;
}

/** A row: the entry it stands for, and its facts in the order of the columns. */
export interface FactRow {
	id: string;
	title: string;
	path: string;
	sub?: string;
	facts: readonly Fact[];
}

/** Heading of a column of facts. */
export interface FactColumn {
	label: string;
	num?: boolean;
	/** Moves up beside the name of the row on a phone. */
	state?: boolean;
}

/** Plain words as a fact; an empty text stands for nothing and is left out on a phone. */
export const words = (text: string): Fact => ({ text });

/** Words that say that something is not there. */
export const nothing = (text: string): Fact => ({ text, faint: true });
