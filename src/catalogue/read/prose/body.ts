/** What the prose of an entry holds, for the rules about its words: links, images, sentences. */
import type { MdastNode } from 'satteri';
import type { Entry } from '../../model/catalogue.ts';
import type { Range } from '../../model/finding.ts';
import { plainText } from '../mdx/facts.ts';
import { readTree } from '../mdx/parse.ts';

export interface Link extends Range {
	text: string;
	url: string;
}

export interface Image extends Range {
	alt: string;
	url: string;
}

/** Words as a reader sees them, with the line of the file they start on. */
export interface Passage extends Range {
	text: string;
	/** Whether it is running prose: its sentences count, those of headings, lists and tables do not. */
	runs: boolean;
	/** Whether it is a heading. */
	heading: boolean;
}

export interface Body {
	links: Link[];
	images: Image[];
	passages: Passage[];
	/** Blocks of code that hold something. */
	code: Range[];
}

/** Reads the prose of an accepted entry, so nothing in it is nested deeply or refused. */
export function readBody({ body, bodyLine }: Pick<Entry, 'body' | 'bodyLine'>): Body {
	const read: Body = { links: [], images: [], passages: [], code: [] };
	const place = (node: MdastNode): Range => {
		const { line, column } = node.position?.start ?? { line: 1, column: 1 };
		return { line: line + bodyLine - 1, column };
	};
	const visit = (node: MdastNode, runs: boolean): void => {
		if (node.type === 'link') {
			read.links.push({ ...place(node), text: shownText(node), url: node.url });
		} else if (node.type === 'image') {
			read.images.push({ ...place(node), alt: node.alt ?? '', url: node.url });
		} else if (node.type === 'code') {
			if (node.value.trim() !== '') read.code.push(place(node));
		} else if (HOLDS_WORDS.has(node.type)) {
			const text = wordsOf(node);
			const heading = node.type === 'heading';
			read.passages.push({
				...place(node),
				text,
				runs: runs && node.type === 'paragraph',
				heading,
			});
		}
		if (!('children' in node)) return;
		for (const child of node.children) visit(child as MdastNode, runs && !BREAKS.has(node.type));
	};
	visit(readTree(body), true);
	return read;
}

const HOLDS_WORDS = new Set(['paragraph', 'heading', 'tableCell']);
const BREAKS = new Set(['list', 'table']);

/** What a link shows: its words, or what its picture says. */
function shownText(node: MdastNode): string {
	const pictures = 'children' in node ? node.children.filter(({ type }) => type === 'image') : [];
	const said = pictures.map((picture) => ('alt' in picture ? (picture.alt ?? '') : ''));
	return [plainText(node), ...said].join(' ').trim();
}

/** The words without code: of a name in `code` only a word is left, so that the sentence counts it. */
function wordsOf(node: MdastNode): string {
	if (node.type === 'inlineCode') return '`code`';
	if (node.type === 'break') return '\n';
	if ('value' in node && typeof node.value === 'string') return node.value;
	return 'children' in node ? node.children.map((it) => wordsOf(it as MdastNode)).join('') : '';
}
