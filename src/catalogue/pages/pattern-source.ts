/** What the sections of a pattern are made from, and what each of them gives to its page. */
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Block, Words } from './blocks.ts';
import { joined } from './blocks.ts';
import type { CopyPanel } from './copy-page.ts';
import type { PatternFacts } from './pattern-facts.ts';
import type { Place } from './pattern-places.ts';
import { refLink } from './rows.ts';

/** The facts of a pattern, each computed once. */
export interface PatternSource {
	pattern: Entry<'patterns'>;
	facts: PatternFacts;
	/** What a team can take of it. */
	panel: CopyPanel;
	catalogue: Catalogue;
}

/** A section: its conclusion first, bad news included, then what it rests on. */
export interface Content {
	answer: string;
	blocks: readonly Block[];
}

/** Grid references of the drawing, each a link to its row. */
export const placeWords = (places: readonly Place[]): Words =>
	joined(
		places.map(({ ref, title, to }) => refLink(`${ref} ${title}`, to)),
		' ',
	);
