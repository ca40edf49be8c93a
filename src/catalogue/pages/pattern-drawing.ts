/** What a drawing says beyond its lines: where each box leads, and which steps a sentence is about. */
import type { Pattern } from '#schemas/pattern.ts';
import { reference } from '../diagram/words.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { rowId } from './pattern-places.ts';

/** Where a box leads. */
export interface NodeLead {
	node: string;
	to: string;
	/** Its reference and name, and what the link leads to. */
	name: string;
}

type Node = Pattern['architecture']['nodes'][number];

/**
 * A link for each box: a check or a record leads to its control, everything else to its prompt or
 * connector. A box without one leads to its row in the table beside the drawing.
 */
export function nodeLeads(
	{ architecture, controls }: Pick<Pattern, 'architecture' | 'controls'>,
	catalogue: Pick<Catalogue, 'controls' | 'connectors'>,
): NodeLead[] {
	const acting = new Map<string, string>();
	for (const { control, enforcedAt } of controls) {
		if (typeof enforcedAt === 'string' && !acting.has(enforcedAt)) acting.set(enforcedAt, control);
	}
	return architecture.nodes.map((node) => {
		const [path, title] = leadOf(node, acting.get(node.id), catalogue);
		const name = `${reference(node)} ${node.title}`;
		// A node is often named after what it leads to.
		const more = title && title.toLowerCase() !== node.title.toLowerCase();
		return { node: node.id, to: path, name: more ? `${name}: ${title}` : name };
	});
}

function leadOf(
	{ layer, step, prompt, connector }: Node,
	control: string | undefined,
	{ controls, connectors }: Pick<Catalogue, 'controls' | 'connectors'>,
): [path: string, title?: string] {
	const toControl =
		control && ([`/controls/${control}/`, controls.get(control)?.data.title ?? control] as const);
	const checks = layer === 'policy' || layer === 'observability';
	if (toControl && checks) return [...toControl];
	if (prompt) return [`/prompts/${prompt}/`, `prompt ${prompt}`];
	if (connector) {
		return [`/connectors/${connector}/`, connectors.get(connector)?.data.title ?? connector];
	}
	return toControl ? [...toControl] : [`#${rowId(reference({ layer, step }))}`];
}

/** A sentence of the story, and the steps of the drawing that it is about. */
export interface Told {
	sentence: string;
	steps: number[];
}

/**
 * Shares the steps out among the sentences, in order. Where there is a sentence for each step, each
 * has its own.
 */
export function storyOf({ story = [], steps }: Pattern['architecture']): Told[] {
	return story.map((sentence, index) => {
		const from = Math.floor((index * steps.length) / story.length);
		const to = Math.max(from + 1, Math.floor(((index + 1) * steps.length) / story.length));
		return { sentence, steps: Array.from({ length: to - from }, (_, at) => from + at + 1) };
	});
}
