// The architecture as an author types it, and the drawing as a component needs it.

export const layers = [
	{ id: 'data', letter: 'D', name: 'Data' },
	{ id: 'orchestration', letter: 'O', name: 'Orchestration' },
	{ id: 'model', letter: 'M', name: 'Model' },
	{ id: 'policy', letter: 'P', name: 'Policy' },
	{ id: 'observability', letter: 'V', name: 'Observability' },
] as const;

export type Layer = (typeof layers)[number]['id'];
export type NodeKind = 'store' | 'service' | 'model' | 'person';
export type FlowKind = 'data' | 'decides' | 'reports';
/** Steps across; steps down by layer; steps down in three columns, for a phone. */
export type Orientation = 'landscape' | 'middle' | 'portrait';

export interface DiagramNode {
	id: string;
	layer: Layer;
	/** Counted from 1, in the order of `Architecture.steps`. */
	step: number;
	kind: NodeKind;
	title: string;
	/** Short line under the title, drawn in landscape only. */
	note?: string | undefined;
	/** What the node does, for the table beside the drawing. */
	does?: string | undefined;
}

export interface DiagramFlow {
	from: string;
	to: string;
	kind: FlowKind;
	/** What travels, for the table and exports. */
	carries?: string | undefined;
	/** Short word drawn on the line. */
	label?: string | undefined;
}

export interface Architecture {
	steps: readonly string[];
	nodes: readonly DiagramNode[];
	flows: readonly DiagramFlow[];
}

export type Point = [x: number, y: number];

export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** One line of text, placed: `x` is its start, middle or end as `anchor` says, `y` its baseline. */
export interface TextLine {
	text: string;
	x: number;
	y: number;
	anchor: 'start' | 'middle' | 'end';
}

export interface DrawnLane extends Box {
	letter: TextLine;
	name: TextLine;
	/** Every second lane has the other fill. */
	alternate: boolean;
}

export interface DrawnStep {
	number: number;
	name: string;
	lines: TextLine[];
}

export interface DrawnNode extends Box {
	id: string;
	ref: string;
	step: number;
	kind: NodeKind;
	layer: Layer;
	/** Radius of the corners: round for a person. */
	corner: number;
	/** Path data of a store's second edge, from the corner of its box. */
	edge?: string;
	reference: TextLine;
	title: TextLine[];
	note: TextLine[];
}

export interface DrawnPath {
	from: string;
	to: string;
	kind: FlowKind;
	points: Point[];
	/** SVG path data, with a gap where another line passes over it. */
	d: string;
	/** Part of the longest way through the steps, which is drawn thick. */
	main: boolean;
	label?: TextLine;
}

export interface Drawing {
	orientation: Orientation;
	width: number;
	height: number;
	lanes: DrawnLane[];
	steps: DrawnStep[];
	/** Frame lines of the grid, as one SVG path each. */
	hair: string;
	cuts: string[];
	nodes: DrawnNode[];
	paths: DrawnPath[];
	/** Nodes without a free cell on the grid, and flows without two drawn ends: the table still has them. */
	undrawn: { nodes: string[]; flows: number };
}
