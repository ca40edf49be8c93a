// The ways of all flows over the grid, found once for drawings of one shape.

import type { Cells } from '#catalogue/diagram/cells.ts';
import { type Edge, makeGrid } from '#catalogue/diagram/grid.ts';
import { metrics } from '#catalogue/diagram/metrics.ts';
import { routeAll } from '#catalogue/diagram/route.ts';
import { assignTracks, type Tracks } from '#catalogue/diagram/tracks.ts';
import type { Orientation } from '#catalogue/diagram/types.ts';

/** A search for ways takes longer than all else of a drawing, and no word of it changes them. */
const ROOM = 256;
const found = new Map<string, Tracks>();

/** The tracks of all edges; nobody may change what is given. */
export function waysOf(
	{ cells, size }: Pick<Cells, 'cells' | 'size'>,
	edges: Edge[],
	closed: ReadonlySet<number>,
	orientation: Orientation,
): Tracks {
	const key = JSON.stringify([orientation, size, cells, edges, [...closed]]);
	const known = found.get(key);
	if (known) return known;
	const grid = makeGrid(cells, size, closed);
	const tracks = assignTracks(grid, routeAll(grid, edges, metrics[orientation].costs));
	const [oldest] = found.keys();
	if (found.size >= ROOM && oldest !== undefined) found.delete(oldest);
	found.set(key, tracks);
	return tracks;
}
