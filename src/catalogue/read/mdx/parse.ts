/**
 * The one way from prose to a tree, for the checks, the page and the twin alike.
 *
 * Two spellings are understood here, so that nobody behind it has to: `<br>` in a table cell is a
 * line break, and a quote that opens with `[!NOTE]` is a note of the catalogue.
 */
import { type HastNode, type MdastNode, mdxToHast, mdxToMdast } from 'satteri';
import type { AnyNode } from './any-node.ts';
import { calloutOf } from './callouts.ts';

/** MDX wants every tag closed. This one is as wide as `<br>`, so every place in the file holds. */
const BREAK_NAME = 'ⴱ';
const BREAK = `<${BREAK_NAME}/>`;
const WRITTEN = /<br>/gi;

/** The Markdown tree of a body. @throws what the parser throws for the first syntax error */
export function mdastOf(body: string): MdastNode {
	const root = mdxToMdast(body.replace(WRITTEN, BREAK));
	// The walk changes kinds of nodes, which the types of the parser do not allow for.
	if (needsWalk(body)) understand(root as unknown as AnyNode, false);
	return root;
}

/** How many trees are kept: as many as have their turn between two readers of one body. */
const MOST_KEPT = 64;
const kept = new Map<string, MdastNode>();

/**
 * The same for the guard and the rules, which read one after the other and change nothing: a body
 * that was asked for lately is not parsed again.
 */
export function readTree(body: string): MdastNode {
	const root = kept.get(body) ?? mdastOf(body);
	kept.delete(body);
	kept.set(body, root);
	for (const oldest of kept.keys()) {
		if (kept.size <= MOST_KEPT) break;
		kept.delete(oldest);
	}
	return root;
}

/** The HTML tree of a body that the guard has accepted. */
export function hastOf(body: string): HastNode {
	const root = mdxToHast(body.replace(WRITTEN, BREAK));
	if (needsWalk(body)) understand(root as unknown as AnyNode, false);
	return root;
}

const needsWalk = (body: string) => /<br|\[!/i.test(body);

/** Whether a node is the mark of a line break, in either spelling. */
export const isBreak = ({ type, name }: Pick<AnyNode, 'type' | 'name'>) =>
	/^mdxJsx/.test(type) && (name === BREAK_NAME || name?.toLowerCase() === 'br');

/** Deeper than any prose; the guard refuses what is nested further. */
const MAX_DEPTH = 60;

function understand(node: AnyNode, inCell: boolean, depth = 0): void {
	if (depth > MAX_DEPTH) return;
	const cell = inCell || /^(?:tableCell|td|th)$/.test(node.tagName ?? node.type);
	for (const [key, value] of Object.entries(node)) {
		if (typeof value === 'string' && value.includes(BREAK)) {
			node[key] = value.replaceAll(BREAK, '<br>');
		}
	}
	if (!node.children) return;
	for (const [index, child] of node.children.entries()) {
		if (cell && isBreak(child) && isBare(child)) {
			node.children[index] =
				'tagName' in node
					? { type: 'element', tagName: 'br', properties: {}, children: [] }
					: { type: 'break', position: child.position };
		} else {
			node.children[index] = calloutOf(child) ?? child;
			understand(child, cell, depth + 1);
		}
	}
}

const isBare = ({ attributes, children }: AnyNode) =>
	Array.isArray(attributes) && attributes.length === 0 && !children?.length;
