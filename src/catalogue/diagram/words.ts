// The drawing in words: grid references, one description, and the table beside it.

import {
	type Architecture,
	type DiagramNode,
	type FlowKind,
	type Layer,
	layers,
} from '#catalogue/diagram/types.ts';
import { compare } from '../model/finding.ts';
import { countOf } from '../words/count.ts';

const letters = new Map<Layer, string>(layers.map(({ id, letter }) => [id, letter]));
const laneOrder = new Map<Layer, number>(layers.map(({ id }, index) => [id, index]));

const FLOW_WORDS: Record<FlowKind, string> = {
	data: '',
	decides: ' (decision)',
	reports: ' (report)',
};

export interface TableRow {
	ref: string;
	id: string;
	title: string;
	does?: string;
	/** References of the nodes its flows go to, in reading order, with what goes there but data. */
	next: string[];
}

/**
 * The grid reference that risks, controls and connectors cite: layer letter and step.
 *
 * @example
 * reference({ layer: 'policy', step: 2 }) // => 'P2'
 */
export function reference({ layer, step }: Pick<DiagramNode, 'layer' | 'step'>): string {
	return `${letters.get(layer) ?? ''}${step}`;
}

/** Index of a layer's lane, from the top. */
function laneIndex(layer: Layer): number {
	return laneOrder.get(layer) ?? 0;
}

/** Nodes in reading order: by step, then by layer from data to observability. */
export function readingOrder<Node extends DiagramNode>(nodes: readonly Node[]): Node[] {
	return [...nodes].sort(
		(a, b) => a.step - b.step || laneIndex(a.layer) - laneIndex(b.layer) || compare(a.id, b.id),
	);
}

/** One row per node, in reading order, for the table that says what the drawing shows. */
export function tableRows({ nodes, flows }: Architecture): TableRow[] {
	const ordered = readingOrder(nodes);
	const kinds = new Map<string, Map<string, FlowKind>>();
	for (const { from, to, kind } of flows) {
		const known = kinds.get(from) ?? new Map<string, FlowKind>();
		kinds.set(from, known.set(to, known.get(to) ?? kind));
	}
	return ordered.map((node) => {
		const next = ordered.flatMap((to) => {
			const kind = kinds.get(node.id)?.get(to.id);
			return kind ? [reference(to) + FLOW_WORDS[kind]] : [];
		});
		const row = { ref: reference(node), id: node.id, title: node.title, next };
		return node.does === undefined ? row : { ...row, does: node.does };
	});
}

/**
 * What the drawing is, for readers who do not see it: the table beside it says all that it shows,
 * in rows that can be read one by one.
 *
 * @example
 * describe(triage) // => '3 steps: 1 Receive, 2 Screen and 3 Route. A table has each node and where it leads.'
 */
export function describe({ steps }: Architecture): string {
	if (steps.length === 0) return 'An empty drawing.';
	const names = list(steps.map((step, index) => `${index + 1} ${step}`));
	const count = countOf(steps.length, 'step');
	return `${count}: ${names}. A table has each node and where it leads.`;
}

function list(items: string[]): string {
	if (items.length < 2) return items.join('');
	return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
