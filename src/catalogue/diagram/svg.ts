// A drawing as SVG markup: geometry from the layout, classes for the stylesheet, and no colour.

import { FRONT } from '#catalogue/diagram/draw.ts';
import { relativePath } from '#catalogue/diagram/path-data.ts';
import type {
	Box,
	Drawing,
	DrawnLane,
	DrawnNode,
	DrawnPath,
	FlowKind,
	Orientation,
	TextLine,
} from '#catalogue/diagram/types.ts';
import { escapeHtml, valueHtml } from '../words/escape-html.ts';

/** Where a box leads, and what it is called for those who point at it or hear it. */
export interface NodeLink {
	href: string;
	name: string;
}

export interface Wording {
	/** Start of every id in the drawing, unique on its page. */
	idPrefix: string;
	/** Attributes by which a screen reader meets the drawing. */
	attributes: string;
	/** By node; a box without a link is only a picture. */
	links?: ReadonlyMap<string, NodeLink>;
}

/** A head ends on the point that a line ends on; a report ends in a dot before its box. */
const heads: Record<Orientation, string> = {
	landscape: 'M-8.5-4 .5 0-8.5 4z',
	middle: 'M-7-3.5 .5 0-7 3.5z',
	portrait: 'M-5.5-3 .5 0-5.5 3z',
};
const sizes: Record<Orientation, string> = {
	landscape: 'dg dg-l',
	middle: 'dg dg-m tall',
	portrait: 'dg dg-p tall',
};
const lineClass: Record<FlowKind, string> = { reports: 'tline', data: 'flow', decides: 'gate' };

/**
 * The drawing as one `svg` element.
 *
 * It is on every pattern page three times, so it is written by hand: what lines have in common stands
 * on their group, and a node's words are centred on its origin, so that they need no place of their own.
 *
 * What lights up is a matter of classes, and one set of rules serves every drawing: `n3` is the third
 * box, `k3` belongs to it, and `g2` belongs to the second step. What belongs to a step can fade.
 */
export function drawingSvg(drawing: Drawing, wording: Wording): string {
	const { orientation, width, height, lanes, steps, hair, cuts, nodes, paths } = drawing;
	const { idPrefix, attributes, links } = wording;
	const marks = marksOf(drawing);
	return [
		`<svg class="${sizes[orientation]}" viewBox="0 0 ${width} ${height}" ${attributes}>`,
		markers(idPrefix, heads[orientation], paths),
		laneFills(lanes),
		...lanes.map(
			({ letter, name }) =>
				text('lc', letter) + text(orientation === 'landscape' ? 'll' : 'd', name),
		),
		cuts.length > 0 ? `<path class="cut" d="${relativePath(cuts.join(''))}"/>` : '',
		`<path class="hair" d="${relativePath(hair)}"/>`,
		...steps.flatMap(({ lines }) => lines.map((line) => text('step', line))),
		...lineGroups(paths, idPrefix, marks),
		...nodes.map((node) => nodeGroup(node, marks.node(node.id), links?.get(node.id))),
		...paths.map((path) => (path.label ? text(`fl ${marks.path(path)}`, path.label) : '')),
		'</svg>',
	].join('');
}

interface Marks {
	node: (id: string) => string;
	path: (path: Pick<DrawnPath, 'from' | 'to'>) => string;
}

/** The classes by which boxes and lines light up together. */
function marksOf({ nodes, paths }: Drawing): Marks {
	const numbers = new Map(nodes.map(({ id }, index) => [id, index + 1]));
	const steps = new Map(nodes.map(({ id, step }) => [id, step]));
	const near = new Map<string, Set<number>>(nodes.map(({ id }) => [id, new Set()]));
	for (const { from, to } of paths) {
		near.get(from)?.add(numbers.get(to) ?? 0);
		near.get(to)?.add(numbers.get(from) ?? 0);
	}
	return {
		node: (id) => {
			const beside = [...(near.get(id) ?? [])].sort((a, b) => a - b).map((number) => `k${number}`);
			return [`n${numbers.get(id)}`, ...beside, `g${steps.get(id)}`].join(' ');
		},
		path: ({ from, to }) => `k${numbers.get(from)} k${numbers.get(to)} g${steps.get(to)}`,
	};
}

/** The endings that lines of the drawing have. */
function markers(idPrefix: string, head: string, paths: readonly DrawnPath[]): string {
	const used = new Set(paths.map(({ kind }) => kind));
	const marker = (kind: FlowKind, inside: string) =>
		used.has(kind)
			? `<marker id="${idPrefix}-${lineClass[kind]}" markerUnits="userSpaceOnUse" orient="auto">${inside}</marker>`
			: '';
	return [
		'<defs>',
		marker('data', `<path class="head" d="${head}"/>`),
		marker('decides', `<path class="gate head" d="${head}"/>`),
		marker('reports', '<circle class="dot" cx="-2.5" r="2.5"/>'),
		'</defs>',
	].join('');
}

/** One ground for all lanes; every second lane has its own fill on top. */
function laneFills(lanes: readonly DrawnLane[]): string {
	const [first] = lanes;
	const last = lanes.at(-1);
	if (!first || !last) return '';
	const { x, y } = first;
	const all = { x, y, width: last.x + last.width - x, height: last.y + last.height - y };
	const box = (one: Box) => `M${one.x} ${one.y}h${one.width}v${one.height}h-${one.width}z`;
	const second = lanes.filter(({ alternate }) => alternate).map(box);
	const over = second.length > 0 ? `<path class="lane alt" d="${second.join('')}"/>` : '';
	return `<path class="lane" d="${box(all)}"/>${over}`;
}

/** Lines by kind, from the back to the front. */
function lineGroups(paths: readonly DrawnPath[], idPrefix: string, marks: Marks): string[] {
	return FRONT.flatMap((kind) => {
		const ofKind = paths.filter((path) => path.kind === kind);
		if (ofKind.length === 0) return [];
		const look = lineClass[kind];
		const inside = ofKind.map(
			(path) =>
				`<path class="${marks.path(path)}${path.main ? ' main' : ''}" d="${relativePath(path.d)}"/>`,
		);
		return `<g class="${look}" marker-end="url(#${idPrefix}-${look})">${inside.join('')}</g>`;
	});
}

function nodeGroup(node: DrawnNode, marks: string, link: NodeLink | undefined): string {
	const { width, height, corner, edge, reference, title, note } = node;
	const origin = { x: (title[0] ?? reference).x, y: node.y };
	const left = node.x - origin.x;
	const box = edge
		? `<path class="${lookOf(node)}" d="M${left} 0h${width}v${height}h-${width}z${edge.replace('M', 'm')}"/>`
		: `<rect class="${lookOf(node)}" x="${left}" width="${width}" height="${height}"${corner ? ` rx="${corner}"` : ''}/>`;
	const words = [
		text('r', reference, origin),
		...title.map((line) => text('t', line, origin)),
		...note.map((line) => text('d', line, origin)),
	];
	const place = `class="${marks}" transform="translate(${origin.x} ${origin.y})"`;
	const inside = `${box}${words.join('')}`;
	if (!link) return `<g ${place}>${inside}</g>`;
	const name = `<title>${escapeHtml(link.name)}</title>`;
	return `<a ${place} href="${valueHtml(link.href)}">${name}${inside}</a>`;
}

/** A model stands out most, then what a lane makes of a node. */
export function lookOf({ kind, layer }: Pick<DrawnNode, 'kind' | 'layer'>): string {
	if (kind === 'model') return 'node model';
	if (layer === 'policy') return 'node pol';
	return layer === 'observability' ? 'node tele' : 'node';
}

const anchors: Record<TextLine['anchor'], string> = { start: ' s', middle: '', end: ' e' };

/** Words stand centred, as the whole drawing says, unless they start or end at their place. */
function text(look: string, line: TextLine, origin = { x: 0, y: 0 }): string {
	const x = line.x - origin.x;
	const place = x === 0 ? '' : ` x="${x}"`;
	return `<text class="${look}${anchors[line.anchor]}"${place} y="${line.y - origin.y}">${escapeHtml(line.text)}</text>`;
}
