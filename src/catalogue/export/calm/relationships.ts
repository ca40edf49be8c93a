/** The lines of a drawing as CALM relationships, and the way the work takes along them. */
import type { Architecture } from '#schemas/pattern.ts';
import { flowKind } from '#schemas/vocabularies.ts';
import type { CalmControls, CalmEnd, CalmFlow, CalmRelationship } from './types.ts';

type Node = Architecture['nodes'][number];
type Flow = Architecture['flows'][number];

/**
 * An id per line, in their order. Ids of nodes have single hyphens only, so two of them keep the
 * ends apart; a second line between the same ends gets a number.
 *
 * @example
 * relationshipIds([{ from: 'router', to: 'agent' }]) // => ['router--agent']
 */
export function relationshipIds(flows: readonly Pick<Flow, 'from' | 'to'>[]): string[] {
	const seen = new Map<string, number>();
	return flows.map(({ from, to }) => {
		const id = `${from}--${to}`;
		const count = (seen.get(id) ?? 0) + 1;
		seen.set(id, count);
		return count === 1 ? id : `${id}--${count}`;
	});
}

/** Id of the interface of a node that is reached through a connector. */
export const interfaceId = ({ id, connector }: Pick<Node, 'id' | 'connector'>): string =>
	`${id}.${connector}`;

/** Every line; one that a person is at one end of is an interaction of that person. */
export function calmRelationships(
	{ nodes, flows }: Architecture,
	controlsAt: (id: string) => { controls?: CalmControls },
): CalmRelationship[] {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const ids = relationshipIds(flows);
	const end = (id: string): CalmEnd => {
		const node = byId.get(id);
		return node?.connector ? { node: id, interfaces: [interfaceId(node)] } : { node: id };
	};
	return flows.map((flow, index) => {
		const { from, to, kind, label, data } = flow;
		const id = ids[index] ?? '';
		const actor = actorOf(flow, byId);
		return {
			'unique-id': id,
			description: described(flow),
			'relationship-type': actor
				? { interacts: { actor, nodes: [actor === from ? to : from] } }
				: { connects: { source: end(from), destination: end(to) } },
			...controlsAt(id),
			// An interaction does not say which way it goes, so the ends stand here as well.
			metadata: { kind, from, to, label, data },
		};
	});
}

type Kinds = ReadonlyMap<string, Pick<Node, 'kind'>>;

/** The person at one end, unless both ends are people. */
function actorOf({ from, to }: Flow, nodes: Kinds): string | undefined {
	const people = [from, to].filter((id) => nodes.get(id)?.kind === 'person');
	return people.length === 1 ? people[0] : undefined;
}

function described({ kind, carries, label }: Flow): string {
	const what = [flowKind.label(kind), carries].filter(Boolean).join(': ');
	return label ? `${what} (${label})` : what;
}

/**
 * The way of the work through the steps: lines of data and of decisions in the order of the step
 * they leave from, as drawn. Reports go beside the work and are left out.
 */
export function stepFlow(
	pattern: string,
	{ summary, steps, nodes, flows }: Architecture,
): CalmFlow | undefined {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const ids = relationshipIds(flows);
	const way = flows
		.map((flow, index) => ({ flow, id: ids[index] ?? '', step: byId.get(flow.from)?.step ?? 0 }))
		.filter(({ flow }) => flow.kind !== 'reports')
		.sort((a, b) => a.step - b.step);
	if (way.length === 0) return undefined;
	return {
		'unique-id': `${pattern}.flow.steps`,
		name: steps.join(', '),
		description: summary,
		transitions: way.map(({ flow, id, step }, index) => ({
			'relationship-unique-id': id,
			'sequence-number': index + 1,
			description: `${steps[step - 1] ?? step}: ${described(flow)}`,
			direction:
				actorOf(flow, byId) === flow.to ? 'destination-to-source' : 'source-to-destination',
		})),
	};
}
