/** Whether what a model makes can reach a system without passing a gate; read from the drawing. */
import type { Pattern } from '#schemas/pattern.ts';

type Drawn = Pick<Pattern, 'architecture' | 'controls'>;
type Place = NonNullable<Pattern['controls'][number]['enforcedAt']>;

/** Nodes of a connector that data flows into: the places where it is written. */
export function writtenNodes({ architecture }: Drawn, connector: string): string[] {
	const { nodes, flows } = architecture;
	return nodes
		.filter((node) => node.connector === connector)
		.map(({ id }) => id)
		.filter((id) => flows.some((flow) => flow.kind === 'data' && flow.to === id));
}

/** Places where a control is enforced. */
export function placesOf({ controls }: Drawn, control: string): Place[] {
	return controls.flatMap((use) =>
		use.control === control && use.enforcedAt ? [use.enforcedAt] : [],
	);
}

/**
 * Nodes that data from a model reaches without passing a place of the gate.
 *
 * A gate guards the node it stands at and the nodes it decides on; at a flow it guards that flow.
 *
 * @example
 * reachedPast('approval-gate', pattern) // => Set { 'drafter', 'check', 'owner' }, but not 'save'
 */
export function reachedPast(gate: string, pattern: Drawn): Set<string> {
	const { nodes, flows } = pattern.architecture;
	const places = placesOf(pattern, gate);
	const guarded = new Set(
		places.flatMap((place) =>
			flows
				.filter(({ from, to, kind }) =>
					typeof place === 'string'
						? kind === 'decides' && from === place
						: kind === 'decides' && from === place.from && to === place.to,
				)
				.map(({ to }) => to)
				.concat(typeof place === 'string' ? [place] : []),
		),
	);
	const isGuarded = (from: string, to: string) =>
		guarded.has(to) ||
		places.some((place) => typeof place !== 'string' && place.from === from && place.to === to);
	// A gate at the model itself judges what goes in, not what comes out: the model is always reached.
	const reached = new Set(
		nodes.filter(({ kind, layer }) => kind === 'model' || layer === 'model').map(({ id }) => id),
	);
	// A set grows while it is walked, so every node that is found is visited once.
	for (const at of reached) {
		for (const { from, to, kind } of flows) {
			if (kind === 'data' && from === at && !isGuarded(from, to)) reached.add(to);
		}
	}
	return reached;
}
