/** Places in a pattern's drawing: the grid references that other sections cite as links. */
import type { Pattern } from '#schemas/pattern.ts';
import { reference } from '../diagram/words.ts';

/** A grid reference and the address of its row in the table beside the drawing. */
export interface Place {
	ref: string;
	/** What the box is called. */
	title: string;
	to: string;
}

export type EnforcedAt = Pattern['controls'][number]['enforcedAt'];

/** Id of a node's row in the table; references are unique, as a cell of the grid holds one node. */
export function rowId(ref: string): string {
	return `node-${ref}`;
}

/** The references of a place: one for a node, two for the ends of a flow, none for a runbook. */
export function placesOf({ nodes }: Pattern['architecture'], at: EnforcedAt): Place[] {
	if (!at) return [];
	const ids = typeof at === 'string' ? [at] : [at.from, at.to];
	return ids.flatMap((id) => nodes.filter((node) => node.id === id).map(placeOf));
}

/** The place of a node. */
export function placeOf(node: Pattern['architecture']['nodes'][number]): Place {
	const ref = reference(node);
	return { ref, title: node.title, to: `#${rowId(ref)}` };
}
