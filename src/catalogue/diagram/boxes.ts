// Sizes of node boxes from their words, and where the words stand in them.

import { whole } from '#catalogue/diagram/round.ts';
import { measure, wrap } from '#catalogue/diagram/text.ts';
import type { Box, DiagramNode, Orientation, TextLine } from '#catalogue/diagram/types.ts';

/** The words of a node, broken to fit. */
export interface NodeText {
	title: string[];
	note: string[];
}

const padding = 3;
/** Distance between a store's two edges. */
const storeEdge = 5;

const inner = (node: DiagramNode, width: number) =>
	width - 2 * padding - (node.kind === 'store' ? storeEdge : 0);
const fitsTitle = (width: number, size: number) => (line: string) =>
	measure(line, size, 'semibold') <= width;

/** Words in a landscape box: a title and a note, each of at most two lines. */
export function landscapeText(node: DiagramNode, width: number): NodeText {
	const room = inner(node, width);
	const fitsNote = (line: string) => measure(line, 12, 'regular') <= room;
	return {
		title: wrap(node.title, fitsTitle(room, 13), 2),
		note: wrap(node.note ?? '', fitsNote, 2),
	};
}

/**
 * The least width at which nothing of the node's words is cut, up to `most`.
 *
 * A note gets one line if a width up to `wish` allows it.
 */
export function landscapeWidth(
	node: DiagramNode,
	{ from, wish, most }: { from: number; wish: number; most: number },
): number {
	let uncut: number | undefined;
	for (let width = from; width <= most; width += 2) {
		if (uncut !== undefined && width > wish) return uncut;
		const { title, note } = landscapeText(node, width);
		if ([...title, ...note].some((line) => line.endsWith('…'))) continue;
		if (note.length < 2) return width;
		uncut ??= width;
	}
	return uncut ?? most;
}

/** Height that a landscape box needs for its words. */
export function landscapeHeight({ title, note }: NodeText): number {
	return textHeight(title.length, note.length) + 15;
}

function textHeight(titles: number, notes: number): number {
	return 16 * titles + (notes === 0 ? 0 : 17 + 15 * (notes - 1));
}

/** Words in a portrait box: a title of at most six lines, long words hyphenated, no note. */
export function portraitText(node: DiagramNode, width: number): NodeText {
	return { title: wrap(node.title, fitsTitle(inner(node, width) + 1, 12), 6, true), note: [] };
}

/** Width at which no word of a portrait title is hyphenated. */
export function portraitWidth(node: DiagramNode): number {
	const words = node.title.split(/\s+/);
	const longest = Math.max(...words.map((word) => measure(word, 12, 'semibold')));
	return Math.ceil(longest) + 2 * padding - 1 + (node.kind === 'store' ? storeEdge : 0);
}

/** Height that a portrait box needs: the reference, then the title. */
export function portraitHeight({ title }: NodeText): number {
	return 24 + 14 * title.length;
}

/** What of a box shows the kind of node: a person's round corners, a store's double edge. */
export function shape(
	{ kind }: DiagramNode,
	{ width, height }: Box,
	where: Orientation,
): { corner: number; edge?: string } {
	const round = where === 'landscape' ? height / 2 : Math.min(height, width) / 4;
	const corner = kind === 'person' ? whole(round) : 0;
	if (kind !== 'store') return { corner };
	return { corner, edge: `M${storeEdge} 0v${height}` };
}

/** Places a node's words in its box; the reference comes before a landscape box and inside the others. */
export function placeText(
	node: DiagramNode,
	ref: string,
	box: Box,
	{ title, note }: NodeText,
	where: Orientation,
): { reference: TextLine; title: TextLine[]; note: TextLine[] } {
	const shift = node.kind === 'store' ? storeEdge / 2 : 0;
	const x = whole(box.x + box.width / 2 + shift);
	const middle = (text: string, y: number): TextLine => ({
		text,
		x,
		y: whole(y),
		anchor: 'middle',
	});
	if (where !== 'landscape') {
		const total = 14 * title.length + 15;
		const first = box.y + (box.height - total) / 2 + 11;
		return {
			reference: middle(ref, first),
			title: title.map((text, index) => middle(text, first + 15 + 14 * index)),
			note: [],
		};
	}
	const total = textHeight(title.length, note.length);
	const first = box.y + (box.height - total) / 2 + 12;
	const inset = node.kind === 'person' ? 8 : 0;
	return {
		reference: { text: ref, x: box.x + inset, y: box.y - 6, anchor: 'start' },
		title: title.map((text, index) => middle(text, first + 16 * index)),
		note: note.map((text, index) =>
			middle(text, first + 16 * (title.length - 1) + 18 + 15 * index),
		),
	};
}
