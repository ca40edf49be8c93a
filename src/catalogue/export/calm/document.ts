/** A pattern as a CALM 1.2 architecture: its drawing, with the controls at the places where they act. */

import type { Pattern } from '#schemas/pattern.ts';
import { reference } from '../../diagram/words.ts';
import { patternDigest } from '../../judge/approval/digest.ts';
import { isExampleState, stateOf } from '../../judge/approval/state.ts';
import { tierOf } from '../../judge/tier.ts';
import type { SiteUrl } from '../../model/address.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { entryPath } from '../../model/entry.ts';
import { controlsAt } from './controls.ts';
import { calmRelationships, interfaceId, relationshipIds, stepFlow } from './relationships.ts';
import type { CalmDocument, CalmInterface, CalmNode } from './types.ts';

const CALM_SCHEMA = 'https://calm.finos.org/release/1.2/meta/calm.json';

type Node = Pattern['architecture']['nodes'][number];

/** What CALM calls a node of each kind; it has no word for a model, so `metadata` keeps ours. */
const NODE_TYPE = {
	store: 'database',
	service: 'service',
	model: 'service',
	person: 'actor',
} as const satisfies Record<Node['kind'], CalmNode['node-type']>;

/** Builds the document of a pattern. */
export function calmOf(entry: Entry<'patterns'>, catalogue: Catalogue, url: SiteUrl): CalmDocument {
	const { id, data } = entry;
	const { architecture } = data;
	const controls = controlsAt(data, relationshipIds(architecture.flows), catalogue, url);
	const unplaced = controls.unplaced();
	const flow = stepFlow(id, architecture);
	return {
		$schema: CALM_SCHEMA,
		$id: url(`/patterns/${id}.calm.json`),
		title: data.title,
		description: architecture.summary,
		nodes: architecture.nodes.map((node) => ({
			...nodeOf(node, architecture.steps, url),
			...interfacesOf(node, data, catalogue, url),
			...controls.at(node.id),
		})),
		relationships: calmRelationships(architecture, controls.at),
		...(unplaced && { controls: unplaced }),
		...(flow && { flows: [flow] }),
		metadata: {
			pattern: id,
			version: data.version,
			digest: patternDigest(entry, catalogue),
			tier: tierOf(data, catalogue.policy),
			status: data.status,
			state: stateOf(entry, catalogue),
			...(isExampleState(entry, catalogue) && { example: true }),
			owner: data.owner,
			page: url(entryPath(entry)),
		},
	};
}

function nodeOf(
	node: Node,
	steps: readonly string[],
	url: SiteUrl,
): Omit<CalmNode, 'interfaces' | 'controls'> {
	const { id, kind, title, does, layer, step, note, prompt } = node;
	return {
		'unique-id': id,
		'node-type': NODE_TYPE[kind],
		name: title,
		description: does,
		metadata: {
			reference: reference(node),
			layer,
			step,
			stepName: steps[step - 1],
			kind,
			note,
			prompt: prompt && url(`/prompts/${prompt}.prompt`),
		},
	};
}

/**
 * The connector of a node as its interface, with every use the pattern makes of it. CALM would take
 * a `definition-url` only for a JSON Schema of the interface, which a connector has not.
 */
function interfacesOf(
	node: Node,
	{ connectors }: Pattern,
	catalogue: Catalogue,
	url: SiteUrl,
): { interfaces?: CalmInterface[] } {
	const { connector } = node;
	if (connector === undefined) return {};
	const known = catalogue.connectors.get(connector);
	const uses = connectors
		.filter((use) => use.connector === connector)
		.map(({ connector: _, ...use }) => ({ auth: known?.data.auth.model, ...use }));
	return {
		interfaces: [
			{
				'unique-id': interfaceId(node),
				connector,
				name: known?.data.title,
				page: url(`/connectors/${connector}/`),
				uses,
			},
		],
	};
}
