import { expect, test } from 'vitest';
import { makeGrid } from '#catalogue/diagram/grid.ts';
import { layout } from '#catalogue/diagram/layout.ts';
import { metrics } from '#catalogue/diagram/metrics.ts';
import { routeAll } from '#catalogue/diagram/route.ts';
import { assignTracks } from '#catalogue/diagram/tracks.ts';
import type { Architecture } from '#catalogue/diagram/types.ts';
import { waysOf } from '#catalogue/diagram/ways.ts';

/** Two boxes beside each other and one below, joined to and fro. */
const cells = {
	cells: [
		{ row: 0, column: 0 },
		{ row: 0, column: 1 },
		{ row: 1, column: 0 },
	],
	size: { rows: 2, columns: 2 },
};
const edges = [
	{ from: 0, to: 1, kind: 'data' as const },
	{ from: 1, to: 2, kind: 'decides' as const },
	{ from: 2, to: 2, kind: 'reports' as const },
];
const none: ReadonlySet<number> = new Set();
const fresh = (closed: ReadonlySet<number>) =>
	assignTracks(
		makeGrid(cells.cells, cells.size, closed),
		routeAll(makeGrid(cells.cells, cells.size, closed), edges, metrics.portrait.costs),
	);

test('the ways of a shape are those that a search finds, the first time and again', () => {
	const first = waysOf(cells, edges, none, 'portrait');
	expect(first).toEqual(fresh(none));
	expect(waysOf(structuredClone(cells), structuredClone(edges), new Set(), 'portrait')).toBe(first);
});

test('a way that is closed, another edge or another orientation is another shape', () => {
	const first = waysOf(cells, edges, none, 'portrait');
	const closed = new Set([6, 7]);
	expect(waysOf(cells, edges, closed, 'portrait')).toEqual(fresh(closed));
	expect(waysOf(cells, edges.slice(1), none, 'portrait').routes).toHaveLength(2);
	expect(waysOf(cells, edges, none, 'middle')).not.toBe(first);
});

test('drawings of one shape in other words do not change each other', () => {
	const drawn = (title: string, step: string): Architecture => ({
		steps: [step, 'Answer'],
		nodes: [
			{ id: 'a', layer: 'data', step: 1, title, kind: 'store' },
			{ id: 'b', layer: 'policy', step: 2, title: 'Check', kind: 'service' },
			{ id: 'c', layer: 'data', step: 2, title, kind: 'person' },
		],
		flows: [
			{ from: 'a', to: 'b', kind: 'data' },
			{ from: 'b', to: 'c', kind: 'decides' },
			{ from: 'c', to: 'a', kind: 'reports' },
		],
	});
	const [short, long] = [
		drawn('X', 'Ask'),
		drawn('International correspondence', 'Screen and redact what comes from outside'),
	];
	for (const orientation of ['landscape', 'middle', 'portrait'] as const) {
		const before = layout(short, { orientation });
		layout(long, { orientation });
		expect(layout(short, { orientation })).toEqual(before);
	}
});
