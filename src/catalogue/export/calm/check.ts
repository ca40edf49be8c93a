/** What the CALM schema cannot say: that every id is there once, and that every reference finds its end. */
import type { CalmControls, CalmDocument, CalmEnd, CalmRelationship } from './types.ts';

/**
 * Sentences on what does not hold together in a document; none for a sound one.
 *
 * @example
 * checkCalm({ ...sound, nodes: [] })
 * // => ['relationship "intake--screen" names the node "intake", which is not in the document.', ...]
 */
export function checkCalm(document: CalmDocument): string[] {
	const { nodes, relationships, flows = [], controls } = document;
	const nodeIds = new Set(nodes.map((node) => node['unique-id']));
	const relationshipIds = new Set(relationships.map((relationship) => relationship['unique-id']));
	const interfaces = new Map(
		nodes.map((node) => [
			node['unique-id'],
			new Set((node.interfaces ?? []).map((one) => one['unique-id'])),
		]),
	);
	const ids = [
		...[...nodes, ...relationships, ...flows].map((one) => one['unique-id']),
		...[...interfaces.values()].flatMap((own) => [...own]),
	];
	return [
		...repeated(ids).map((id) => `the id "${id}" is used for more than one thing.`),
		...relationships.flatMap((relationship) => brokenEnds(relationship, nodeIds, interfaces)),
		...flows.flatMap(({ 'unique-id': flow, transitions }) => [
			...transitions
				.map((transition) => transition['relationship-unique-id'])
				.filter((id) => !relationshipIds.has(id))
				.map((id) => `flow "${flow}" uses the relationship "${id}", ${ABSENT}`),
			...repeated(transitions.map((transition) => String(transition['sequence-number']))).map(
				(number) => `flow "${flow}" has the sequence number ${number} more than once.`,
			),
		]),
		...emptyControls('the document', controls),
		...[...nodes, ...relationships].flatMap((one) =>
			emptyControls(`"${one['unique-id']}"`, one.controls),
		),
	];
}

const ABSENT = 'which is not in the document.';

function brokenEnds(
	relationship: CalmRelationship,
	nodes: ReadonlySet<string>,
	interfaces: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
	const where = `relationship "${relationship['unique-id']}" names the`;
	return endsOf(relationship).flatMap(({ node, interfaces: through = [] }) => {
		if (!nodes.has(node)) return [`${where} node "${node}", ${ABSENT}`];
		return through
			.filter((id) => !interfaces.get(node)?.has(id))
			.map((id) => `${where} interface "${id}", which "${node}" does not have.`);
	});
}

function endsOf({ 'relationship-type': type }: CalmRelationship): CalmEnd[] {
	if ('connects' in type) return [type.connects.source, type.connects.destination];
	return [type.interacts.actor, ...type.interacts.nodes].map((node) => ({ node }));
}

/** CALM reads a control by its requirements, so one without any asks for nothing. */
function emptyControls(where: string, controls: CalmControls = {}): string[] {
	return Object.entries(controls)
		.filter(([, { requirements }]) => requirements.length === 0)
		.map(([id]) => `the control "${id}" of ${where} has no requirement.`);
}

function repeated(ids: readonly string[]): string[] {
	return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}
