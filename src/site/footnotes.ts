/**
 * Footnotes where they are read: under the section that first points to them.
 *
 * The parser puts them all at the end of the text. A page shows its sections apart, some of them
 * closed, so a note at the end of another section would be out of sight.
 */
import type { HastNode } from 'satteri';

type Element = Extract<HastNode, { type: 'element' }>;
type Child = Element['children'][number];

/** Its label starts with the same word: "Back to reference 1". */
const BACK = { type: 'text', value: 'Back' } as const;

/** The texts of the footnotes by id, in the order of their numbers. */
export type Footnotes = Map<string, { number: number; text: Element }>;

/** Takes the footnotes out of the blocks of a text. */
export function takeFootnotes(children: Child[]): Footnotes {
	const notes: Footnotes = new Map();
	const at = children.findIndex(
		(child) => child.type === 'element' && child.properties.dataFootnotes !== undefined,
	);
	if (at === -1) return notes;
	const [section] = children.splice(at, 1);
	for (const item of elementsOf(section)) {
		if (item.tagName !== 'li') continue;
		notes.set(String(item.properties.id), { number: notes.size + 1, text: item });
	}
	return notes;
}

/** The footnotes that these blocks point to first, as a list to put behind them; removes those. */
export function footnotesOf(blocks: readonly Child[], notes: Footnotes): Element | undefined {
	const items: Element[] = [];
	const look = (nodes: readonly Child[]): void => {
		for (const element of nodes.flatMap(elementsOf)) {
			if (element.properties.dataFootnoteRef === undefined) continue;
			// The label of a list that is not on the page.
			delete element.properties.ariaDescribedBy;
			element.properties.ariaLabel = `Note ${textOf(element)}`;
			const id = String(element.properties.href).slice(1);
			const note = notes.get(id);
			if (!note) continue;
			notes.delete(id);
			note.text.properties.value = String(note.number);
			for (const back of elementsOf(note.text)) {
				// The arrow of the parser is in few fonts, and one that is missing shows as a box.
				if (back.properties.dataFootnoteBackref !== undefined) back.children = [BACK];
			}
			items.push(note.text);
			look(note.text.children);
		}
	};
	look(blocks);
	if (items.length === 0) return undefined;
	return {
		type: 'element',
		tagName: 'ol',
		properties: { className: ['footnotes'], ariaLabel: 'Notes' },
		children: items,
	};
}

function elementsOf(node: Child | undefined): Element[] {
	if (!node || !('children' in node)) return [];
	const inner = (node.children as Child[]).flatMap(elementsOf);
	return node.type === 'element' ? [node, ...inner] : inner;
}

export function textOf(node: HastNode | Child): string {
	if ('value' in node && typeof node.value === 'string') return node.value;
	return 'children' in node ? (node.children as Child[]).map(textOf).join('') : '';
}
