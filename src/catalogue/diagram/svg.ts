// A drawing as SVG markup: geometry from the layout, classes for the stylesheet, and no colour.

import { relativePath } from '#catalogue/diagram/path-data.ts';
import type {
	Drawing,
	DrawnLane,
	DrawnNode,
	DrawnPath,
	FlowKind,
	Orientation,
	TextLine,
} from '#catalogue/diagram/types.ts';

export interface Wording {
	/** Start of every id in the drawing, unique on its page. */
	idPrefix: string;
	/** Attributes by which a screen reader meets the drawing. */
	attributes: string;
	/** Name and description as elements; left out where the page says them elsewhere. */
	title?: string | undefined;
	description?: string | undefined;
}

/** Heads end on the point that a line ends on; a report ends in a dot, before its box or on the line it joins. */
const heads: Record<Orientation, string> = {
	landscape: 'M-8.5-4 .5 0-8.5 4z',
	portrait: 'M-5.5-3 .5 0-5.5 3z',
	thumbnail: '',
};
const sizes: Record<Orientation, string> = {
	landscape: 'dg',
	portrait: 'dg tall',
	thumbnail: 'dg mini',
};
const lineClass: Record<FlowKind, string> = { reports: 'tline', data: 'flow', decides: 'gate' };

/**
 * The drawing as one `svg` element.
 *
 * It is on every pattern page twice, so it is written by hand: what lines have in common stands on
 * their group, and a node's words are centred on its origin, so that they need no place of their own.
 */
export function drawingSvg(drawing: Drawing, wording: Wording): string {
	const { orientation, width, height, lanes, steps, hair, cuts, nodes, paths } = drawing;
	const { idPrefix, attributes, title, description } = wording;
	const small = orientation === 'thumbnail';
	// Many steps make a wide sheet; it scrolls in its frame rather than shrinking its words.
	const wide = width > 1440 ? ' widest' : width > 1200 ? ' wide' : '';
	const size = sizes[orientation] + (orientation === 'landscape' ? wide : '');
	return [
		`<svg class="${size}" viewBox="0 0 ${width} ${height}" ${attributes}>`,
		title === undefined ? '' : `<title id="${idPrefix}-t">${escaped(title)}</title>`,
		description === undefined ? '' : `<desc id="${idPrefix}-d">${escaped(description)}</desc>`,
		small ? '' : markers(idPrefix, heads[orientation], paths),
		laneFills(lanes, false),
		laneFills(lanes, true),
		...lanes.map(({ letter, name }) => {
			const look = orientation === 'portrait' ? 'd' : 'll';
			return text('lc', letter) + (name ? text(look, name) : '');
		}),
		cuts.length > 0 ? `<path class="cut" d="${relativePath(cuts.join(''))}"/>` : '',
		`<path class="hair" d="${relativePath(hair)}"/>`,
		...steps.flatMap(({ lines }) => lines.map((line) => text(small ? 'd' : 'step', line))),
		...lines(paths, small ? undefined : idPrefix),
		...nodes.map(nodeGroup),
		...paths.map(({ label }) => (label ? text('fl', label) : '')),
		'</svg>',
	].join('');
}

/** The endings that lines of the drawing have. */
function markers(idPrefix: string, head: string, paths: readonly DrawnPath[]): string {
	const used = new Set(paths.filter(({ d }) => d !== '').map(endingOf));
	const marker = (name: string, inside: string) =>
		used.has(name)
			? `<marker id="${idPrefix}-${name}" markerUnits="userSpaceOnUse" orient="auto">${inside}</marker>`
			: '';
	return [
		'<defs>',
		marker('flow', `<path class="head" d="${head}"/>`),
		marker('gate', `<path class="head gate" d="${head}"/>`),
		marker('end', '<circle class="dot" cx="-2.5" r="2.5"/>'),
		marker('join', '<circle class="dot" r="2.5"/>'),
		'</defs>',
	].join('');
}

/** Every second lane has the other fill. */
function laneFills(lanes: readonly DrawnLane[], alternate: boolean): string {
	const boxes = lanes
		.filter((lane) => lane.alternate === alternate)
		.map(({ x, y, width, height }) => `M${x} ${y}H${x + width}v${height}H${x}z`);
	return `<path class="lane${alternate ? ' alt' : ''}" d="${boxes.join('')}"/>`;
}

/** Lines by kind, reports at the back and decisions in front, in groups that share an ending. */
function lines(paths: readonly DrawnPath[], idPrefix: string | undefined): string[] {
	const drawn = paths.filter(({ d }) => d !== '');
	return Object.entries(lineClass).flatMap(([kind, look]) => {
		const ofKind = drawn.filter((path) => path.kind === kind);
		return [...Map.groupBy(ofKind, endingOf)].map(([ending, group]) => {
			const marker = ending && idPrefix ? ` marker-end="url(#${idPrefix}-${ending})"` : '';
			const inside = group.map(({ d }) => `<path d="${relativePath(d)}"/>`);
			return `<g class="${look}"${marker}>${inside.join('')}</g>`;
		});
	});
}

/** Name of the marker at the end of a line; a line that joins another has none, but for a report's dot. */
function endingOf({ kind, ends }: DrawnPath): string {
	if (kind === 'reports') return ends ? 'end' : 'join';
	return ends ? lineClass[kind] : '';
}

function nodeGroup(node: DrawnNode): string {
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
	return `<g transform="translate(${origin.x} ${origin.y})">${box}${words.join('')}</g>`;
}

/** A model stands out most, then what a lane makes of a node. */
function lookOf({ kind, layer }: DrawnNode): string {
	if (kind === 'model') return 'node model';
	if (layer === 'policy') return 'node pol';
	return layer === 'observability' ? 'node tele' : 'node';
}

const anchors: Record<TextLine['anchor'], string> = { start: ' s', middle: '', end: ' e' };

/** Words stand centred, as the whole drawing says, unless they start or end at their place. */
function text(look: string, line: TextLine, origin = { x: 0, y: 0 }): string {
	const x = line.x - origin.x;
	const place = x === 0 ? '' : ` x="${x}"`;
	return `<text class="${look}${anchors[line.anchor]}"${place} y="${line.y - origin.y}">${escaped(line.text)}</text>`;
}

function escaped(words: string): string {
	return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
