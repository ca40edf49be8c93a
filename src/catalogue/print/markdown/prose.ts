/** The prose of an entry as Markdown: its components in words, its links with full addresses. */
import type { MdastNode } from 'satteri';
import type { ExportContext } from '../../model/context.ts';
import { NOTE_KINDS, NOTE_WORDS } from '../../read/mdx/components.ts';
import { plainText } from '../../read/mdx/facts.ts';
import { mdastOf } from '../../read/mdx/parse.ts';
import { addressOf } from './address.ts';
import {
	blocks,
	code,
	fenced,
	heading,
	joined,
	link,
	list,
	type Markdown,
	md,
	quoted,
	table,
} from './write.ts';

/** A part of the prose under a ## heading; the title is empty for what stands before the first. */
export interface ProsePart {
	title: string;
	body: Markdown;
}

/** Where the prose goes: the page it stands on, and how much deeper its headings are there. */
export interface ProsePlace extends ExportContext {
	/** Path of the page, for links to its own headings. */
	path: string;
	deeper: number;
}

/** The prose by its ## headings, in order; the headings themselves are left to the caller. */
export function proseParts(body: string, place: ProsePlace): ProsePart[] {
	const parts: { title: string; nodes: MdastNode[] }[] = [{ title: '', nodes: [] }];
	for (const node of childrenOf(mdastOf(body))) {
		if (node.type === 'heading' && node.depth === 2) {
			parts.push({ title: plainText(node), nodes: [] });
		} else parts.at(-1)?.nodes.push(node);
	}
	return parts
		.filter(({ title, nodes }) => title || nodes.length > 0)
		.map(({ title, nodes }) => ({ title, body: flow(nodes, place) }));
}

// The kinds of children differ from node to node; a walk treats them all alike.
const childrenOf = (node: MdastNode) => ('children' in node ? node.children : []) as MdastNode[];

const flow = (nodes: readonly MdastNode[], place: ProsePlace): Markdown =>
	blocks(...nodes.map((node) => block(node, place)));

function block(node: MdastNode, place: ProsePlace): Markdown {
	switch (node.type) {
		case 'heading':
			return heading(node.depth + place.deeper, words(node, place));
		case 'blockquote':
			return quoted(flow(childrenOf(node), place));
		case 'list':
			return list(
				childrenOf(node).map((item) => flow(childrenOf(item), place)),
				node.ordered === true,
			);
		case 'code':
			return fenced(node.value, node.lang ?? '');
		case 'table': {
			const [head = [], ...rows] = childrenOf(node).map((row) => childrenOf(row));
			return table(
				head.map(plainText),
				rows.map((cells) => cells.map((cell) => words(cell, place))),
			);
		}
		case 'thematicBreak':
			return { markdown: '---' };
		case 'mdxJsxFlowElement':
			return note(node, place);
		default:
			return words(node, place);
	}
}

type Component = Extract<MdastNode, { type: 'mdxJsxFlowElement' }>;

/** A component with literal props, which is all that the guard lets through. */
function note(node: Component, place: ProsePlace): Markdown {
	const props = new Map(
		node.attributes.map((attribute) => [
			'name' in attribute ? attribute.name : '',
			typeof attribute.value === 'string' ? attribute.value : '',
		]),
	);
	const name = NOTE_WORDS[NOTE_KINDS.find((kind) => kind === props.get('kind')) ?? 'info'];
	const title = props.get('title');
	const opening = md`**${title ? `${name}: ${title}` : name}**`;
	return quoted(blocks(opening, flow(childrenOf(node), place)));
}

/** The words of a line with their marks. */
function words(node: MdastNode, place: ProsePlace): Markdown {
	const inner = () =>
		joined(
			childrenOf(node).map((child) => words(child, place)),
			'',
		);
	switch (node.type) {
		case 'text':
			return { markdown: spaced(node.value) };
		case 'emphasis':
			return md`*${inner()}*`;
		case 'strong':
			return md`**${inner()}**`;
		case 'delete':
			return md`~~${inner()}~~`;
		case 'inlineCode':
			return code(node.value);
		case 'break':
			return { markdown: ' ' };
		case 'link':
			return link(inner(), addressIn(node.url, place));
		case 'image':
			return md`(Picture: ${node.alt ?? ''})`;
		default:
			return inner();
	}
}

/** A piece of a line keeps the spaces at its ends, which part it from the next. */
function spaced(text: string): string {
	const before = /^\s/.test(text) ? ' ' : '';
	const after = /\S\s+$/.test(text) ? ' ' : '';
	return before + md`${text}`.markdown + after;
}

function addressIn(url: string, place: ProsePlace): string {
	if (url.startsWith('#')) return place.url(place.path + url);
	return url.startsWith('/') ? addressOf(url, place) : url;
}
