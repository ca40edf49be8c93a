/** The form of the search index in files, as whoever asks it needs to know it. */
import { gunzipSync, strFromU8 } from 'fflate';
import type { SearchPage } from './find.ts';
import type { Lexical } from './reading.ts';

/** Folder of the files under the site. */
export const INDEX_FOLDER = 'find';
export const ABOUT = 'about.idx';

/** What a result shows of a page. */
export interface Card {
	path: string;
	title: string;
	kind: string;
	summary: string;
	aliases: readonly string[];
	/** The first sign that a pattern fits. */
	use?: string;
	tier?: string;
	state?: string;
	data?: string;
}

/** A page with what its result shows. */
export interface CardedPage extends SearchPage, Omit<Card, keyof SearchPage> {}

/** What is loaded first: how the rest is cut, and the words that mean the same. */
export interface About {
	pages: number;
	/** Number of cards in a file. */
	cards: number;
	/** File of the terms by their first two letters; `*` for all others. */
	terms: Record<string, string>;
	/** File of what all terms share. */
	common: string;
	synonyms: Lexical;
	/** Kinds with pages, each in the plural, for the buttons that narrow the results. */
	kinds: readonly (readonly [name: string, plural: string])[];
}

/** Name of the file with the cards of a number. */
export const cardsFile = (number: number) => `cards-${number}.idx`;

/** The part of the terms that a term is in: its first two characters, where they are letters. */
export function shardOf(term: string): string {
	return /^=?([a-z]{2})/.exec(term)?.[1] ?? '*';
}

/** Reads a packed file; a host that has unpacked it already is fine. */
export function unpack(bytes: Uint8Array): unknown {
	const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
	return JSON.parse(strFromU8(packed ? gunzipSync(bytes) : bytes));
}
