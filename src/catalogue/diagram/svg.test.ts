import { expect, test } from 'vitest';
import { layout } from '#catalogue/diagram/layout.ts';
import { drawingSvg } from '#catalogue/diagram/svg.ts';
import type { Architecture, Orientation } from '#catalogue/diagram/types.ts';

const small: Architecture = {
	steps: ['Receive', 'Answer'],
	nodes: [
		{ id: 'case', layer: 'data', step: 1, kind: 'store', title: 'Cases <new>' },
		{ id: 'model', layer: 'model', step: 2, kind: 'model', title: 'Model' },
		{ id: 'log', layer: 'observability', step: 2, kind: 'service', title: 'Log' },
	],
	flows: [
		{ from: 'case', to: 'model', kind: 'data' },
		{ from: 'model', to: 'log', kind: 'reports' },
	],
};

const draw = (orientation: Orientation, words = {}) =>
	drawingSvg(layout(small, { orientation }), {
		idPrefix: 'dg',
		attributes: 'role="img"',
		...words,
	});

test('a box with a link is a link, with a name; any other is a picture', () => {
	const links = new Map([['case', { href: '/ai/x/?a=1&b=2', name: 'D1 Cases <new>: Desk' }]]);
	const svg = draw('landscape', { links });
	expect(svg).toMatch(
		/<a class="n1 k2 g1" [^>]*href="\/ai\/x\/\?a=1&amp;b=2"><title>D1 Cases &lt;new&gt;: Desk<\/title>/,
	);
	expect(svg).toMatch(/<g class="n2 k1 k3 g2"/);
});

test('a line lights up with both of its boxes, and with the step that it leads to', () => {
	expect(draw('portrait')).toMatch(/<path class="k1 k2 g2 main"/);
	expect(draw('portrait')).toMatch(/<path class="k2 k3 g2"/);
});

test('lines of one kind share the ending that their group names', () => {
	expect(draw('landscape')).toMatch(
		/<g class="flow" marker-end="url\(#dg-flow\)"><path class="[^"]*" d="m/,
	);
	expect(draw('landscape')).toMatch(
		/<g class="tline" marker-end="url\(#dg-tline\)"><path class="[^"]*" d="m/,
	);
});

test('it brings the endings that its lines have, and no other', () => {
	const defined = [...draw('landscape').matchAll(/<marker id="([^"]+)"/g)].map(([, id]) => id);
	expect(defined).toEqual(['dg-flow', 'dg-tline']);
});

test.each(['landscape', 'middle', 'portrait'] as const)(
	'every step line of a %s stands inside it',
	(way) => {
		const steps = ['Receive', 'Answer', 'Check', 'Send'];
		const nodes = steps.map((title, at) => ({
			...small.nodes[1],
			id: `node-${at}`,
			layer: 'model' as const,
			step: at + 1,
			kind: 'model' as const,
			title,
		}));
		const drawing = layout({ steps, nodes, flows: [] }, { orientation: way });
		const svg = drawingSvg(drawing, { idPrefix: 'dg', attributes: '' });
		const line = /class="cut" d="([^"]+)"/.exec(svg)?.[1] ?? '';
		const moves = line.split('m').slice(1);
		expect(moves).toHaveLength(drawing.cuts.length);
		// Each is a move from where the last line ended, then a line down to the lower edge.
		let y = 0;
		for (const move of moves) {
			const [, , up = NaN, down = NaN] =
				/^(-?[\d.]+) ?(-?[\d.]+)v([\d.]+)$/.exec(move)?.map(Number) ?? [];
			y += up + down;
			expect(y).toBe(drawing.height);
		}
	},
);

test('words are text, whatever they hold', () => {
	expect(draw('landscape')).toContain('Cases &lt;new&gt;</text>');
});

test('the words of a box are centred on the origin of its group', () => {
	expect(draw('landscape')).toMatch(/<text class="t" y="[\d.]+">Model<\/text>/);
});
