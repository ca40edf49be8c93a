/** The architecture of each pattern as the text of a Mermaid flowchart. */

import type { Pattern } from '#schemas/pattern.ts';
import { layers } from '../diagram/types.ts';
import { readingOrder, reference } from '../diagram/words.ts';
import type { SiteUrl } from '../model/address.ts';
import type { Entry } from '../model/catalogue.ts';
import { entryPath } from '../model/entry.ts';
import { parts } from '../model/reads.ts';
import type { Exporter } from './exporter.ts';

type Node = Pattern['architecture']['nodes'][number];
type Flow = Pattern['architecture']['flows'][number];

export const mermaid: Exporter = {
	name: 'mermaid',
	summary:
		'The drawing of each pattern as Mermaid text, for wikis, pull requests and other Markdown.',
	*files({ catalogue, url }) {
		for (const entry of parts(catalogue.patterns.values())) {
			yield {
				path: `patterns/${entry.id}.mmd`,
				type: 'text/plain; charset=utf-8',
				body: () => flowchartOf(entry, url),
			};
		}
	},
};

/** Ends of the box around a node of each kind. */
const SHAPES = {
	store: ['[("', '")]'],
	service: ['["', '"]'],
	model: ['[["', '"]]'],
	person: ['(["', '"])'],
} as const satisfies Record<Node['kind'], readonly [string, string]>;

const ARROWS = {
	data: '-->',
	decides: '==>',
	reports: '-.->',
} as const satisfies Record<Flow['kind'], string>;

/** The drawing as text: a subgraph per lane, nodes by their grid reference, lines in their order. */
export function flowchartOf({ id, collection, data }: Entry<'patterns'>, url: SiteUrl): string {
	const { summary, steps, nodes, flows } = data.architecture;
	const refs = new Map(nodes.map((node) => [node.id, reference(node)]));
	const lanes = layers.flatMap(({ id: layer, name }) => {
		const inside = readingOrder(nodes).filter((node) => node.layer === layer);
		return inside.length === 0 ? [] : lane(layer, name, inside);
	});
	const walk = steps.map((step, index) => `${index + 1} ${step}`).join(', ');
	return [
		`%% ${id} ${data.version} ${url(entryPath({ collection, id }))}`,
		'%% --> data flow, ==> policy decides, -.-> reports to',
		'flowchart LR',
		`\taccTitle: ${escapeLabel(`Architecture of ${data.title}`)}`,
		`\taccDescr: ${escapeLabel(`${summary} Steps: ${walk}.`)}`,
		...lanes,
		...flows.map((flow) => line(flow, refs)),
		'',
	].join('\n');
}

function lane(layer: string, name: string, nodes: readonly Node[]): string[] {
	return [
		`\tsubgraph ${layer}["${escapeLabel(name)}"]`,
		...nodes.map((node) => {
			const [open, close] = SHAPES[node.kind];
			const note = node.note ? `<br>${escapeLabel(node.note)}` : '';
			const ref = reference(node);
			return `\t\t${ref}${open}${ref} ${escapeLabel(node.title)}${note}${close}`;
		}),
		'\tend',
	];
}

function line({ from, to, kind, carries, label }: Flow, refs: ReadonlyMap<string, string>): string {
	const words = [label, carries].filter(Boolean).join(': ');
	const text = words ? `|"${escapeLabel(words)}"|` : '';
	return `\t${refs.get(from) ?? from} ${ARROWS[kind]}${text} ${refs.get(to) ?? to}`;
}

/**
 * Text that is nothing but text to Mermaid, in a label between quotes as well as after a colon: on
 * one line, and every sign that could end a label, open a directive, a comment, a Markdown string
 * or a tag is written as its number. So is the space of "direction TB", which Mermaid takes for a
 * statement wherever it stands.
 *
 * @example
 * escapeLabel('Say "hi"') // => 'Say #34;hi#34;'
 */
export function escapeLabel(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/[^\p{L}\p{N}\p{M} ,.'/:()?!+-]/gu, (sign) => `#${sign.codePointAt(0)};`)
		.replace(/direction /gi, (word) => `${word.trim()}#32;`);
}
