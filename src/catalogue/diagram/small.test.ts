import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallNodes, smallSvg } from '#catalogue/diagram/small.ts';
import type { Architecture, DiagramNode } from '#catalogue/diagram/types.ts';

const nodes = Array.from(
	{ length: 12 },
	(_, at): DiagramNode => ({
		id: `n${at}`,
		layer: 'orchestration',
		step: at + 1,
		kind: at % 2 === 0 ? 'service' : 'store',
		title: `Box <${at}> & more`,
	}),
);
const flow = (from: number, to: number) => ({
	from: `n${from}`,
	to: `n${to}`,
	kind: 'data' as const,
});
const architecture: Architecture = {
	steps: nodes.map(({ id }) => id),
	nodes,
	flows: [flow(0, 2), flow(2, 5), flow(5, 1)],
};
const idsOf = (drawn: readonly DiagramNode[]) => drawn.map(({ id }) => id);

describe('the boxes of the small drawing', () => {
	test('are those that the author names, in that order', () =>
		expect(idsOf(smallNodes({ ...architecture, glance: ['n3', 'n1'] }))).toEqual(['n3', 'n1']));

	test('are the main way where the author names none', () =>
		expect(idsOf(smallNodes(architecture))).toEqual(['n0', 'n2', 'n5']));

	test('are the first nine where there is no way', () =>
		expect(smallNodes({ ...architecture, flows: [] })).toHaveLength(9));
});

test('every arrow joins two boxes that are beside or below each other, inside the picture', () => {
	fc.assert(
		fc.property(fc.shuffledSubarray(idsOf(nodes), { minLength: 2, maxLength: 9 }), (glance) => {
			const svg = smallSvg({ ...architecture, glance });
			const [, width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.map(Number) ?? [];
			const places = [...svg.matchAll(/translate\((\d+) (\d+)\)/g)].map(([, x, y]) => [
				Number(x),
				Number(y),
			]);
			expect(places).toHaveLength(glance.length);
			for (const [at, [x = 0, y = 0]] of places.entries()) {
				expect(x - 56 >= 0 && x + 56 <= width && y >= 0 && y + 50 <= height).toBe(true);
				const [nextX = x, nextY = y] = places[at + 1] ?? [];
				expect([Math.abs(nextX - x), nextY - y]).toSatisfy(
					([across, down]) =>
						(across === 148 && down === 0) || (across === 0 && (down === 82 || down === 0)),
				);
			}
			expect(svg.match(/M\d+ \d+l/g)).toHaveLength(glance.length - 1);
		}),
	);
});

test('its words are text, and it has no id that a page could have twice', () => {
	const svg = smallSvg(architecture);
	expect(svg).toContain('&lt;0&gt; &amp;');
	expect(svg).not.toMatch(/ id="/);
});
