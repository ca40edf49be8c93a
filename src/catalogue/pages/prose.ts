/** The author's prose of an entry by its ## headings: which parts there are, and what they are called. */
import GithubSlugger from 'github-slugger';
import type { MdastNode } from 'satteri';
import { collections } from '#schemas/index.ts';
import type { Entry } from '../model/catalogue.ts';
import { plainText } from '../read/mdx/facts.ts';
import { mdastOf } from '../read/mdx/parse.ts';
import type { Block } from './blocks.ts';
import type { Page } from './page.ts';

export interface ProsePart {
	/** Place among the parts; 0 is what comes before the first heading. Printers ask for it. */
	part: number;
	/** Id of the heading, the same as on the page; empty for what comes before the first. */
	id: string;
	title: string;
}

/** The parts of an entry that say something, in order. */
export function proseOf({ collection, body }: Pick<Entry, 'collection' | 'body'>): ProsePart[] {
	if (collections[collection].format !== 'mdx' || !body.trim()) return [];
	const slugger = new GithubSlugger();
	const parts: (ProsePart & { filled: boolean })[] = [
		{ part: 0, id: '', title: '', filled: false },
	];
	const root = mdastOf(body);
	// A root holds blocks only; a walk treats them all alike.
	for (const node of 'children' in root ? (root.children as MdastNode[]) : []) {
		const last = parts.at(-1);
		if (node.type === 'heading') {
			const title = plainText(node);
			// Every heading takes its turn, or a name used twice would get another id than on the page.
			const id = slugger.slug(title);
			if (node.depth === 2) parts.push({ part: parts.length, id, title, filled: true });
			else if (last) last.filled = true;
		} else if (last) last.filled = true;
	}
	return parts.filter(({ filled }) => filled).map(({ part, id, title }) => ({ part, id, title }));
}

/** The level of the heading that each part of the prose comes under: 2 for a section of a page. */
export function proseLevels({ sections }: Pick<Page, 'sections'>): Map<number, number> {
	const levels = new Map<number, number>();
	const walk = (blocks: readonly Block[], level: number): void => {
		for (const block of blocks) {
			if (block.kind === 'prose') levels.set(block.part, level);
			else if (block.kind === 'group') walk(block.blocks, level + 1);
		}
	};
	for (const { blocks, part } of sections) walk(blocks, part ? 3 : 2);
	return levels;
}
