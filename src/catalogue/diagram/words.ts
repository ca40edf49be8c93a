// The drawing in words: grid references, one description, and the table beside it.

import {
	type Architecture,
	type DiagramNode,
	type Layer,
	layers,
} from '#catalogue/diagram/types.ts';

const letters = new Map<Layer, string>(layers.map(({ id, letter }) => [id, letter]));
const laneOrder = new Map<Layer, number>(layers.map(({ id }, index) => [id, index]));

export interface TableRow {
	ref: string;
	id: string;
	title: string;
	does?: string;
	/** References of the nodes its flows go to, in reading order. */
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
export function laneIndex(layer: Layer): number {
	return laneOrder.get(layer) ?? 0;
}

/** Nodes in reading order: by step, then by layer from data to observability. */
export function readingOrder(nodes: readonly DiagramNode[]): DiagramNode[] {
	return [...nodes].sort(
		(a, b) => a.step - b.step || laneIndex(a.layer) - laneIndex(b.layer) || compare(a.id, b.id),
	);
}

function compare(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

/** One row per node, in reading order, for the table that says what the drawing shows. */
export function tableRows({ nodes, flows }: Architecture): TableRow[] {
	const ordered = readingOrder(nodes);
	const targets = new Map<string, Set<string>>();
	for (const { from, to } of flows) {
		const known = targets.get(from) ?? new Set();
		targets.set(from, known.add(to));
	}
	return ordered.map((node) => {
		const next = ordered.filter(({ id }) => targets.get(node.id)?.has(id)).map(reference);
		const row = { ref: reference(node), id: node.id, title: node.title, next };
		return node.does === undefined ? row : { ...row, does: node.does };
	});
}

/**
 * The drawing in one plain sentence, for readers who do not see it.
 *
 * @example
 * describe(triage) // => 'Step 1, Receive, has New case (D1); step 2, Screen, has …; data flows from D1 to P2.'
 */
export function describe({ steps, nodes, flows }: Architecture): string {
	const ordered = readingOrder(nodes);
	const refs = new Map(nodes.map((node) => [node.id, reference(node)]));
	const parts = steps.flatMap((name, index) => {
		const here = ordered.filter(({ step }) => step === index + 1);
		if (here.length === 0) return [];
		const titles = here.map((node) => `${node.title} (${reference(node)})`);
		return [`step ${index + 1}, ${name}, has ${list(titles)}`];
	});
	const verbs = [
		['data', 'data flows'],
		['decides', 'decisions go'],
		['reports', 'reports go'],
	] as const;
	for (const [kind, verb] of verbs) {
		const pairs = flows
			.filter((flow) => flow.kind === kind && refs.has(flow.from) && refs.has(flow.to))
			.map(({ from, to }) => `${refs.get(from)} to ${refs.get(to)}`);
		if (pairs.length > 0) parts.push(`${verb} from ${list([...new Set(pairs)])}`);
	}
	if (parts.length === 0) return 'An empty drawing.';
	return `${capital(parts.join('; '))}.`;
}

function list(items: string[]): string {
	if (items.length < 2) return items.join('');
	return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function capital(text: string): string {
	return text.slice(0, 1).toUpperCase() + text.slice(1);
}
