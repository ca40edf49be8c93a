/** The prose of an entry as Markdown: its components in words, its links with full addresses. */
import type { MdastNode } from 'satteri';
import type { Entry } from '../../model/entry.ts';
import { type Picture, pictureAt, picturesOf } from '../../model/picture.ts';
import { NOTE_KINDS, NOTE_WORDS } from '../../read/mdx/components.ts';
import { plainText } from '../../read/mdx/facts.ts';
import { mdastOf } from '../../read/mdx/parse.ts';
import type { Place } from '../context.ts';
import { spaced } from '../line.ts';
import { addressOf } from './address.ts';
import {
	blocks,
	code,
	fenced,
	heading,
	image,
	joined,
	link,
	list,
	type Markdown,
	md,
	quoted,
	table,
} from './write.ts';

/** Where the prose goes: the page it is on, and how much deeper its headings are there. */
interface ProsePlace extends Place {
	deeper: number;
	pictures: ReadonlyMap<string, Picture>;
	/** Whether it is a cell of a table, where no line may end. */
	cell?: boolean;
}

/**
 * The prose by its parts: 0 is what comes before the first ## heading. The headings themselves are
 * left to the page, which says at which level each part is.
 */
export function proseMarkdown(
	entry: Pick<Entry, 'body' | 'file' | 'pictures'>,
	place: Place,
	levels: ReadonlyMap<number, number>,
): Map<number, string> {
	const parts: MdastNode[][] = [[]];
	if (levels.size > 0) {
		for (const node of childrenOf(mdastOf(entry.body))) {
			if (node.type === 'heading' && node.depth === 2) parts.push([]);
			else parts.at(-1)?.push(node);
		}
	}
	const pictures = picturesOf(entry, place.catalogue);
	return new Map(
		parts.flatMap((nodes, part) => {
			const level = levels.get(part);
			if (level === undefined) return [];
			return [[part, flow(nodes, { ...place, pictures, deeper: level - 2 }).markdown] as const];
		}),
	);
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
				childrenOf(node).map((item) => listItem(item, place)),
				node.ordered === true,
			);
		case 'footnoteDefinition':
			return footnote(node.label ?? node.identifier, flow(childrenOf(node), place));
		case 'code':
			return fenced(node.value, node.lang ?? '');
		case 'table': {
			const [head = [], ...rows] = childrenOf(node).map((row) => childrenOf(row));
			return table(
				head.map(plainText),
				rows.map((cells) => cells.map((cell) => words(cell, { ...place, cell: true }))),
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

/** An item, with the box of a task in front. */
function listItem(item: MdastNode, place: ProsePlace): Markdown {
	const text = flow(childrenOf(item), place);
	const checked = item.type === 'listItem' ? item.checked : undefined;
	if (typeof checked !== 'boolean') return text;
	return { markdown: `[${checked ? 'x' : ' '}] ${text.markdown}` };
}

const footnote = (label: string, text: Markdown): Markdown => ({
	markdown: `[^${label}]: ${text.markdown.replaceAll('\n', '\n    ')}`,
});

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
			return { markdown: place.cell ? '<br>' : ' ' };
		case 'footnoteReference':
			return { markdown: `[^${node.label ?? node.identifier}]` };
		case 'link':
			return link(inner(), addressIn(node.url, place));
		case 'image':
			return picture(node.url, node.alt ?? '', place);
		default:
			return inner();
	}
}

function picture(url: string, alt: string, { pictures, url: address }: ProsePlace): Markdown {
	const found = pictureAt(pictures, url);
	return found ? image(alt, address(`/${found.path}`)) : md`(Picture: ${alt})`;
}

function addressIn(url: string, place: ProsePlace): string {
	if (url.startsWith('#')) return place.url(place.path + url);
	return url.startsWith('/') ? addressOf(url, place) : url;
}
