/** Quotes that open with `[!NOTE]`, as code hosts write notes: each becomes a note of the catalogue. */
import type { AnyNode } from './any-node.ts';
import type { NoteKind } from './components.ts';

/** What a code host calls a note, and what it is called here. */
export const CALLOUTS = {
	NOTE: 'info',
	TIP: 'tip',
	IMPORTANT: 'important',
	WARNING: 'warning',
	CAUTION: 'caution',
} as const satisfies Record<string, NoteKind>;

const MARK = /^\s*\[!([A-Z]+)\][ \t]*(?:\n|$)/i;

/** The component that a quote stands for; undefined for any other node, or for an unknown mark. */
export function calloutOf(node: AnyNode): AnyNode | undefined {
	const isQuote = node.type === 'blockquote' || node.tagName === 'blockquote';
	const first = isQuote ? node.children?.find(({ type }) => type !== 'text') : undefined;
	const isParagraph = first?.type === 'paragraph' || first?.tagName === 'p';
	const text = isParagraph ? first?.children?.[0] : undefined;
	if (!first || text?.type !== 'text' || typeof text.value !== 'string') return undefined;
	const mark = MARK.exec(text.value);
	const kind = Object.entries(CALLOUTS).find(([word]) => word === mark?.[1]?.toUpperCase())?.[1];
	// Words behind the mark on its line are no note to a code host either: the guard says so.
	if (!mark || !kind || (!text.value.includes('\n') && (first.children?.length ?? 0) > 1)) {
		return undefined;
	}
	text.value = text.value.slice(mark[0].length);
	const children = (node.children ?? []).filter((child) => child !== first || !isEmpty(first));
	return {
		type: 'mdxJsxFlowElement',
		name: 'Note',
		attributes: [{ type: 'mdxJsxAttribute', name: 'kind', value: kind }],
		children,
		position: node.position,
	};
}

const isEmpty = ({ children = [] }: AnyNode) =>
	children.every((child) => child.type === 'text' && child.value === '');
