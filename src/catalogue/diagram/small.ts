// The small drawing of cards: a few boxes with their words, three in a row, joined in the order to read.

import { shape } from '#catalogue/diagram/boxes.ts';
import { mainPath } from '#catalogue/diagram/main-path.ts';
import { lookOf } from '#catalogue/diagram/svg.ts';
import { measure, wrap } from '#catalogue/diagram/text.ts';
import type { Architecture, Box, DiagramNode } from '#catalogue/diagram/types.ts';
import { readingOrder } from '#catalogue/diagram/words.ts';
import { escapeHtml } from '../words/escape-html.ts';

const COLUMNS = 3;
const MOST = 9;
const BOX = { width: 112, height: 50 };
const PITCH = { x: 148, y: 82 };
const EDGE = 6;

/** The boxes in order: those that the author names, else the main way through the drawing. */
export function smallNodes(architecture: Architecture & { glance?: string[] }): DiagramNode[] {
	const { nodes, glance } = architecture;
	if (glance) return glance.flatMap((id) => nodes.find((node) => node.id === id) ?? []);
	const path = new Set([...mainPath(architecture)].flatMap((flow) => flow.split('>')));
	const main = readingOrder(nodes).filter(({ id }) => path.has(id));
	return (main.length > 1 ? main : readingOrder(nodes)).slice(0, MOST);
}

/**
 * The small drawing as SVG markup. Rows run to and fro, so that each box is beside the next.
 * Its words say what they are, and the page beside it names the pattern: it is silent.
 */
export function smallSvg(architecture: Architecture & { glance?: string[] }): string {
	const nodes = smallNodes(architecture);
	const boxes = nodes.map((_, index) => boxAt(index));
	const rows = Math.ceil(nodes.length / COLUMNS);
	const width = 2 * EDGE + (COLUMNS - 1) * PITCH.x + BOX.width;
	const height = 2 * EDGE + Math.max(0, rows - 1) * PITCH.y + BOX.height;
	const lines = boxes.slice(1).map((to, index) => arrow(boxes[index] as Box, to));
	return [
		`<svg class="dg small" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">`,
		`<path class="flow main" d="${lines.map(({ line }) => line).join('')}"/>`,
		`<path class="head" d="${lines.map(({ head }) => head).join('')}"/>`,
		...nodes.map((node, index) => boxSvg(node, boxes[index] as Box)),
		'</svg>',
	].join('');
}

function boxAt(index: number): Box {
	const row = Math.floor(index / COLUMNS);
	const along = index % COLUMNS;
	const column = row % 2 === 0 ? along : COLUMNS - 1 - along;
	return { x: EDGE + column * PITCH.x, y: EDGE + row * PITCH.y, ...BOX };
}

/** A straight line from one box to the next, which is beside or below it, and its head. */
function arrow(from: Box, to: Box): { line: string; head: string } {
	const middle = from.y + from.height / 2;
	if (from.y === to.y) {
		const right = to.x > from.x;
		const start = right ? from.x + from.width : from.x;
		const end = right ? to.x : to.x + to.width;
		const back = right ? -8 : 8;
		return {
			line: `M${start} ${middle}H${end + back / 2}`,
			head: `M${end} ${middle}l${back}-4v8z`,
		};
	}
	const x = from.x + from.width / 2;
	return {
		line: `M${x} ${from.y + from.height}V${to.y - 4}`,
		head: `M${x} ${to.y}l-4-8h8z`,
	};
}

function boxSvg(node: DiagramNode, box: Box): string {
	const { corner, edge } = shape(node, box, 'landscape');
	const fits = (line: string) => measure(line, 13, 'semibold') <= box.width - 12;
	const lines = wrap(node.title, fits, 2, true);
	const first = box.height / 2 + 4.5 - (lines.length - 1) * 8;
	const left = -box.width / 2;
	return [
		`<g transform="translate(${box.x + box.width / 2} ${box.y})">`,
		`<rect class="${lookOf(node)}" x="${left}" width="${box.width}" height="${box.height}"${corner ? ` rx="${corner}"` : ''}/>`,
		edge ? `<path class="node" d="M${left + 5} 0v${box.height}"/>` : '',
		...lines.map(
			(line, index) => `<text class="t" y="${first + 16 * index}">${escapeHtml(line)}</text>`,
		),
		'</g>',
	].join('');
}
